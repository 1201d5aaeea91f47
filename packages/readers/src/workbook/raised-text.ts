const raised: ReadonlyMap<string, string> = pairs(
  '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ',
);
const lowered: ReadonlyMap<string, string> = pairs(
  '0123456789+-=()aehijklmnoprstuvx',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ',
);

/** A piece of a cell's text in one font. */
export interface TextRun {
  readonly text: string;
  readonly position: 'raised' | 'lowered' | null;
}

/**
 * The text of a cell made of runs: raised and lowered ones are written with the characters that Unicode has for them
 * (12.5¹, km², CO₂), so that a mark never joins the digits beside it. A cell that is raised as a whole has no marks.
 */
export function joinRuns(runs: readonly TextRun[]): string {
  const isPlain = runs.every(({ position }) => position === null);
  if (isPlain || !runs.some(({ text, position }) => position === null && text.trim() !== ''))
    return runs.map(({ text }) => text).join('');
  return runs.map(({ text, position }) => (position === null ? text : shifted(text, position))).join('');
}

function shifted(text: string, position: 'raised' | 'lowered'): string {
  const characters = position === 'raised' ? raised : lowered;
  return [...text.normalize('NFKC')].map((character) => characters.get(character) ?? character).join('');
}

function pairs(plain: string, shiftedForms: string): Map<string, string> {
  const forms = [...shiftedForms];
  return new Map([...plain].map((character, index) => [character, forms[index]!]));
}

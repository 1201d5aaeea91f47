import { type DecimalMark, parseNumber } from '../columns/parse-number.js';

/** Where something was seen: how often, and the first row and value. */
export interface Seen {
  count: number;
  readonly row: number;
  readonly value: string;
}

/**
 * What the numbers of a column say about their decimal mark. `point` and `comma`: can only be read so (1.5; 1.234,5).
 * `pointOrGroup` and `commaOrGroup`: three digits behind, so that it can as well separate thousands (12.500; 12,500).
 * `pair`: a decimal comma, or a list of two choices (1,3).
 */
export type MarkEvidence = Partial<Record<MarkSign, Seen>>;
export type MarkSign = 'point' | 'comma' | 'pair' | 'risingPair' | 'pointOrGroup' | 'commaOrGroup';

/** What a token says about the decimal mark, or `null` when it reads the same under both or is no number. */
export function markSign(token: string): MarkSign | null {
  if (!/[.,]/.test(token)) return null;
  const point = parseNumber(token, '.');
  const comma = parseNumber(token, ',');
  if (point && comma) {
    if (point.value === comma.value) return null;
    return token.includes(',') ? 'commaOrGroup' : 'pointOrGroup';
  }
  if (point) return 'point';
  if (!comma) return null;
  const pair = /^\s*(\d{1,2}),(\d|[1-9]\d)\s*$/.exec(token);
  if (!pair) return 'comma';
  return Number(pair[1]) < Number(pair[2]) ? 'risingPair' : 'pair';
}

export function addSeen(evidence: MarkEvidence, sign: MarkSign, row: number, value: string, count = 1): void {
  const before = evidence[sign];
  if (before) before.count += count;
  else evidence[sign] = { count, row, value };
}

/** The decimal mark of a column, with what must be said about it; or why it cannot be told. */
export type MarkDecision =
  | { readonly mark: DecimalMark; readonly doubt?: { readonly seen: Seen; readonly message: string } }
  | { readonly undecided: { readonly seen: Seen; readonly message: string } };

/**
 * The mark that all columns of a file with proof agree on; `null` without proof or where they disagree.
 */
export function markOfFile(columns: readonly MarkEvidence[], delimiter: string | null): DecimalMark | null {
  const point = columns.some((evidence) => evidence.point && !commaProof(evidence, delimiter));
  const comma = columns.some((evidence) => commaProof(evidence, delimiter) && !evidence.point);
  return point === comma ? null : point ? '.' : ',';
}

/**
 * Decides the decimal mark of one column.
 *
 * Proof in the column comes first, then proof in the other columns, then the delimiter: a semicolon is chosen where commas
 * stand in the numbers. Where readings contradict each other, or nothing decides between a decimal comma and thousands,
 * nothing is decided.
 *
 * @param file the mark that the other columns agree on
 * @param delimiter what separates the cells; `null` for formats whose cells need none, and '' for a single column
 */
export function decideMark(evidence: MarkEvidence, file: DecimalMark | null, delimiter: string | null): MarkDecision {
  const { point, commaOrGroup, pointOrGroup, risingPair } = evidence;
  const comma = commaProof(evidence, delimiter);
  const pair = evidence.pair ?? risingPair;
  if (point && (comma ?? pair))
    return undecided(
      (comma ?? pair)!,
      `numbers with a decimal comma and numbers with a decimal point (${point.value})`,
    );
  if (comma && comma === risingPair && commaOrGroup)
    return undecided(
      comma,
      `numbers whose comma can be a decimal mark, or can separate thousands or two choices (${commaOrGroup.value})`,
    );
  if (comma) {
    const onlyLists = delimiter !== ';' && !evidence.comma && !evidence.pair && comma === risingPair;
    return onlyLists
      ? {
          mark: ',',
          doubt: { seen: comma, message: 'is read with a decimal comma, but could be a list of two choices' },
        }
      : { mark: ',' };
  }
  if (point) return { mark: '.' };
  if (pair) {
    if (file === ',' && !commaOrGroup) return { mark: ',' };
    const other = commaOrGroup ? ` (${commaOrGroup.value} stands there too)` : '';
    return undecided(pair, `numbers with a comma that can be a decimal mark or can separate two choices${other}`);
  }
  if (commaOrGroup && pointOrGroup)
    return undecided(commaOrGroup, `commas and points that can both separate thousands (${pointOrGroup.value})`);
  if (commaOrGroup) {
    if (file !== null) return { mark: file };
    if (delimiter === ';')
      return {
        mark: ',',
        doubt: { seen: commaOrGroup, message: 'is read with a decimal comma, as files with semicolons have' },
      };
    if (delimiter === ',' || delimiter === null)
      return { mark: '.', doubt: { seen: commaOrGroup, message: 'is read with a comma between thousands' } };
    return undecided(commaOrGroup, 'commas that can be decimal marks or separate thousands');
  }
  if (pointOrGroup && file !== null) return { mark: file };
  if (pointOrGroup && delimiter === ';')
    return undecided(pointOrGroup, 'points that can be decimal marks or separate thousands');
  return { mark: file ?? '.' };
}

/**
 * A number that proves a decimal comma. Where cells are not separated by commas, a pair such as 7,2 does so too: all
 * pairs of a list would rise; behind semicolons, where commas are expected, any pair does.
 */
function commaProof({ comma, pair, risingPair }: MarkEvidence, delimiter: string | null): Seen | undefined {
  if (comma || delimiter === ',' || delimiter === null) return comma;
  return pair ?? (delimiter === ';' || delimiter === '' ? risingPair : undefined);
}

function undecided(seen: Seen, message: string): MarkDecision {
  return { undecided: { seen, message } };
}

import type { Node } from 'yaml';
import { type ContradictionClass, contradictionClasses } from '../verdict/claim.js';
import { Fields } from './fields.js';
import { isMap, pairsOf, type Source } from './source.js';

/** How a check that a role makes is called, and what it means when it fails. `{table}` and the like are filled in. */
export interface CheckTemplate {
  readonly id?: string;
  readonly says?: string;
  readonly words?: string;
  readonly class?: ContradictionClass;
  readonly means?: string;
  readonly cause?: string;
  readonly flags?: readonly string[];
}

/** Templates by the name of the check, and of what it is on: `repeats`, `repeats .rank`, `repeats base-50.index`. */
export type CheckTemplates = ReadonlyMap<string, CheckTemplate>;

/** The templates under `checks:` beside `claims:`. */
export function templatesOf(source: Source): CheckTemplates {
  const { contents } = source;
  const node = isMap(contents) ? (contents.get('checks', true) as Node | undefined) : undefined;
  return new Map(
    (isMap(node) ? pairsOf(node) : []).flatMap(({ key, value }) =>
      isMap(value) ? [[key, templateOf(new Fields(source, value, keys, key))] as const] : [],
    ),
  );
}

const keys = ['id', 'says', 'words', 'class', 'means', 'cause', 'flags'];

function templateOf(fields: Fields): CheckTemplate {
  const texts = (['id', 'says', 'words', 'means', 'cause'] as const).flatMap((key) => {
    const text = fields.text(key);
    return text === null ? [] : [[key, text.trim().replace(/\s+/g, ' ')] as const];
  });
  const kind = fields.oneOf('class', contradictionClasses);
  const flags = fields.texts('flags');
  return { ...Object.fromEntries(texts), ...(kind && { class: kind }), ...(flags.length > 0 && { flags }) };
}

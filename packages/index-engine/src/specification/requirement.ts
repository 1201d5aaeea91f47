import type * as z from 'zod';
import type { YamlPart } from './yaml.js';

/** What a schema wants, in words. */
export interface Requirement {
  readonly wanted: string;
  /** The words to choose from. */
  readonly names?: readonly string[];
  readonly hint?: string;
}

/** What a schema wants instead of a part. */
export function requirement(schema: z.core.$ZodType, part: YamlPart): Requirement {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return { wanted: messageOf(schema) ?? 'a text' };
    case 'number':
      return {
        wanted: numberWanted(schema),
        ...(part.kind === 'scalar' &&
          !part.plain &&
          Number.isFinite(Number(part.text)) && { hint: 'Take off the quotes.' }),
      };
    case 'boolean':
      return { wanted: 'true or false' };
    case 'enum':
      return enumWanted(Object.values(def.entries).map(String));
    case 'literal':
      return { wanted: def.values.join(' or ') };
    case 'array': {
      const least = checksOf(schema).find(({ check }) => check === 'min_length')?.minimum as number | undefined;
      return {
        wanted: messageOf(schema) ?? (least === undefined ? 'a list' : `a list of at least ${least}`),
        ...(part.kind === 'scalar' && part.text !== '' && { hint: `Write [${part.text}].` }),
      };
    }
    case 'tuple':
      return { wanted: `a list of ${def.items.length}` };
    case 'object':
      return { wanted: `keys such as ${Object.keys(def.shape).slice(0, 3).join(', ')}` };
    case 'record':
      return { wanted: 'keys' };
    case 'union':
      return { wanted: unionWanted(def as z.core.$ZodUnionDef, part) };
    default:
      return { wanted: 'another form' };
  }
}

function enumWanted(names: readonly string[]): Requirement {
  return { wanted: names.length > 3 ? `one of ${names.join(', ')}` : names.join(' or '), names };
}

function unionWanted(def: z.core.$ZodUnionDef, part: YamlPart): string {
  const forms = def.options.map((option) => (option as z.core.$ZodTypes)._zod.def.type);
  const method = forms.includes('union');
  return method
    ? 'a method'
    : [...new Set(def.options.map((option) => requirement(option, part).wanted))].join(', or ');
}

function numberWanted(schema: z.core.$ZodType): string {
  const checks = checksOf(schema);
  const whole = (schema as z.core.$ZodTypes)._zod.def as { format?: string };
  const noun = whole.format === 'safeint' ? 'a whole number' : 'a number';
  const [low, high] = ['greater_than', 'less_than'].map((name) => checks.find(({ check }) => check === name));
  if (low && high) return `${noun} from ${String(low.value)} to ${String(high.value)}`;
  if (low) return `${noun} ${low.inclusive ? `of ${String(low.value)} or more` : `above ${String(low.value)}`}`;
  return high ? `${noun} of at most ${String(high.value)}` : noun;
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** What holds for the keys of an object, whatever stands in it. */
export interface KeyRules {
  /** The keys that must stand there. */
  readonly required: readonly string[];
  /** Keys that have a value where they are left out, which is made anew each time. */
  readonly defaults: readonly (readonly [key: string, schema: { readonly defaultValue: unknown }])[];
}

/** The rules of a shape, made once: the nodes of a tree, by the hundred, share one. */
export const keyRules: (shape: Shape) => KeyRules = rememberFor((shape) => {
  const definitions = Object.entries(shape).map(
    ([key, schema]) => [key, (schema as z.core.$ZodTypes)._zod.def] as const,
  );
  return {
    required: definitions.flatMap(([key, { type }]) => (type === 'optional' || type === 'default' ? [] : [key])),
    defaults: definitions.flatMap(([key, def]) => (def.type === 'default' ? [[key, def] as const] : [])),
  };
});

/** What follows from an object that does not change, made at the first call for it. */
function rememberFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

interface Check {
  readonly check: string;
  readonly [detail: string]: unknown;
}

const checksOf = rememberFor((schema: z.core.$ZodType): readonly Check[] => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const own = (def as { check?: string }).check === undefined ? [] : [def as unknown as Check];
  return [...own, ...(def.checks ?? []).map((check) => check._zod.def as unknown as Check)];
});

/** The message that the schema gives for a check of its own. */
function messageOf(schema: z.core.$ZodType): string | null {
  for (const { error } of checksOf(schema)) {
    const message = typeof error === 'function' ? (error as (issue: object) => unknown)({}) : null;
    if (typeof message === 'string') return message;
  }
  return null;
}

/** The first check that a value of the right type does not meet. */
export function unmetChecks(schema: z.core.$ZodType, value: unknown): string | null {
  for (const check of checksOf(schema)) if (!meets(check, value)) return check.check;
  return null;
}

function meets(detail: Check, value: unknown): boolean {
  switch (detail.check) {
    case 'string_format':
      return (detail.pattern as RegExp).test(value as string);
    case 'number_format':
      return Number.isSafeInteger(value);
    case 'greater_than':
      return detail.inclusive
        ? (value as number) >= (detail.value as number)
        : (value as number) > (detail.value as number);
    case 'less_than':
      return detail.inclusive
        ? (value as number) <= (detail.value as number)
        : (value as number) < (detail.value as number);
    case 'min_length':
      return (value as { length: number }).length >= (detail.minimum as number);
    case 'custom':
      return (detail.fn as (value: unknown) => boolean)(value);
    default:
      throw new Error(`a check that is read is required, got ${detail.check}`);
  }
}

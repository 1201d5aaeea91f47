import { assertThat, didYouMean, IndexlabError, requireObject } from '@indexlab/core';
import * as z from 'zod';

/** A method as a specification writes it: its name, or its name with options. */
export type WrittenMethod = string | { readonly method: string; readonly [option: string]: unknown };

/** What a method is like, for those who judge a specification without running it. `Options` are its own, with defaults. */
export interface MethodTraits<Options = never> {
  /** Turns a column round in which a low value is good. */
  readonly turns?: true;
  /** Looks at the other units: another set of units, other scores. */
  readonly needsPeers?: true;
  /** Keeps the order of the units and throws their distances away. */
  readonly givesRanks?: true;
  /** Divides by the total of the column. */
  readonly overTotal?: true;
  /** Takes values above zero only. */
  readonly needsPositive?: true;
  /** Follows from how the children vary together, whichever way that is. */
  readonly fromScores?: true;
  /** The lowest and the highest score it can give. */
  range?(options: Options): readonly [lowest: number, highest: number];
  /** The smallest and the largest weight that a child can get, whatever the experts say. */
  weightRange?(options: Options, children: number): readonly [smallest: number, largest: number];
  /** Options that name columns of groups. */
  readonly groups?: readonly string[];
  /** Options that name other columns of the data, or indicators. */
  readonly columns?: readonly string[];
  /** Options that hold one number per child: a list, rows of them, or a square. */
  readonly perChild?: readonly string[];
}

/** One method of a stage: what it is, which options it takes, what it is like, and what it does. */
export interface Method<Run> {
  readonly description: string;
  readonly options: z.ZodObject;
  readonly traits: MethodTraits;
  bind(options: unknown): Run;
}

/** A schema that is used once or twice is not worth compiling. */
export const once = { jitless: true };

/** Makes a method of a stage's table: checked options in, what runs out. */
export function method<Shape extends z.ZodRawShape, Run>(
  description: string,
  shape: Shape,
  make: (options: z.output<z.ZodObject<Shape, z.core.$strict>>) => Run,
  traits: MethodTraits<z.output<z.ZodObject<Shape, z.core.$strict>>> = {},
): Method<Run> {
  const options = z.strictObject(shape);
  return { description, options, traits, bind: (written) => make(options.parse(written, once)) };
}

/**
 * What a specification may write for a stage: the bare name of a method that needs no options, or an object with the
 * method and its options.
 *
 * @param stage the stage, which the JSON Schema calls the definition by
 * @param common options that every method of the stage takes
 */
export function methodSchema<Run>(
  stage: string,
  methods: Readonly<Record<string, Method<Run>>>,
  common: z.ZodRawShape = {},
): z.ZodType<WrittenMethod> {
  const names = Object.keys(methods);
  const bare = names.filter((name) => methods[name]!.options.safeParse({}, once).success);
  const objects = names.map((name) => {
    const object = z
      .strictObject({ method: z.literal(name), ...methods[name]!.options.shape, ...common })
      .meta({ description: methods[name]!.description });
    methodBehind.set(object, methods[name]!);
    return object;
  });
  return z
    .union([z.enum(bare), z.discriminatedUnion('method', objects as [(typeof objects)[number], ...typeof objects])])
    .meta({ id: stage }) as unknown as z.ZodType<WrittenMethod>;
}

const methodBehind = new WeakMap<z.core.$ZodType, Method<unknown>>();

/** Why options that fit the schema of a method cannot be used, `null` where they can. */
export function bindingMistake(schema: z.core.$ZodType, written: Readonly<Record<string, unknown>>): string | null {
  const method = methodBehind.get(schema);
  if (!method) return null;
  try {
    method.bind(Object.fromEntries(Object.entries(written).filter(([key]) => key in method.options.shape)));
    return null;
  } catch (error) {
    if (error instanceof IndexlabError) return error.message;
    throw error;
  }
}

/** The name and the options of a written method. */
export function methodParts(written: WrittenMethod): { name: string; options: Readonly<Record<string, unknown>> } {
  if (typeof written === 'string') return { name: written, options: {} };
  requireObject(written, 'A method', 'method', ['method']);
  const { method: name, ...options } = written;
  return { name, options };
}

/** A written method made ready to run; `common` options are parsed apart from the method's own. */
export function bindMethod<Run, Common extends z.ZodRawShape>(
  methods: Readonly<Record<string, Method<Run>>>,
  written: WrittenMethod,
  common: z.ZodObject<Common>,
): { name: string; run: Run; common: z.output<z.ZodObject<Common>> } {
  const { name, options } = methodParts(written);
  assertThat(
    Object.hasOwn(methods, name),
    () => `A method requires one of the stage's, got ${JSON.stringify(name)}`,
    () => didYouMean(name, Object.keys(methods), 'methods'),
  );
  const shared = Object.fromEntries(Object.entries(options).filter(([key]) => key in common.shape));
  const own = Object.fromEntries(Object.entries(options).filter(([key]) => !(key in common.shape)));
  return { name, run: methods[name]!.bind(own), common: common.parse(shared, once) };
}

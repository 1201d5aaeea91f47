import { z } from 'zod';

/** A method as a specification writes it: its name, or its name with options. */
export type WrittenMethod = string | { readonly method: string; readonly [option: string]: unknown };

/** One method of a stage: what it is, which options it takes, and what it does with them. */
export interface Method<Run> {
  readonly description: string;
  readonly options: z.ZodObject;
  bind(options: unknown): Run;
}

/** A schema that is used once or twice is not worth compiling. */
export const once = { jitless: true };

/** Makes a method of a stage's table: checked options in, what runs out. */
export function method<Shape extends z.ZodRawShape, Run>(
  description: string,
  shape: Shape,
  make: (options: z.output<z.ZodObject<Shape, z.core.$strict>>) => Run,
): Method<Run> {
  const options = z.strictObject(shape);
  return { description, options, bind: (written) => make(options.parse(written, once)) };
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
  const bare = names.filter((name) => methods[name]!.options.safeParse({}).success);
  const objects = names.map((name) =>
    z
      .strictObject({ method: z.literal(name), ...methods[name]!.options.shape, ...common })
      .meta({ description: methods[name]!.description }),
  );
  return z
    .union([z.enum(bare), z.discriminatedUnion('method', objects as [(typeof objects)[number], ...typeof objects])])
    .meta({ id: stage }) as unknown as z.ZodType<WrittenMethod>;
}

/** The name and the options of a written method. */
export function methodParts(written: WrittenMethod): { name: string; options: Readonly<Record<string, unknown>> } {
  if (typeof written === 'string') return { name: written, options: {} };
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
  const shared = Object.fromEntries(Object.entries(options).filter(([key]) => key in common.shape));
  const own = Object.fromEntries(Object.entries(options).filter(([key]) => !(key in common.shape)));
  return { name, run: methods[name]!.bind(own), common: common.parse(shared, once) };
}

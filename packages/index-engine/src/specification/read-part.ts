import { listNames, nearestNames } from '@indexlab/core';
import type * as z from 'zod';
import { bindingMistake } from './method.js';
import { keyRules, requirement, unmetChecks } from './requirement.js';
import { suggest } from './suggest.js';
import type { Complain, YamlMapping, YamlPart, YamlScalar } from './yaml.js';

/** What a text becomes when it cannot be read; told before. */
export const unread = Symbol('unread');

/**
 * Reads the parts of a YAML text as a schema wants them, and tells of every mistake: the schema decides whether a
 * scalar is a text or a number, so nothing that is printed gets lost on the way.
 *
 * @param what the whole is called in messages, such as a specification
 * @returns what the schema itself would return for the same text, or `unread` after a mistake
 */
export function readPart(part: YamlPart, schema: z.core.$ZodType, what: string, complain: Complain): unknown {
  return read(part, schema, '');

  function at(path: string): string {
    return path === '' ? `not ${what}` : `not ${what} at ${path}`;
  }

  function read(part: YamlPart, schema: z.core.$ZodType, path: string): unknown {
    if (part.kind === 'scalar' && part.broken) return unread;
    const { def } = (schema as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case 'lazy':
        return read(part, (schema as z.core.$ZodLazy)._zod.innerType, path);
      case 'optional':
      case 'default':
        return read(part, def.innerType, path);
      case 'nullable':
        return isNothing(part) ? null : read(part, def.innerType, path);
      case 'union':
        return readUnion(part, schema, def as z.core.$ZodUnionDef, path);
      case 'object':
        return part.kind === 'mapping' ? readObject(part, def, path) : refuse(part, schema, path);
      case 'record':
        return part.kind === 'mapping' ? readRecord(part, def, path) : refuse(part, schema, path);
      case 'array':
        return part.kind === 'sequence'
          ? checked(
              part,
              schema,
              path,
              readItems(part.items, () => def.element, path),
            )
          : refuse(part, schema, path);
      case 'tuple':
        return part.kind === 'sequence' && part.items.length === def.items.length
          ? readItems(part.items, (index) => def.items[index]!, path)
          : refuse(part, schema, path);
      default:
        return part.kind === 'scalar' ? readScalar(part, schema, path) : refuse(part, schema, path);
    }
  }

  function readItems(
    items: readonly YamlPart[],
    schemaOf: (index: number) => z.core.$ZodType,
    path: string,
  ): unknown[] | typeof unread {
    const values = items.map((item, index) => read(item, schemaOf(index), `${path}.${index}`));
    return values.includes(unread) ? unread : values;
  }

  function readObject(part: YamlMapping, def: z.core.$ZodObjectDef, path: string): unknown {
    const shape = def.shape;
    const value: Record<string, unknown> = {};
    const { required, defaults } = keyRules(shape);
    const missing = new Set(required);
    let sound = true;
    for (const entry of part.entries) {
      const schema = shape[entry.key];
      if (schema === undefined || !Object.hasOwn(shape, entry.key)) {
        complain(
          entry.keyStart,
          `${at(path)}: there is no key "${entry.key}"`,
          suggest(entry.key, Object.keys(shape), 'keys'),
        );
        sound = false;
        continue;
      }
      missing.delete(entry.key);
      const read = readValue(entry.value, schema, `${path === '' ? '' : `${path}.`}${entry.key}`);
      if (read === unread) sound = false;
      else value[entry.key] = read;
    }
    if (missing.size > 0) {
      complain(part.start, `${at(path)}: requires ${listNames(missing)}, got none`);
      return unread;
    }
    for (const [key, schema] of defaults) if (!(key in value)) value[key] = schema.defaultValue;
    return sound ? value : unread;
  }

  function readValue(part: YamlPart, schema: z.core.$ZodType, path: string): unknown {
    return read(part, schema, path);
  }

  function readRecord(part: YamlMapping, def: z.core.$ZodRecordDef, path: string): unknown {
    const value: Record<string, unknown> = {};
    let sound = true;
    for (const entry of part.entries) {
      const key = readScalar(
        { kind: 'scalar', start: entry.keyStart, text: entry.key, plain: true },
        def.keyType,
        `a key of ${path}`,
      );
      const read = readValue(entry.value, def.valueType, `${path}.${entry.key}`);
      if (key === unread || read === unread) sound = false;
      else value[entry.key] = read;
    }
    return sound ? value : unread;
  }

  /** Where several forms are allowed, the one that was meant: by the form of the part, and by its `method`. */
  function readUnion(part: YamlPart, schema: z.core.$ZodType, def: z.core.$ZodUnionDef, path: string): unknown {
    const options = def.options as readonly z.core.$ZodTypes[];
    if (part.kind === 'mapping') {
      const choices = options.flatMap(choicesOf);
      const named = choices.filter((option) => methodOf(option) !== null);
      if (named.length > 0) return readMethod(part, named, path);
      return choices.length > 0 ? read(part, choices[0]!, path) : refuse(part, schema, path);
    }
    if (part.kind === 'sequence') return refuse(part, schema, path);
    const methods = options.flatMap(choicesOf).filter((option) => methodOf(option) !== null);
    const bare = options.filter((option) => !['object', 'union'].includes(option._zod.def.type));
    for (const option of bare) if (fits(part, option)) return readScalar(part, option, path);
    if (methods.length > 0) return refuseMethod(part, methods, path);
    return bare.length > 0 ? readScalar(part, bare[0]!, path) : refuse(part, schema, path);
  }

  function readMethod(part: YamlMapping, methods: readonly z.core.$ZodTypes[], path: string): unknown {
    const written = part.entries.find(({ key }) => key === 'method');
    if (!written) {
      complain(
        part.start,
        `${at(path)}: requires a method, got none`,
        `The methods are: ${listNames(methods.map(name))}.`,
      );
      return unread;
    }
    const chosen = methods.find((method) => written.value.kind === 'scalar' && methodOf(method) === written.value.text);
    if (chosen) return bindable(part, chosen, path, read(part, chosen, path));
    return refuseMethod(written.value, methods, path);
  }

  /** What a method says of options that are right one by one and do not go together. */
  function bindable(part: YamlMapping, method: z.core.$ZodTypes, path: string, value: unknown): unknown {
    const mistake = value === unread ? null : bindingMistake(method, value as Record<string, unknown>);
    if (mistake === null) return value;
    complain(part.start, `${at(path)}: ${mistake}`);
    return unread;
  }

  function refuseMethod(part: YamlPart, methods: readonly z.core.$ZodTypes[], path: string): typeof unread {
    const text = part.kind === 'scalar' ? part.text : '';
    const known = methods.find((method) => methodOf(method) === text);
    if (known) {
      const shape = (known._zod.def as z.core.$ZodObjectDef).shape;
      const options = keyRules(shape).required.filter((key) => key !== 'method');
      complain(
        part.start,
        `${at(path)}: requires ${listNames(options)} for ${text}, got none`,
        `Write { method: ${text}, ${options.map((key) => `${key}: …`).join(', ')} }.`,
      );
      return unread;
    }
    complain(
      part.start,
      `${at(path)}: requires a method, got ${shown(part)}`,
      suggest(text, methods.map(name), 'methods'),
    );
    return unread;
  }

  function readScalar(part: YamlScalar, schema: z.core.$ZodType, path: string): unknown {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (def.type === 'optional' || def.type === 'default') return readScalar(part, def.innerType, path);
    const value = scalarValue(part, def as z.core.$ZodTypes['_zod']['def']);
    return value === unread ? refuse(part, schema, path) : checked(part, schema, path, value);
  }

  function checked(part: YamlPart, schema: z.core.$ZodType, path: string, value: unknown): unknown {
    if (value === unread) return unread;
    const unmet = unmetChecks(schema, value);
    return unmet === null ? value : refuse(part, schema, path);
  }

  function refuse(part: YamlPart, schema: z.core.$ZodType, path: string): typeof unread {
    const { wanted, names, hint } = requirement(schema, part);
    const near = names && part.kind === 'scalar' ? nearestNames(part.text, names) : [];
    const remedy = near.length > 0 ? `Did you mean ${near.join(', ')}?` : hint;
    complain(part.start, `${at(path)}: requires ${wanted}, got ${shown(part)}`, remedy);
    return unread;
  }
}

function choicesOf(option: z.core.$ZodTypes): z.core.$ZodTypes[] {
  const { def } = option._zod;
  if (def.type === 'union')
    return (def as z.core.$ZodUnionDef).options.flatMap((inner) => choicesOf(inner as z.core.$ZodTypes));
  return def.type === 'object' ? [option] : [];
}

/** The method that an object with options stands for. */
function methodOf(option: z.core.$ZodTypes): string | null {
  const { def } = option._zod;
  const literal = def.type === 'object' ? (def.shape.method as z.core.$ZodTypes | undefined)?._zod.def : undefined;
  return literal?.type === 'literal' ? String(literal.values[0]) : null;
}

function name(method: z.core.$ZodTypes): string {
  return methodOf(method)!;
}

function fits(part: YamlScalar, schema: z.core.$ZodTypes): boolean {
  const value = scalarValue(part, schema._zod.def);
  return value !== unread && unmetChecks(schema, value) === null;
}

function isNothing(part: YamlPart): boolean {
  return part.kind === 'scalar' && part.plain && /^(~|null|Null|NULL)?$/.test(part.text);
}

/** A number as YAML 1.2 writes them, without the infinite ones. */
const decimal = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;

/** The value that a scalar stands for where one of a type is wanted. */
function scalarValue(part: YamlScalar, def: z.core.$ZodTypes['_zod']['def']): unknown {
  switch (def.type) {
    case 'string':
      return isNothing(part) ? unread : part.text;
    case 'number': {
      const value = Number(part.text);
      return part.plain && decimal.test(part.text) && Number.isFinite(value) ? value : unread;
    }
    case 'boolean':
      return part.plain && /^(true|false)$/i.test(part.text) ? part.text.toLowerCase() === 'true' : unread;
    case 'enum':
      return Object.values(def.entries).includes(part.text) ? part.text : unread;
    case 'literal':
      return def.values.includes(part.text) ? part.text : unread;
    default:
      return unread;
  }
}

/** A part as a message shows it. */
function shown(part: YamlPart): string {
  if (part.kind === 'mapping') return 'keys of its own';
  if (part.kind === 'sequence') return part.items.length === 0 ? 'an empty list' : `a list of ${part.items.length}`;
  if (isNothing(part)) return 'nothing';
  const text = part.text.length > 60 ? `${part.text.slice(0, 60)}…` : part.text;
  return part.plain ? text : JSON.stringify(text);
}

import { join } from 'node:path';
import * as core from '@indexlab/core';
import { IndexlabError } from '@indexlab/core';
import * as engine from '@indexlab/index-engine';
import * as stats from '@indexlab/stats';
import { describe, expect, test } from 'vitest';
import { examplesOf, runExample } from './documentation-examples.js';

const packages = join(import.meta.dirname, '../../packages');

const kinds: readonly unknown[] = [
  null, 3, -1, 0.5, NaN, Infinity, true, '3', 'text', '', [], [1], ['a'], {}, { a: 1 }, () => 1, 10n, Symbol('s'),
]; // prettier-ignore

type Run = (...given: unknown[]) => unknown;
type Options = Readonly<Record<string, unknown>>;
interface Call {
  readonly name: string;
  readonly run: Run;
  readonly given: readonly unknown[];
  readonly options: Options;
}

/** The calls that a room's examples make whose last argument is `options`. */
async function callsOf(room: string, exported: object): Promise<Call[]> {
  const calls: Call[] = [];
  const watched = Object.entries(exported)
    .filter(([, run]) => placeOfOptions(run as Run) >= 0)
    .map(([name, run]: [string, Run]) => {
      const watch: Run = (...given) => {
        const options = given.at(-1);
        if (given.length - 1 === placeOfOptions(run) && isPlain(options))
          calls.push({ name, run, given: given.slice(0, -1), options });
        return run(...given);
      };
      return [name, watch] as const;
    });
  const scope = { ...core, ...stats, ...exported, ...Object.fromEntries(watched) };
  for (const example of examplesOf(join(packages, room))) await runExample(example, scope).catch(() => undefined);
  return calls;
}

/** Which argument of a function is called options; less than zero where none is. */
function placeOfOptions(run: Run): number {
  const names = /^(?:async )?function \w+\(([^)]*)/.exec(String(run))?.[1];
  return names === undefined ? -1 : names.split(',').findIndex((name) => /^\s*options\b/.test(name));
}

function isPlain(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const rooms = [
  ['stats', stats],
  ['index-engine', engine],
] as const;

describe.each(
  await Promise.all(rooms.map(async ([room, exported]) => ({ room, calls: await callsOf(room, exported) }))),
)('the calls of $room', ({ calls }) => {
  const found = calls.map((call) => [call.name, call] as const);

  test.each(found)('%s gives a value for an option of a wrong kind, or an error in words', (_name, call) => {
    for (const option of Object.keys(call.options))
      for (const value of kinds) {
        const error = thrown(call, { ...call.options, [option]: value });
        expect(error === null || error instanceof IndexlabError, `${String(error)} for ${option}`).toBe(true);
      }
  });
});

function thrown({ run, given }: Call, options: Options): unknown {
  try {
    const result = run(...given, options);
    if (result instanceof Promise) result.catch(() => undefined);
    return null;
  } catch (error) {
    return error;
  }
}

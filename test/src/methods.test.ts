import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as findings from '@indexlab/findings';
import * as engine from '@indexlab/index-engine';
import * as stats from '@indexlab/stats';
import { describe, expect, test } from 'vitest';

const path = join(import.meta.dirname, '../../docs/methods.md');
const page = readFileSync(path, 'utf8');
const rooms: Readonly<Record<string, object>> = { findings, 'index-engine': engine, stats };
const columns = ['where', 'what', 'functions', 'simulated', 'rows', 'notebook'] as const;

/** The lines of the tables, each with its report. */
const lines = page.split(/^## /m).flatMap((section) => {
  const report = /^`([a-z0-9-]+)`$/m.exec(section)?.[1];
  if (report === undefined) return [];
  return section
    .split('\n')
    .filter((line) => /^\| (?!where\b|-)/.test(line))
    .map((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return {
        report,
        ...(Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) as Record<
          (typeof columns)[number],
          string
        >),
      };
    });
});
const linksIn = (cell: string): [text: string, target: string][] =>
  [...cell.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, text, target]) => [text!, target!]);
const ledgers = new Map<string, Set<string>>();
function ledgerOf(report: string): Set<string> {
  const file = join(dirname(path), '../data/reports', report, 'ledger.csv');
  if (!ledgers.has(report))
    ledgers.set(
      report,
      new Set(
        readFileSync(file, 'utf8')
          .split('\n')
          .map((line) => line.split(',')[0]!),
      ),
    );
  return ledgers.get(report)!;
}

describe('the page on methods', () => {
  test('has lines for all five reports', () => {
    expect(new Set(lines.map(({ report }) => report)).size).toBe(5);
    expect(lines.length).toBeGreaterThan(45);
  });

  test.each(lines.map((line) => [`${line.report} ${line.where}: ${line.what}`, line] as const))('%s', (_, line) => {
    const functions = linksIn(line.functions);
    expect(functions.length).toBeGreaterThan(0);
    for (const [name, target] of functions) {
      const room = /packages\/([a-z-]+)\//.exec(target)?.[1] ?? '';
      const bare = name.replaceAll('`', '');
      expect([name, bare in (rooms[room] ?? {})]).toEqual([name, true]);
      expect(readFileSync(join(dirname(path), target), 'utf8')).toMatch(new RegExp(`^export function ${bare}\\b`, 'm'));
    }
    for (const cell of [line.functions, line.simulated, line.rows, line.notebook]) {
      expect(cell).not.toBe('');
      expect(cell).not.toMatch(/^none(?!: \S)/);
      for (const [, target] of linksIn(cell))
        expect([target, existsSync(join(dirname(path), target))]).toEqual([target, true]);
    }
    if (line.rows.startsWith('none')) return;
    const rows = [...line.rows.matchAll(/`([^`]+)`/g)].map(([, id]) => id!);
    expect(rows.length).toBeGreaterThan(0);
    const lost = rows.filter((id) => !ledgerOf(line.report).has(`${line.report}/${id}`));
    expect(lost).toEqual([]);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { JudgedDossier } from '../dossier/judge-dossier.js';
import { reports } from '../reports.js';
import { changedRows } from './committed-ledger.js';
import { judgeReport } from './compute-ledger.js';

describe.each(Object.keys(reports))('the ledger of %s', (report) => {
  let judged: JudgedDossier;
  beforeAll(async () => {
    judged = await judgeReport(report);
  });

  test('is the committed one', () => {
    expect(changedRows(judged.rows, report)).toEqual([]);
  });

  test('has every id once', () => {
    const ids = judged.rows.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('says of every contradiction its class, its meaning, the cells behind it and the mistake that explains it', () => {
    const bare = judged.rows.filter(
      ({ verdict, class: of, reason, inputs, cause }) =>
        verdict === 'contradicted' && (of === null || reason === null || inputs.length === 0 || cause === null),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('has a contradiction for every mistake that it names', () => {
    expect(judged.causes.map(({ id }) => id).sort()).toEqual([...judged.titles.keys()].sort());
  });

  test('says what a row lacks that cannot be computed', () => {
    const bare = judged.rows.filter(
      ({ verdict, needs, kind, reason }) =>
        verdict === 'not-computable' && needs === null && (kind !== 'context' || !reason),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('says on no row what its verdict does not say', () => {
    const notes = new Map(
      judged.claims.map(({ id, note, contradiction }) => [`${report}/${id}`, { note, ...contradiction }]),
    );
    const said = judged.rows.flatMap((row) => {
      const { id, verdict, reason, flags, assumptions, computedText, class: of, cause, smallestChange, reading } = row;
      if (verdict === null) return [];
      const known = notes.get(id);
      const strange = known && verdict !== 'contradicted' && reason !== known.note ? [reason] : [];
      const words = [reason ?? '', ...flags, ...assumptions].filter((text) => ofOther[verdict].test(text));
      const told = computedText !== null && toldOfOther[verdict].test(computedText) ? [computedText] : [];
      const fields =
        verdict === 'contradicted' ? [] : [of, cause, smallestChange, reading].filter((field) => field !== null);
      return [...strange, ...words, ...told, ...fields].map((text) => [id, verdict, text]);
    });
    expect(said).toEqual([]);
  });
});

const ofContradiction =
  /contradict|rule[sd]? (it )?out|misprint|beyond rounding|wrong|cannot be (right|true)|not computable|impossible/i;

/** Words of notes, flags and assumptions that belong to another verdict. */
const ofOther = {
  reproduced: ofContradiction,
  consistent: ofContradiction,
  'not-computable': /contradict|rule[sd]? (it )?out|reproduced|misprint|beyond rounding/i,
  contradicted: /\breproduced\b|not computable|\bholds for all\b|\bis consistent\b/i,
};

const toldOfContradiction =
  /claimed and not found|found and not claimed|, claimed |stands twice|is missing|impossible together|ruled out|not among them|lies above|and is larger|outside:|^not /;

/** What the numbers say that belongs to another verdict. */
const toldOfOther = {
  reproduced: toldOfContradiction,
  consistent: toldOfContradiction,
  'not-computable': toldOfContradiction,
  contradicted: /^in order$|^all \d+$|^possible together|^[^:]*: inside$|^\d+ (ranks|values)$/,
};

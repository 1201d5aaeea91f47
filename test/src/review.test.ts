import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { loadTable } from '@indexlab/adapters';
import { run } from '@indexlab/cli';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

const tutorial = join(import.meta.dirname, '../../docs/tutorial/river-health-2034');

interface Reviewed {
  totals: Record<string, number>;
  findings: {
    id: string;
    verdict: string;
    reason: string | null;
    inputs: string[];
    cause: string | null;
    needs: string | null;
  }[];
  causes: { id: string; findings: string[]; action: string; materiality: string }[];
}

async function indexlab(...args: string[]) {
  let json: unknown;
  const notes: string[] = [];
  const lines: string[] = [];
  const status = await run(args, {
    json: (document) => (json = JSON.parse(JSON.stringify(document))),
    line: (text = '') => void lines.push(text),
    note: (text) => void notes.push(text),
    progress: () => {},
  });
  return { status, notes, lines, json: json as Reviewed };
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('review of the tutorial', () => {
  // One review, which takes a second or two, for all that only look at what it gave.
  const out = mkdtempSync(join(tmpdir(), 'indexlab-'));
  const archive = join(out, 'review.zip');
  let reviewed: Awaited<ReturnType<typeof indexlab>>;
  beforeAll(async () => {
    reviewed = await indexlab('review', tutorial, '--out', out, '--archive', archive, '--json');
  });
  afterAll(() => rmSync(out, { recursive: true }));

  test('finds the twelve planted mistakes, each once, and nothing else', () => {
    const { status, json } = reviewed;
    expect(status).toBe(1);
    const answers = readFileSync(join(tutorial, 'answers.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const planted = answers.map((line) => line.split(',').at(-1)!.split(' ').sort().join(' ')).sort();
    const found = json.causes
      .map(({ findings }) =>
        findings
          .map((id) => id.split('/')[1]!)
          .sort()
          .join(' '),
      )
      .sort();
    expect(found).toEqual(planted);
    const contradicted = json.findings.filter(({ verdict }) => verdict === 'contradicted').map(({ id }) => id);
    expect(json.causes.flatMap(({ findings }) => findings).sort()).toEqual(contradicted.sort());
    expect(json.causes.filter(({ action }) => action === 'suggested').map(({ id }) => id)).toEqual(['cut-off']);
  });

  test('writes a page with search, contents, causes and the cells of every contradiction', () => {
    const { json } = reviewed;
    const page = readFileSync(join(out, 'river-health-2034.html'), 'utf8');
    expect(page).toContain('<input type="search"');
    expect(page).toContain('<a href="#mistakes">Mistakes, by root cause (12)</a>');
    for (const { id, inputs, verdict } of json.findings.filter((row) => row.verdict === 'contradicted')) {
      const at = page.indexOf(`<tr id="${id}"`);
      expect([id, at > 0]).toEqual([id, true]);
      const row = page.slice(at, page.indexOf('</tr>', at));
      for (const input of inputs)
        expect([id, verdict, row.includes(`<code>${input}</code>`)]).toEqual([id, verdict, true]);
    }
    expect(json.findings.some(({ inputs }) => inputs.includes('river-health-2034/rivers#1:24/score'))).toBe(true);
  });

  test('has a frame in Chinese', async () => {
    const out = scratch();
    await indexlab('review', tutorial, '--out', out, '--lang', 'zh', '--json');
    expect(readFileSync(join(out, 'river-health-2034.html'), 'utf8')).toContain('<html lang="zh">');
    // What is left in Latin letters is marked as English, stands in the dossier, or is a name of the machine.
    const page = readFileSync(join(out, 'river-health-2034.html'), 'utf8');
    const frame = page
      .slice(page.indexOf('<h1>'), page.indexOf('<script>'))
      .replace(
        /<section id="environment">.*?<\/section>|<code.*?<\/code>|<small><a href.*?<\/small>|<b>.*?<\/b>/gsu,
        '',
      )
      .replace(
        /<tr id.*?<\/td>|<dd>.*?<\/dd>|<small>(说明|计算值)<\/small>[^<]*|<li>影响最大.*?<\/li>|<div class="reply"><a.*?<\/a>|(title|href|id|class|value)="[^"]*"/gsu,
        '',
      )
      .replace(/<span lang="en">.*?<\/span>/gsu, '')
      .replace(/<[^>]*>/gu, ' ');
    expect(
      frame.match(
        /\b(claim|cell|printed|computed|power|verdict|mistake|needs|note|reading|rounding|arithmetic|order|action|search|anyone)s?\b/giu,
      ),
    ).toBeNull();
  });

  test('with a file of its own a claim that needed one has a verdict; another unit is an error', async () => {
    const out = scratch();
    const rivers = readFileSync(join(tutorial, 'tables/rivers.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const names = rivers.map((line) => line.split(',')[1]);
    const rain = (unit: string) => {
      const file = join(out, `rain-${unit}.csv`);
      writeFileSync(
        file,
        `river,rain (${unit})\n${names.map((name, at) => `${name},${1200 - 25 * at + (at % 5) * 60}`).join('\n')}\n`,
      );
      return file;
    };
    const { json } = await indexlab('review', tutorial, '--out', out, '--with', rain('mm'), '--json');
    expect(json.findings.find(({ id }) => id.endsWith('/rain'))!.verdict).toBe('contradicted');
    const wrong = await indexlab('review', tutorial, '--out', out, '--with', rain('inches'));
    expect(wrong.status).toBe(2);
    expect(wrong.notes[0]).toContain('the claim needs rain in mm, and the file has it in inches');
  });

  test('the archive holds dossier, report and command', () => {
    const bytes = readFileSync(archive).toString('latin1');
    for (const entry of [
      'dossier/datapackage.json',
      'dossier/claims/claims.yaml',
      'review/river-health-2034.html',
      'COMMAND.txt',
    ])
      expect(bytes).toContain(entry);
  });

  test('the archive, unpacked into an empty folder, gives the same verdicts by its own command', async () => {
    const out = scratch();
    const folder = join(out, 'my report 报告');
    cpSync(tutorial, folder, { recursive: true });
    const archive = join(out, 'review.zip');
    const first = await indexlab('review', `${folder}/./`, '--out', join(out, 'a'), '--archive', archive, '--json');
    const unpacked = scratch();
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), bytes);
    }
    expect(readFileSync(join(unpacked, 'COMMAND.txt'), 'utf8')).toContain(
      'indexlab review dossier --out review-again\n',
    );
    const again = await indexlab('review', join(unpacked, 'dossier'), '--out', join(unpacked, 'b'), '--json');
    expect([again.status, again.json.findings]).toEqual([0, first.json.findings]);
  });

  test('the archive takes the editions along that claims compare with', async () => {
    const out = scratch();
    writeFileSync(join(out, 'ports.csv'), 'port,score\nArn,71.0\nBelm,60.2\n');
    for (const year of ['2030', '2031']) await indexlab('init', 'review', join(out, year), join(out, 'ports.csv'));
    const file = join(out, '2031/datapackage.json');
    const descriptor = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...descriptor, editions: { earlier: '../2030' } }));
    const archive = join(out, 'review.zip');
    await indexlab('review', join(out, '2031'), '--out', join(out, 'a'), '--archive', archive, '--json');
    const entries = Object.keys(unzipSync(readFileSync(archive)));
    expect(entries).toEqual(expect.arrayContaining(['dossier/datapackage.json', '2030/tables/ports.csv']));
  });

  test('a row that holds says nothing of a contradiction', () => {
    for (const { id, verdict, reason } of reviewed.json.findings) {
      if (verdict !== 'contradicted') expect([id, reason]).toEqual([id, null]);
    }
  });
});

describe('a dossier of one’s own', () => {
  const table =
    'rank,port,coast,score,before,growth (%)\n1,Arn,north,82.4,71.0,16.1\n2,Belm,south,77.0,60.2,27.9\n3,Corve,south,74.9,66.3,13.0\n4,Dunn,north,61.2,50.8,20.5\n5,Eske,north,48.0,45.5,5.5\n6,Farl,south,48.0,40.1,17.9\n';

  test('init review makes a skeleton that review accepts, with roles guessed', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'ports.csv'), table);
    const made = await indexlab('init', 'review', join(folder, 'report'), join(folder, 'ports.csv'));
    expect(made.status).toBe(0);
    const { status, json } = await indexlab('review', join(folder, 'report'), '--out', join(folder, 'out'), '--json');
    expect(status).toBe(1);
    expect(json.causes.map(({ findings }) => findings)).toEqual([['report/ports-growth-farl']]);
    const again = await indexlab('init', 'review', join(folder, 'report'));
    expect([again.status, again.notes[0]]).toEqual([2, expect.stringContaining('requires a folder without a dossier')]);
  });

  test('years that name rows choose them, and a column in thousands meets what is printed in thousands', async () => {
    const folder = scratch();
    writeFileSync(
      join(folder, 'years.csv'),
      'year,books,films,total\n2029,690.7,130.1,820.8\n2030,720.4,145.3,865.7\n',
    );
    const dossier = join(folder, 'my report 报告');
    await indexlab('init', 'review', dossier, join(folder, 'years.csv'));
    const claims =
      '- id: books\n  says: 720.4 thousand books\n  printed: 720.4 thousand\n  compute: years[2030].books\n';
    writeFileSync(join(dossier, 'claims/claims.yaml'), claims);
    const args = ['review', dossier, '--out', join(folder, 'out'), '--json'];
    const bare = await indexlab(...args);
    expect(bare.json.findings.find(({ id }) => id.endsWith('/books'))).toMatchObject({
      verdict: 'contradicted',
      flags: ['fits if the cells count in thousand: give their columns this unit'],
    });
    const file = join(dossier, 'datapackage.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"name": "books"', '"name": "books", "unit": "thousand"'));
    const { json } = await indexlab(...args);
    expect(json.findings.find(({ id }) => id.endsWith('/books'))!.verdict).toBe('reproduced');
  });

  test('a sum that is wrong because one cell fails its own check is no second mistake', async () => {
    const folder = scratch();
    const rows = ['1,Arn,40.6,40.6', '2,Belm,30.4,32.0', '3,Corve,29.0,29.0'];
    writeFileSync(join(folder, 'ports.csv'), `rank,port,loans,share (%)\n${rows.join('\n')}\n`);
    await indexlab('init', 'review', join(folder, 'r'), join(folder, 'ports.csv'));
    const file = join(folder, 'r/datapackage.json');
    const descriptor = JSON.parse(readFileSync(file, 'utf8')) as {
      resources: { schema: { fields: { role?: unknown }[] } }[];
    };
    descriptor.resources[0]!.schema.fields[3]!.role = [{ role: 'share of total', of: 'loans' }, { role: 'shares' }];
    writeFileSync(file, JSON.stringify(descriptor));
    const { json } = await indexlab('review', join(folder, 'r'), '--out', join(folder, 'out'), '--json');
    expect(json.causes.map(({ findings }) => findings.length)).toEqual([2]);
  });

  test('claims compare with the tables of another dossier, whose cells are cited with its alias', async () => {
    const folder = scratch();
    for (const [year, score] of [
      ['2030', '71.0'],
      ['2031', '82.4'],
    ] as const) {
      writeFileSync(join(folder, 'ports.csv'), `port,score\nArn,${score}\nBelm,60.2\n`);
      await indexlab('init', 'review', join(folder, year), join(folder, 'ports.csv'));
    }
    const file = join(folder, '2031/datapackage.json');
    const descriptor = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...descriptor, editions: { earlier: '../2030' } }));
    writeFileSync(
      join(folder, '2031/claims/claims.yaml'),
      '- id: growth\n  says: Arn grew by 16.1 %\n  printed: 16.1 %\n  compute: ports[Arn].score / earlier.ports[Arn].score - 1\n',
    );
    const { json } = await indexlab('review', join(folder, '2031'), '--out', join(folder, 'out'), '--json');
    const row = json.findings.find(({ id }) => id === '2031/growth')!;
    expect(row.verdict).toBe('reproduced');
    expect(row.inputs).toContain('2031/earlier.ports#1/score');
  });

  test('every error is told at once: file, line, claim and remedy', async () => {
    const folder = scratch();
    cpSync(tutorial, folder, { recursive: true });
    writeFileSync(
      join(folder, 'claims/claims.yaml'),
      '- id: a\n  says: one\n  printed: 1\n  compute: sum(rivers.scor)\n- id: b\n  says: two\n  compute: rivers[1] = Ambl\n- id: c\n  says: three\n  prnted: 3\n  compute: count(rivrs)\n',
    );
    const { status, notes } = await indexlab('review', folder, '--out', join(folder, 'out'));
    expect(status).toBe(2);
    expect(notes).toHaveLength(1);
    for (const said of [
      'claims/claims.yaml:4:23 a: rivers has no column scor. Did you mean score?',
      'claims/claims.yaml:7:24 b: no table has a unit Ambl. Did you mean Ambel?',
      'claims/claims.yaml:10:3 c: there is no key "prnted". Did you mean printed?',
      'claims/claims.yaml:11:18 c: there is no table rivrs. Did you mean rivers?',
    ])
      expect(notes[0]).toContain(said);
  });

  test('init review says plainly which documents it cannot read', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'report.pdf'), '%PDF-1.7');
    const { status, notes } = await indexlab('init', 'review', join(folder, 'r'), '--from', join(folder, 'report.pdf'));
    expect([status, notes[0]]).toEqual([2, expect.stringContaining('cannot read the tables of a document')]);
  });

  test.each([
    ['no dossier', 'datapackage.json', null, 'requires a datapackage.json'],
    ['a missing table', 'tables/basins.csv', null, 'there is no file tables/basins.csv'],
    ['broken JSON', 'datapackage.json', '{', 'requires JSON'],
    [
      'an unknown role',
      'datapackage.json',
      '{"name":"r","resources":[{"name":"years","path":"tables/years.csv","schema":{"fields":[{"name":"year","role":"tmie"}]}}]}',
      'unknown role "tmie"',
    ],
    [
      'a missing column',
      'datapackage.json',
      '{"name":"r","resources":[{"name":"years","path":"tables/years.csv","schema":{"fields":[{"name":"yaer"}]}}]}',
      'has no column yaer',
    ],
  ])('%s has status 2 and says what to do', async (_, file, text, said) => {
    const folder = scratch();
    cpSync(tutorial, folder, { recursive: true });
    if (text === null) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
    const { status, notes } = await indexlab('review', folder, '--out', join(folder, 'out'));
    expect(status).toBe(2);
    expect(notes[0]).toContain(said);
  });
});

describe('findings with a file', () => {
  const columns = (unit: string) => {
    const { table } = loadTable('internet-plus-2016/retail');
    const names = table.texts('name').values.slice(0, 50);
    return `city,sales (${unit})\n${names.map((name, at) => `${name},${9000 - 100 * at}`).join('\n')}\n`;
  };

  test('a row that needed its columns has a verdict, in the unit that the row wants', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'sales.csv'), columns('10 thousand yuan'));
    const args = ['findings', '--report', 'internet-plus-2016', '--with', join(folder, 'sales.csv'), '--json'];
    const { json } = await indexlab(...args);
    const row = json.findings.find(({ id }) => id === 'internet-plus-2016/statistics-retail')!;
    expect([row.verdict, row.needs]).toEqual(['contradicted', null]);
    expect(row.inputs).toContain('internet-plus-2016/user#1:50/sales');
  });

  test('another unit, and columns that no row wants, are errors that say the shape', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'sales.csv'), columns('yuan'));
    const unit = await indexlab('findings', '--with', join(folder, 'sales.csv'));
    expect([unit.status, unit.notes[0]]).toEqual([2, expect.stringContaining('needs sales in 10 thousand yuan')]);
    writeFileSync(join(folder, 'other.csv'), 'city,tram stops\n北京,1\n');
    const shape = await indexlab('findings', '--with', join(folder, 'other.csv'));
    expect([shape.status, shape.notes[0]]).toEqual([2, expect.stringContaining('statistics-retail: place, sales')]);
  });

  test('findings show gives cells, and the nearest ids to an unknown one', async () => {
    const { json } = await indexlab('findings', 'show', 'internet-plus-2016/leading-four-total', '--json');
    expect(json).toMatchObject({
      verdict: 'reproduced',
      cells: expect.arrayContaining([{ ref: 'internet-plus-2016/total#1/index', printed: '10.191' }]) as unknown,
    });
    const unknown = await indexlab('findings', 'show', 'leading-four');
    expect([unknown.status, unknown.notes[0]]).toEqual([
      2,
      expect.stringMatching(/Did you mean .*internet-plus-2016\/leading-four-ranks/),
    ]);
  });

  test('findings are filtered by class, mistake, words and token', async () => {
    const ids = async (...args: string[]) =>
      (await indexlab('findings', ...args, '--json')).json.findings.map(({ id }) => id);
    expect(await ids('--cause', 'transport-rows', '--report', 'internet-plus-2016')).toEqual([
      'internet-plus-2016/rows-transport-logistics',
      'internet-plus-2016/ranks-transport-logistics',
    ]);
    expect(await ids('--class', 'definition', '--report', 'internet-plus-2016')).toEqual([
      'internet-plus-2016/sum-cities',
    ]);
    expect(await ids('--printed', '28.26')).toEqual(['internet-plus-2016/leading-four-total']);
  });
});

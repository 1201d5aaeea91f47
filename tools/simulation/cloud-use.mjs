// Writes data/reports/internet-plus-2018/simulated/cloud-use.csv: in how many seeds regressions find an effect of cloud use on
// industry a year later in a world that has it and in one that has not, both with everything that the report prints of economy.
// It shows what designs can tell apart, and is never evidence for a coefficient.
//   node tools/simulation/cloud-use.mjs [seeds]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csvLine } from '@indexlab/core';
import { cloudDetection, publishedDossier } from '@indexlab/findings';

const seeds = Number(process.argv[2] ?? 100);
const rows = cloudDetection(publishedDossier('internet-plus-2018'), { seeds });
const lines = rows.map(({ design, effect, found }) => csvLine(['simulated', design, effect, seeds, found]));
writeFileSync(
  fileURLToPath(new URL('../../data/reports/internet-plus-2018/simulated/cloud-use.csv', import.meta.url)),
  `${[csvLine(['status', 'design', 'effect', 'seeds', 'found']), ...lines].join('\n')}\n`,
);

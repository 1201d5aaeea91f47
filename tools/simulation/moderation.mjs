// Writes data/reports/internet-plus-2016/simulated/moderation.csv: in how many seeds regressions find the moderation of section 2.3 in a
// world that has it and in one that has not, both with every printed score of base and industry. It shows what the design can
// tell apart, and is never evidence for its coefficient.
//   node tools/simulation/moderation.mjs [seeds]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csvLine } from '@indexlab/core';
import { moderationDetection, publishedDossier } from '@indexlab/findings';

const seeds = Number(process.argv[2] ?? 100);
const rows = moderationDetection(publishedDossier('internet-plus-2016'), { seeds });
const lines = rows.map(({ design, ratio, found, medianRatio }) =>
  csvLine(['simulated', design, ratio, seeds, found, medianRatio.toFixed(3)]),
);
writeFileSync(
  fileURLToPath(new URL('../../data/reports/internet-plus-2016/simulated/moderation.csv', import.meta.url)),
  `${[csvLine(['status', 'design', 'ratio', 'seeds', 'found', 'medianRatio']), ...lines].join('\n')}\n`,
);

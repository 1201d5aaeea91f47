import { expect, test } from 'vitest';
import { overviewPage } from './overview-page.js';

test('the page over all links each report with its counts and escapes its title', () => {
  const counts = { findings: 9, reproduced: 4, consistent: 2, contradicted: 3, notComputable: 1, context: 5 };
  const page = overviewPage([{ report: 'my-report', title: 'A & B', ...counts, mistakes: 2 }]);
  expect(page).toContain(
    '<a href="my-report.html">A &amp; B</a></td><td>4</td><td>2</td><td>3</td><td>1</td><td>5</td><td>2</td>',
  );
});

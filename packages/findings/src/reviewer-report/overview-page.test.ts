import { describe, expect, test } from 'vitest';
import { overviewPage } from './overview-page.js';

const counts = { findings: 9, reproduced: 4, consistent: 2, contradicted: 3, notComputable: 1, context: 5 };

describe('the page over all', () => {
  test('links each report with its counts and escapes its title', () => {
    const page = overviewPage([{ report: 'my-report', title: 'A & B', ...counts, mistakes: 2 }]);
    expect(page).toContain(
      '<a href="my-report.html">A &amp; B</a></td><td>4</td><td>2</td><td>3</td><td>1</td><td>5</td><td>2</td>',
    );
  });

  test('leads to the mistakes that touch a headline or a rank, and says what was keyed twice', () => {
    const cause = { id: 'r/big', report: 'r', title: 'A big one', findings: [], action: 'required' } as const;
    const causes = [
      { ...cause, materiality: 'headline' as const },
      { ...cause, id: 'r/small', title: 'A small one', materiality: 'digit' as const },
    ];
    const rekeyed = [{ ref: 't#1/x', printed: '1', held: '1', note: '' }];
    const page = overviewPage([{ report: 'r', title: 'R', ...counts, mistakes: 2, causes, rekeyed }], 'zh');
    expect(page).toContain('<a href="r.html#cause-r/big"><span lang="en">A big one</span></a>');
    expect(page).not.toContain('A small one');
    expect(page).toContain('<td>0/1</td>');
  });
});

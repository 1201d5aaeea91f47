// The table of all tasks, and the line that says which peers were absent.

/** One line per task and side, ours first, with the ratio of our calls to the fastest peer's warm one. */
export function tableOf(results) {
  const rows = [['task', 'side', 'cold ms', 'warm ms', 'cpu ms', 'cold / peer', 'warm / peer']];
  for (const { task, sides } of results) {
    const peers = Object.entries(sides).filter(([side]) => side !== 'ours');
    const fastest = Math.min(...peers.map(([, { warm, cold }]) => warm ?? cold));
    const ratio = (time) => (time === undefined || peers.length === 0 ? '' : (time / fastest).toFixed(2));
    rows.push([task, 'ours', ...timesOf(sides.ours), ratio(sides.ours.cold), ratio(sides.ours.warm)]);
    for (const [side, times] of peers) rows.push(['', side, ...timesOf(times), '', '']);
  }
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const lineOf = (row) => row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return `${rows.map((row) => lineOf(row).trimEnd()).join('\n')}\n`;
}

function timesOf({ cold, warm, cpu }) {
  return [cold, warm, cpu].map((time) => (time === undefined ? '' : time.toPrecision(3)));
}

/** Which peers could not be measured, and why. */
export function absentLine(results) {
  const reasons = new Map(results.flatMap(({ absent }) => Object.entries(absent)));
  if (reasons.size === 0) return 'No peer was absent.\n';
  return `Absent: ${[...reasons].map(([side, reason]) => `${side} (${reason})`).join('; ')}.\n`;
}

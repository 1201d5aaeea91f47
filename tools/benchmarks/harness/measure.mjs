// Measures one task: cold calls in fresh processes, then warm calls, all sides taking turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disagreement } from './agreement.mjs';
import { writeColumns } from './columns.mjs';
import { commandOf, numbersOf, startSide } from './side.mjs';

/** Calls of one turn take about so long, and the turns of one side together. */
const [turnMs, sideMs] = [50, 2500];
const [fewestTurns, mostTurns] = [3, 40];
const coldProcesses = 5;
/** A first call longer than this is measured once more, not four times. */
const longMs = 2000;

/**
 * `{ task, sides: { ours: { cold, warm, cpu }, … }, absent: { side: reason }, wrong: [text, …] }`, times in milliseconds.
 * Cold is the median first call of a fresh process: after start and import, with everything that the call itself sets off.
 * Warm is the median of all later calls, `cpu` the processor's time of one of them, all threads together.
 */
export async function measure(task, file) {
  const folder = mkdtempSync(join(tmpdir(), 'indexlab-bench-'));
  try {
    if (task.columns) writeColumns(folder, await task.columns());
    await task.write?.(folder);
    const commands = Object.fromEntries(
      ['ours', ...Object.keys(task.peers ?? {})].map((side) => [side, commandOf(task, file, side, folder)]),
    );
    const absent = {};
    const cold = await coldCalls(commands, absent);
    const sides = task.coldOnly ? cold : await warmCalls(commands, cold);
    const ours = numbersOf(folder, 'ours');
    const wrong = Object.keys(sides)
      .filter((side) => side !== 'ours')
      .map((side) => [side, disagreement(task, ours, numbersOf(folder, side))])
      .filter(([, text]) => text !== null)
      .map(([side, text]) => `${task.name}: ours and ${side} disagree: ${text}`);
    return { task: task.name, sides, absent, wrong };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function coldCalls(commands, absent) {
  const found = {};
  for (let round = 0; round < coldProcesses; round += 1) {
    for (const [side, command] of Object.entries(commands)) {
      if (absent[side] || (round > 1 && found[side][0] > longMs)) continue;
      const started = await startSide(command);
      if (started.absent) {
        if (side === 'ours') throw new Error(started.absent);
        absent[side] = started.absent;
        continue;
      }
      (found[side] ??= []).push((await started.call(1)).wall[0]);
      await started.stop();
    }
  }
  return Object.fromEntries(Object.entries(found).map(([side, times]) => [side, { cold: median(times) }]));
}

async function warmCalls(commands, cold) {
  const running = [];
  for (const [side, times] of Object.entries(cold)) {
    const process = await startSide(commands[side]);
    await process.call(1);
    const { wall } = await process.call(1);
    const calls = Math.max(1, Math.ceil(turnMs / wall[0]));
    const turns = Math.min(mostTurns, Math.max(fewestTurns, Math.ceil(sideMs / (calls * wall[0]))));
    running.push({ side, ...times, process, calls, turns, wall: [], cpu: [] });
  }
  for (let turn = 0; turn < mostTurns; turn += 1) {
    for (const one of running) {
      if (turn >= one.turns) continue;
      const { wall, cpu } = await one.process.call(one.calls);
      one.wall.push(...wall);
      one.cpu.push(cpu / one.calls);
    }
  }
  for (const { process } of running) await process.stop();
  return Object.fromEntries(
    running.map(({ side, cold: first, wall, cpu }) => [side, { cold: first, warm: median(wall), cpu: median(cpu) }]),
  );
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

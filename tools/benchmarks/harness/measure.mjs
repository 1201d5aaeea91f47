// Measures one task: cold calls in fresh processes, then warm calls, all sides taking turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disagreement } from './agreement.mjs';
import { writeColumns } from './columns.mjs';
import { commandOf, numbersOf, startSide } from './side.mjs';

/** Calls of one turn take about so long, and the turns of one side together. */
const [turnMs, sideMs] = [50, 1500];
const [fewestTurns, mostTurns] = [3, 40];
const coldProcesses = 5;
/** A call longer than this is made in one process only, and twice after its first. */
const longMs = 2000;

/**
 * `{ task, sides: { ours: { cold, warm, cpu }, … }, absent: { side: reason }, wrong: [text, …] }`, times in milliseconds.
 * Cold is the median first call of a fresh process: after start and import, with everything that the call itself sets off. A
 * peer's is that of one process, since no ratio is to it.
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
    const running = await startSides(commands, absent);
    const cold = [running[0].cold, ...(await coldCalls(commands.ours, running[0].cold))];
    if (!task.coldOnly) await warmCalls(running);
    for (const { process } of running) await process.stop();
    const sides = Object.fromEntries(
      running.map(({ side, cold: first, wall, cpu }) => [
        side,
        {
          cold: side === 'ours' ? median(cold) : first,
          ...(!task.coldOnly && { warm: median(wall), cpu: median(cpu) }),
        },
      ]),
    );
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

/** A process for each side that can start, ours first, after its first call. */
async function startSides(commands, absent) {
  const running = [];
  for (const [side, command] of Object.entries(commands)) {
    const process = await startSide(command);
    if (process.absent) {
      if (side === 'ours') throw new Error(process.absent);
      absent[side] = process.absent;
      continue;
    }
    running.push({ side, process, cold: (await process.call(1)).wall[0], wall: [], cpu: [] });
  }
  return running;
}

/** Our first call in further processes; none where it takes long. */
async function coldCalls(command, first) {
  const times = [];
  while (first <= longMs && times.length < coldProcesses - 1) {
    const process = await startSide(command);
    times.push((await process.call(1)).wall[0]);
    await process.stop();
  }
  return times;
}

async function warmCalls(running) {
  const call = async (one) => {
    const { wall, cpu } = await one.process.call(one.calls);
    one.wall.push(...wall);
    one.cpu.push(cpu / one.calls);
  };
  for (const one of running) {
    // What a long call takes is known from its first.
    const about = one.cold > longMs ? one.cold : (await one.process.call(1)).wall[0];
    one.calls = Math.max(1, Math.ceil(turnMs / about));
    const fewest = about > longMs ? 2 : fewestTurns;
    one.turns = Math.min(mostTurns, Math.max(fewest, Math.ceil(sideMs / (one.calls * about))));
  }
  for (let turn = 0; turn < mostTurns; turn += 1) {
    for (const one of running) if (turn < one.turns) await call(one);
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

// How fast are messages written and read, and what do they cost in memory? Messages: small, mixed, numbers, texts.
// Everything runs in turn in one process; what counts are ratios to npm's `flatbuffers`.
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { interleaved, type Measured } from './interleaved.js';
import { printTable } from './measure.js';
import { questions } from './messages-cases.js';
import type { MessageName } from './messages-peers.js';
import { drawRatios, type Bar } from './messages-plot.js';

const ROUNDS = Number(process.argv[2] ?? 41);

console.log(
  `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, node ${process.version}, load ${os
    .loadavg()[0]
    ?.toFixed(1)}\n`,
);
const bars: Bar[] = [];
for (const { message, question, cases } of questions()) {
  report(message, question, await interleaved(cases, ROUNDS));
}
writeFileSync(fileURLToPath(new URL('../messages.svg', import.meta.url)), await drawRatios(bars));

function report(name: MessageName, question: string, cases: readonly Measured[]): void {
  const base = cases[0]?.time ?? Number.NaN;
  const sized = cases.some(({ size }) => size !== undefined);
  printTable(
    [`${name}: ${question}`, ...(sized ? ['bytes'] : []), 'time', 'x npm', 'memory'],
    cases.map((each) => [
      each.name,
      ...(sized ? [String(each.size ?? '')] : []),
      inUnits(each.time),
      ratio(base / each.time),
      `${Math.round(each.allocated)} B`,
    ]),
  );
  console.log();
  if (question !== 'encode' && question !== 'decode and look at all') return;
  for (const each of cases) {
    bars.push({ message: name, question, name: each.name, ratio: base / each.time });
  }
}

function inUnits(time: number): string {
  return time < 10_000 ? `${Math.round(time)} ns` : `${(time / 1000).toFixed(1)} us`;
}

function ratio(times: number): string {
  return times.toFixed(times < 1.995 ? 2 : 1);
}

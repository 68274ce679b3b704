// How fast is a builder with the classic API? The same calls to ours and to that of npm `flatbuffers`, both used again
// for each message, and both with the same bytes as the result. Time is work of the
// processor, with all that collects garbage.
import os from 'node:os';
import { Builder } from '@fb/flatbuffers';
import { Builder as PeerBuilder } from 'flatbuffers';
import type { BuilderLike } from './builder-messages.js';
import { printTable, times } from './measure.js';
import { processorTimes } from './processor-time.js';

const ROUNDS = 25;

const here = await messagesFor('here');
const there = await messagesFor('there');
const ours = new Builder();
// Its types say less than its code: it is the API that ours has.
const peer = new PeerBuilder() as BuilderLike;

console.log(`${os.cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}\n`);
const cases = (
  [
    ['FooBar', 'fooBars', 4000],
    ['Monster', 'monster', 4000],
    ['1,200 short strings', 'strings', 60],
    ['1,024 tables of as many shapes', 'shapes', 10],
  ] as const
).map(([name, key, runs]) => ({
  name,
  bytes: sameBytes(here[key], there[key]),
  time: processorTimes(
    {
      own: () => repeated(() => built(ours, here[key]), runs),
      other: () => repeated(() => built(peer, there[key]), runs),
    },
    ROUNDS,
  ),
  runs,
}));

printTable(
  ['message', 'bytes', 'here', 'npm', 'faster'],
  cases.map(({ name, bytes, time: { own, other }, runs }) => [
    name,
    String(bytes),
    inNanoseconds((own * 1e6) / runs),
    inNanoseconds((other * 1e6) / runs),
    times(other, own),
  ]),
);

/** The functions that write messages, in a module of their own. */
async function messagesFor(name: string): Promise<typeof import('./builder-messages.js')> {
  return (await import(`./builder-messages.js?${name}`)) as typeof import('./builder-messages.js');
}

function built(builder: BuilderLike, write: (builder: BuilderLike) => void): number {
  builder.clear();
  write(builder);
  return builder.asUint8Array().length;
}

/** How many bytes a message has, once both builders agree. */
function sameBytes(own: (builder: BuilderLike) => void, other: (builder: BuilderLike) => void): number {
  built(ours, own);
  built(peer, other);
  if (Buffer.compare(ours.asUint8Array(), peer.asUint8Array()) !== 0) throw new Error('the bytes differ');
  return ours.asUint8Array().length;
}

function repeated(call: () => unknown, runs: number): void {
  for (let run = 0; run < runs; run++) call();
}

function inNanoseconds(value: number): string {
  return value < 10_000 ? `${value.toFixed(0)} ns` : `${(value / 1000).toFixed(0)} us`;
}

// How fast is a builder with the classic API? The same calls to ours and to that of npm `flatbuffers`, both used again
// for each message, and both with the same bytes as the result. Time is work of the
// processor, with all that collects garbage.
import os from 'node:os';
import { Builder } from '@fb/flatbuffers';
import { Builder as PeerBuilder } from 'flatbuffers';
import type { BuilderLike } from './builder-messages.js';
import { median, printTable, times, work } from './measure.js';

const ROUNDS = 25;
/** What a round of a message takes here, about, in ms. */
const ROUND = 10;

const here = await messagesFor('here');
const there = await messagesFor('there');
const ours = new Builder();
// Its types say less than its code: it is the API that ours has.
const peer = new PeerBuilder() as BuilderLike;

console.log(`${os.cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}\n`);
const cases = (
  [
    ['FooBar', 'fooBars'],
    ['Monster', 'monster'],
    ['1,200 short strings', 'strings'],
    ['1,024 tables of as many shapes', 'shapes'],
  ] as const
).map(([name, key]) => ({
  name,
  bytes: sameBytes(here[key], there[key]),
  runs: 20,
  own: () => built(ours, here[key]),
  other: () => built(peer, there[key]),
  times: { own: [] as number[], other: [] as number[] },
}));

for (let round = -5; round < ROUNDS; round++) {
  for (const each of cases) {
    const own = work(each.own, each.runs);
    const other = work(each.other, each.runs);
    if (round < 0) each.runs = Math.ceil((ROUND * 1e6) / Math.max(1, own));
    else {
      each.times.own.push(own);
      each.times.other.push(other);
    }
  }
}
printTable(
  ['message', 'bytes', 'here', 'npm', 'faster'],
  cases.map(({ name, bytes, times: { own, other } }) => [
    name,
    String(bytes),
    inNanoseconds(median(own)),
    inNanoseconds(median(other)),
    times(median(other), median(own)),
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

function inNanoseconds(value: number): string {
  return value < 10_000 ? `${value.toFixed(0)} ns` : `${(value / 1000).toFixed(0)} us`;
}

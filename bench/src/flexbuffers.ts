// How fast and how small are FlexBuffers beside npm `flatbuffers`, msgpackr, cbor-x and JSON? Values are encoded, decoded
// as a whole, and read in part; what a look-up leaves behind in memory is counted.
import os from 'node:os';
import { Encoder, decode, getRoot, type FlexMap, type Vector } from '@fb/flexbuffers';
import * as cbor from 'cbor-x';
import * as npm from 'flatbuffers/mjs/flexbuffers.js';
import { Packr } from 'msgpackr';
import { KEYS, RECORDS, dictionaryKey, flexDocuments, type Person } from './flexbuffers-documents.js';
import { FLEX_WORLDS, NPM_WORLD, flexWorldSize } from './flexbuffers-worlds.js';
import { processorTimes } from './processor-time.js';
import { printTable, times } from './measure.js';

const ROUNDS = 41;
const LOOK_UPS = 1_000;

/** The columns of the peers, in this order. */
const PEERS = ['npm', 'msgpackr', '... records', 'cbor-x'];

const documents = flexDocuments();
console.log(`${os.cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}\n`);

const encoder = new Encoder();
const sharing = new Encoder({ shareStrings: true });
const plain = new Packr({ useRecords: false });
const records = new Packr({ useRecords: true });
const plainCbor = new cbor.Encoder({ useRecords: false, mapsAsObjects: true });
const npmBytes = (value: unknown): ArrayBuffer => {
  const bytes = npm.encode(value);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

encoding();
decoding();
lookingUp();
allocating();
sizes();
await bundles();

function encoding(): void {
  const rows: string[][] = [];
  for (const { name, value, times: count } of documents) {
    const time = processorTimes(
      {
        npm: repeat(count, () => npm.encode(value)),
        here: repeat(count, () => encoder.encodeView(value)),
        copied: repeat(count, () => encoder.encode(value)),
        shared: repeat(count, () => sharing.encodeView(value)),
        plain: repeat(count, () => plain.pack(value)),
        records: repeat(count, () => records.pack(value)),
        cbor: repeat(count, () => plainCbor.encode(value)),
        json: repeat(count, () => JSON.stringify(value)),
      },
      ROUNDS,
    );
    rows.push(row(name, time, count));
  }
  printTable(
    [
      'encode',
      'here',
      'copied',
      'strings shared',
      ...PEERS,
      'JSON.stringify',
      'x npm',
      'x msgpackr',
      'x JSON',
    ],
    rows,
  );
  console.log();
}

function decoding(): void {
  const rows: string[][] = [];
  for (const { name, value, times: count } of documents) {
    const here = encoder.encode(value);
    const theirs = npmBytes(value);
    const packed = Buffer.from(plain.pack(value));
    const recorded = Buffer.from(records.pack(value));
    const inCbor = Buffer.from(plainCbor.encode(value));
    const text = JSON.stringify(value);
    const time = processorTimes(
      {
        npm: canRead(theirs) ? repeat(count, () => npm.toObject(theirs)) : () => undefined,
        here: repeat(count, () => decode(here)),
        plain: repeat(count, () => plain.unpack(packed)),
        records: repeat(count, () => records.unpack(recorded)),
        cbor: repeat(count, () => plainCbor.decode(inCbor)),
        json: repeat(count, () => JSON.parse(text)),
      },
      ROUNDS,
    );
    rows.push(row(name, { ...time, npm: canRead(theirs) ? time.npm : NaN }, count));
  }
  printTable(['decode', 'here', ...PEERS, 'JSON.parse', 'x npm', 'x msgpackr', 'x JSON'], rows);
  console.log();
}

/** npm `flatbuffers` does not read all that it writes. */
function canRead(bytes: ArrayBuffer): boolean {
  try {
    npm.toObject(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A line: the times of one document, with npm's after our own, and how many times faster the first of ours is. */
function row(name: string, time: Readonly<Record<string, number>>, count: number): string[] {
  const { npm: npmTime = NaN, here = NaN, copied, shared, ...peers } = time;
  const own = [here, copied, shared].filter((each) => each !== undefined);
  const { plain: plainTime = NaN, json = NaN } = peers;
  return [
    name,
    ...[...own, npmTime, ...Object.values(peers)].map((each) => inUs(each / count)),
    ...[npmTime, plainTime, json].map((peer) => (Number.isNaN(peer) ? '' : times(peer, here))),
  ];
}

function lookingUp(): void {
  const { root, theirs, map, theirMap, bytes, text } = lookUps();
  const one = processorTimes(
    {
      npm: repeat(LOOK_UPS, (i) => theirs.get(at(i)).get('email').stringValue()),
      here: repeat(LOOK_UPS, (i) => root.get(at(i)).asMap().get('email').asString()),
      plain: () => (plain.unpack(bytes) as Person[])[7]?.email,
      json: () => (JSON.parse(text) as Person[])[7]?.email,
    },
    ROUNDS,
  );
  const few = processorTimes(
    {
      npm: repeat(RECORDS, (i) => {
        const person = theirs.get(i);
        const city = person.get('address').get('city').stringValue();
        return [person.get('id').intValue(), person.get('email').stringValue(), city];
      }),
      here: repeat(RECORDS, (i) => {
        const person = root.get(i).asMap();
        const city = person.get('address').asMap().get('city').asString();
        return [person.get('id').asInt32(), person.get('email').asString(), city];
      }),
    },
    ROUNDS,
  );
  const many = processorTimes(
    {
      npm: repeat(LOOK_UPS, (i) => theirMap.get(dictionaryKey(at(i))).intValue()),
      here: repeat(LOOK_UPS, (i) => map.get(dictionaryKey(at(i))).asInt32()),
    },
    ROUNDS,
  );
  const line = (name: string, time: { npm: number; here: number }, count: number): string[] => [
    name,
    inNs(time.here / count),
    inNs(time.npm / count),
    times(time.npm, time.here),
  ];
  printTable(
    ['read', 'here', 'npm', 'x npm'],
    [
      line('`root[i].email`', one, LOOK_UPS),
      line('3 fields of a record', few, RECORDS),
      line(`a key of ${KEYS}`, many, LOOK_UPS),
      ['`root[i].email`, by msgpackr decoding all', inNs(one.plain), '', ''],
      ['`root[i].email`, by JSON.parse', inNs(one.json), '', ''],
    ],
  );
  console.log();
}

/** What one look-up leaves behind: the growth of the heap over many, without collection in between. */
function allocating(): void {
  const { root, theirs } = lookUps();
  const rounds = 10_000;
  const grown = (run: (i: number) => unknown): string => {
    repeat(rounds, run)();
    const samples = Array.from({ length: 9 }, () => {
      const before = process.memoryUsage().heapUsed;
      repeat(rounds, run)();
      return (process.memoryUsage().heapUsed - before) / rounds;
    });
    // A collection within a sample makes it negative, or too small.
    return `${Math.round(Math.max(...samples))} B`;
  };
  printTable(
    ['heap a look-up', 'here', 'npm'],
    [
      [
        '`root[i].email`, with its string',
        grown((i) => root.get(at(i)).asMap().get('email').asString()),
        grown((i) => theirs.get(at(i)).get('email').stringValue()),
      ],
      [
        '`root[i].score`',
        grown((i) => root.get(at(i)).asMap().get('score').asDouble()),
        grown((i) => theirs.get(at(i)).get('score').numericValue()),
      ],
    ],
  );
  console.log();
}

/** What npm's reference can do; its declared types forget that keys are strings. */
interface NpmReference {
  get(key: string | number): NpmReference;
  intValue(): number | bigint | null;
  numericValue(): number | bigint | null;
  stringValue(): string | null;
}

interface LookUps {
  readonly root: Vector;
  readonly map: FlexMap;
  readonly theirs: NpmReference;
  readonly theirMap: NpmReference;
  /** The records in msgpack and in JSON. */
  readonly bytes: Buffer;
  readonly text: string;
}

function lookUps(): LookUps {
  const [first, , , last] = documents;
  return {
    root: getRoot(encoder.encode(first?.value)).asVector(),
    map: getRoot(encoder.encode(last?.value)).asMap(),
    theirs: npm.toReference(npmBytes(first?.value)) as unknown as NpmReference,
    theirMap: npm.toReference(npmBytes(last?.value)) as unknown as NpmReference,
    bytes: Buffer.from(plain.pack(first?.value)),
    text: JSON.stringify(first?.value),
  };
}

/** Records in an order that is not theirs. */
function at(i: number): number {
  return (i * 7919) % RECORDS;
}

function sizes(): void {
  printTable(
    ['size', 'here', 'strings shared', ...PEERS, 'JSON'],
    documents.map(({ name, value }) => [
      name,
      ...[
        encoder.encode(value).length,
        sharing.encode(value).length,
        npm.encode(value).length,
        plain.pack(value).length,
        records.pack(value).length,
        plainCbor.encode(value).length,
        Buffer.byteLength(JSON.stringify(value)),
      ].map(inKb),
    ]),
  );
  console.log();
}

async function bundles(): Promise<void> {
  const worlds = [...FLEX_WORLDS, { name: 'encode and decode, npm', text: NPM_WORLD, ceiling: 0 }];
  const rows: string[][] = [];
  for (const { name, text, ceiling } of worlds) {
    const { minified, gzip } = await flexWorldSize(text);
    rows.push([name, `${minified} B`, `${gzip} B`, ceiling > 0 ? `${ceiling} B` : '']);
  }
  printTable(['bundle', 'minified', 'gzip', 'ceiling'], rows);
}

/** `run`, so many times; what it gives is kept until the end, so that no engine leaves it out. */
function repeat(count: number, run: (i: number) => unknown): () => unknown {
  return () => {
    let last: unknown;
    for (let i = 0; i < count; i++) last = run(i);
    return last;
  };
}

function inUs(ms: number): string {
  if (Number.isNaN(ms)) return 'fails';
  const us = ms * 1000;
  return us < 100 ? `${us.toFixed(2)} us` : `${Math.round(us)} us`;
}

function inNs(ms: number): string {
  return `${Math.round(ms * 1e6)} ns`;
}

function inKb(size: number): string {
  return `${(size / 1000).toFixed(1)} KB`;
}

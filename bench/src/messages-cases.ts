// The messages of the benchmarks, and all ways to write and read them: our own, npm's `flatbuffers`, and its peers.
import { decodeUtf8 } from '@fb/bytes';
import * as ourRuntime from '@fb/flatbuffers';
import * as npmRuntime from 'flatbuffers';
import { ourModule, referenceModule, type Module } from './generated-modules.js';
import type { Case } from './interleaved.js';
import {
  classic,
  sumFooBars,
  sumNumbers,
  sumSamples,
  sumSamplesByView,
  sumTexts,
  type Classes,
  type ClassicRuntime,
} from './messages-classic.js';
import { fooBars, MESSAGES_SCHEMA, monster, numbers, samples, texts } from './messages-data.js';
import { flat } from './messages-flat.js';
import { encodeByHand, sumByHand } from './messages-limit.js';
import { onePlainField, peers, sumPlain, type MessageName } from './messages-peers.js';

/** Cases that give the same answer; the first is npm's. */
export interface Question {
  readonly message: MessageName;
  readonly question: string;
  readonly cases: readonly Case[];
}

const values = { FooBars: fooBars, Monster: monster, Numbers: numbers, Samples: samples, Texts: texts };
const names = Object.keys(values) as MessageName[];

const ours = await ourModule(MESSAGES_SCHEMA, 'ours', { objectApi: true, flatAccessors: true });
const theirs = await referenceModule(MESSAGES_SCHEMA, 'reference');
const npm = classic(npmRuntime as unknown as ClassicRuntime, theirs as unknown as Classes);
const own = classic(ourRuntime as unknown as ClassicRuntime, ours as unknown as Classes);
const functions = flat(ours);
const all = peers();

const encoders = {
  view: new ourRuntime.Encoder(),
  window: new ourRuntime.Encoder({ results: 'window' }),
  copy: new ourRuntime.Encoder({ results: 'copy' }),
};

type Encode = (value: object, encoder?: ourRuntime.Encoder) => Uint8Array;
type Decode = (bytes: Uint8Array) => unknown;
const encodeOf = (module: Module, name: MessageName): Encode => module[`encode${name}`] as unknown as Encode;
const decodeOf = (module: Module, name: MessageName): Decode => module[`decode${name}`] as unknown as Decode;
/** The union of what our decoder gives. */
const armed = { equipped: (({ equipped }: { equipped: { value: object } }) => equipped.value) as never };

const sums = {
  FooBars: (api: typeof npm, bytes: Uint8Array): number => sumFooBars(api.openFooBars(bytes)),
  Monster: (api: typeof npm, bytes: Uint8Array): number => api.sumMonster(api.openMonster(bytes)),
  Numbers: (api: typeof npm, bytes: Uint8Array): number => sumNumbers(api.openNumbers(bytes)),
  Samples: (api: typeof npm, bytes: Uint8Array): number => sumSamples(api.openSamples(bytes)),
  Texts: (api: typeof npm, bytes: Uint8Array): number => sumTexts(api.openTexts(bytes)),
};
const fields = {
  FooBars: (api: typeof npm, bytes: Uint8Array): number => api.openFooBars(bytes).fruit(),
  Monster: (api: typeof npm, bytes: Uint8Array): number => api.openMonster(bytes).hp(),
};

/** What is asked of each message. */
export function* questions(): Iterable<Question> {
  for (const name of names) yield* questionsOf(name);
}

function* questionsOf(name: MessageName): Iterable<Question> {
  const value = values[name];
  const bytes = encodeOf(ours, name)(value).slice();
  const npmBytes = npm[`encode${name}`](value as never).slice();
  check(name, bytes, npmBytes);
  const encode: Case[] = [
    { name: 'npm flatbuffers', run: () => npm[`encode${name}`](value as never), size: npmBytes.length },
    { name: 'ours, view', run: () => encodeOf(ours, name)(value, encoders.view), size: bytes.length },
    { name: 'ours, window', run: () => encodeOf(ours, name)(value, encoders.window), size: bytes.length },
    { name: 'ours, copy', run: () => encodeOf(ours, name)(value, encoders.copy), size: bytes.length },
    { name: 'ours, no encoder', run: () => encodeOf(ours, name)(value), size: bytes.length },
    { name: 'ours, Builder', run: () => own[`encode${name}`](value as never), size: npmBytes.length },
    ...all.map((peer) => ({
      name: peer.name,
      run: () => peer.encode(name),
      size: peer.encode(name).length,
    })),
  ];
  const read: Case[] = [
    { name: 'npm flatbuffers', run: () => sums[name](npm, bytes) },
    { name: 'ours, classes', run: () => sums[name](own, bytes) },
    { name: 'ours, flat functions', run: () => functions[name](new ourRuntime.Decoder(bytes)) },
    { name: 'ours, plain objects', run: () => sumPlain(armed, name, decodeOf(ours, name)(bytes)) },
    ...all.map((peer) => {
      const encoded = Buffer.from(peer.encode(name));
      return { name: peer.name, run: () => sumPlain(peer, name, peer.decode(name, encoded)) };
    }),
  ];
  if (name === 'Samples') {
    read.push({ name: 'ours, view of doubles', run: () => sumSamplesByView(own.openSamples(bytes)) });
  }
  if (name === 'FooBars') {
    const byHand = encodeByHand(fooBars).slice();
    encode.push({ name: 'by hand, fixed offsets', run: () => encodeByHand(fooBars), size: byHand.length });
    read.push({ name: 'by hand, fixed offsets', run: () => sumByHand(byHand, decodeUtf8) });
  }
  yield { message: name, question: 'encode', cases: encode };
  yield { message: name, question: 'decode and look at all', cases: read };
  if (name !== 'FooBars' && name !== 'Monster') return;
  const decoder = new ourRuntime.Decoder(bytes);
  const opened = [npm, own].map((api) =>
    name === 'FooBars' ? api.openFooBars(bytes) : api.openMonster(bytes),
  );
  const traverse: Case[] = [
    { name: 'npm flatbuffers', run: () => traverseOpened(npm, opened[0] as never) },
    { name: 'ours, classes', run: () => traverseOpened(own, opened[1] as never) },
    { name: 'ours, flat functions', run: () => functions[name](decoder) },
  ];
  yield { message: name, question: 'look at all, opened before', cases: traverse };
  const field: Case[] = [
    { name: 'npm flatbuffers', run: () => fields[name](npm, bytes) },
    { name: 'ours, classes', run: () => fields[name](own, bytes) },
    { name: 'ours, flat functions', run: () => functions.field[name](new ourRuntime.Decoder(bytes)) },
    ...all.map((peer) => {
      const encoded = Buffer.from(peer.encode(name));
      return { name: peer.name, run: () => onePlainField(name, peer.decode(name, encoded)) };
    }),
  ];
  yield { message: name, question: 'decode and look at one field', cases: field };

  function traverseOpened(api: typeof npm, root: never): number {
    return name === 'FooBars' ? sumFooBars(root) : api.sumMonster(root);
  }
}

/** All ways must give the same answer before they are compared. */
function check(name: MessageName, bytes: Uint8Array, npmBytes: Uint8Array): void {
  const expected = sums[name](npm, npmBytes);
  const answers = [
    sums[name](npm, bytes),
    sums[name](own, bytes),
    functions[name](new ourRuntime.Decoder(bytes)),
    sumPlain(armed, name, decodeOf(ours, name)(bytes)),
    ...all.map((peer) => sumPlain(peer, name, peer.decode(name, Buffer.from(peer.encode(name))))),
  ];
  for (const [i, answer] of answers.entries()) {
    if (Math.abs(answer - expected) > Math.abs(expected) * 1e-9) {
      throw new Error(`${name}: reader ${i} gives ${answer} instead of ${expected}`);
    }
  }
}

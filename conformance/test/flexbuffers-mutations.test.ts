// Buffers of the reference, damaged in 60,000 ways, the same in every run. Whatever reads them ends, and fails, if it
// does, with a FlexBufferError; and where the verifier is content, lazy reading does not fail at all.
import { FlexBufferError, decode, encode, getRoot, printText, verify, type Reference } from '@fb/flexbuffers';
import { toObject } from '@fb/flexbuffers/compat';
import { describe, expect, it } from 'vitest';
import { vectorJson } from '../src/vectors.js';

const MUTATIONS = 60_000;

/** Larger buffers take longer to read and break no differently. */
const LARGEST = 1_000;

/** Bytes that mean something: widths, small lengths, limits of integers, packed types of containers. */
const TELLING = [
  0, 1, 2, 3, 4, 5, 8, 9, 0x14, 0x24, 0x25, 0x28, 0x2c, 0x38, 0x64, 0x7f, 0x80, 0x90, 0xfe, 0xff,
];

const VALUES = [
  { name: 'Orc', hp: [1, 2, 300], weapons: [{ name: 'axe', damage: 5 }], big: 2n ** 63n, pi: Math.PI },
  [[[['deep']]], Float64Array.of(1, 2), Int16Array.of(-1, 2, 3), Uint8Array.of(1, 2, 3)],
  Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`key${i}`, i % 3 === 0 ? `value ${i}` : i * 1000]),
  ),
];

function seeds(): Uint8Array[] {
  const { cases } = vectorJson<{ cases: { hex: string }[] }>('flexbuffers/builder.json');
  const ofReference = cases.map(({ hex }) => Uint8Array.from(Buffer.from(hex, 'hex')));
  const ours = VALUES.map((value) => encode(value, { shareStrings: true, indirectFloats: true }));
  return [...ofReference, ...ours].filter(({ length }) => length <= LARGEST);
}

/** Whole numbers below a bound, the same in every run. */
function random(): (bound: number) => number {
  let state = 20_240_601;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

function damage(seed: Uint8Array, next: (bound: number) => number): Uint8Array {
  const kind = next(8);
  if (kind === 0) return seed.slice(0, next(seed.length));
  if (kind === 1) return seed.slice(next(seed.length));
  const bytes = seed.slice();
  // A part of it over another.
  if (kind === 2) return bytes.copyWithin(next(bytes.length), next(bytes.length), next(bytes.length));
  for (let changes = 1 + next(3); changes > 0; changes--) {
    // Sizes, offsets and types are near the end, where the root is, more often than not.
    const at = next(3) === 0 ? bytes.length - 1 - next(Math.min(16, bytes.length)) : next(bytes.length);
    bytes[at] = next(2) === 0 ? (TELLING[next(TELLING.length)] ?? 0) : (bytes[at] ?? 0) ^ (1 << next(8));
  }
  return bytes;
}

/** Reads everything there is to read of no more than `budget` values. */
function readAll(value: Reference, budget: { left: number }): void {
  if (budget.left-- <= 0) return;
  value.asInt64();
  value.asUint64();
  value.asInt32();
  value.asUint32();
  value.asDouble();
  value.asBool();
  value.asString();
  value.asKey();
  value.asBlob();
  value.asTypedVector().toTypedArray();
  value.asFixedTypedVector().toTypedArray();
  const map = value.asMap();
  map.get('key1');
  map.has('');
  map.keys();
  for (const [, member] of map) {
    readAll(member, budget);
    if (budget.left <= 0) return;
  }
  for (const element of value.asAnyVector()) {
    readAll(element, budget);
    if (budget.left <= 0) return;
  }
}

/** Whether it went through; anything but a FlexBufferError is a fault of ours. */
function attempt(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof FlexBufferError) return false;
    throw error;
  }
}

describe('damaged buffers', () => {
  it(`are read without a fault: ${MUTATIONS} of them`, () => {
    const next = random();
    const originals = seeds();
    const count = { read: 0, sound: 0, decoded: 0 };
    for (let i = 0; i < MUTATIONS; i++) {
      const bytes = damage(originals[i % originals.length]!, next);
      const sound = verify(bytes, { checkAlignment: next(2) === 0 }) === null;
      const read = attempt(() => readAll(getRoot(bytes), { left: 300 }));
      const decoded = attempt(() => decode(bytes));
      attempt(() => toObject(bytes));
      attempt(() => getRoot(bytes).toString());
      attempt(() => printText(getRoot(bytes), { quoteStrings: true, quoteKeys: true, indent: '  ' }));
      if (sound && !read)
        throw new Error(`verified, but not readable: ${Buffer.from(bytes).toString('hex')}`);
      count.read += Number(read);
      count.sound += Number(sound);
      count.decoded += Number(decoded);
    }
    // The damage is neither so light nor so heavy that it would test nothing.
    for (const times of Object.values(count)) {
      expect(times).toBeGreaterThan(MUTATIONS / 10);
      expect(times).toBeLessThan(MUTATIONS);
    }
  });
});

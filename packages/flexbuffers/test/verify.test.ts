import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Builder,
  FlexBufferError,
  FlexType,
  decode,
  encode,
  getRoot,
  printText,
  verify,
  type Reference,
} from '../src/index.js';
import { anyValue } from './arbitrary-value.js';

describe('verify', () => {
  it('names the fault, its place and its path', () => {
    const bytes = encode({ weapons: [{ name: 'axe' }, { name: 'sword' }] });
    expect(verify(bytes)).toBeNull();
    const length = Buffer.from(bytes).indexOf('sword') - 1;
    bytes[length] = 0xff;
    expect(verify(bytes)).toMatchObject({ code: 'bounds', offset: length + 1, path: '$.weapons[1].name' });
  });

  it('rejects containers that contain themselves, at once', () => {
    expect(verify(Buffer.from('010028022801', 'hex'))).toMatchObject({ code: 'cycle', path: '$[0]' });
  });

  it('accepts values that are shared more than 63 times', () => {
    const b = new Builder({ shareStrings: true });
    b.vector((v) => {
      for (let i = 0; i < 1000; i++) v.string('again');
    });
    expect(verify(b.finish())).toBeNull();
  });

  it('rejects maps with another number of keys than of values', () => {
    const b = new Builder();
    b.map((m) => [m.int('a', 1), m.int('b', 2)]);
    const bytes = b.finish();
    // a\0 b\0 | 2 keys | offsets | offset to keys, width, 2 values | ...
    bytes[4] = 1;
    expect(verify(bytes)).toMatchObject({ code: 'map-size' });
    expect(() => getRoot(bytes).asMap()).toThrow(FlexBufferError);
  });

  it('checks order, UTF-8 and ends of strings only if strict', () => {
    const unsorted = Buffer.from('666f6f00626172000209050201020e0d0404042401', 'hex');
    expect(verify(unsorted)).toBeNull();
    expect(verify(unsorted, { strict: true })).toMatchObject({ code: 'map-order' });
    const b = new Builder();
    b.string(Uint8Array.of(0xff));
    const malformed = b.finish();
    expect(verify(malformed)).toBeNull();
    expect(verify(malformed, { strict: true })).toMatchObject({ code: 'utf8', path: '$' });
    const open = Buffer.from('016178021401', 'hex');
    expect(verify(open)).toBeNull();
    expect(verify(open, { strict: true })).toMatchObject({ code: 'unterminated-string' });
  });

  it('refuses the work that overlapping vectors make', () => {
    // 40,000 bytes 00 04 00 04 …: at each even place a vector of 0x0400 elements, all of them inline.
    const count = 10_000;
    const bytes = new Uint8Array(40_000 + 2 + 3 * count + 4);
    for (let at = 1; at < 40_000; at += 2) bytes[at] = 4;
    const view = new DataView(bytes.buffer);
    const start = 40_002;
    view.setUint16(start - 2, count, true);
    for (let i = 0; i < count; i++) {
      const at = start + 2 * i;
      view.setUint16(at, at - (2 + 2 * i), true);
      bytes[start + 2 * count + i] = (FlexType.Vector << 2) | 1;
    }
    const root = bytes.length - 4;
    view.setUint16(root, root - start, true);
    bytes.set([(FlexType.Vector << 2) | 1, 2], root + 2);
    expect(verify(bytes)).toMatchObject({ code: 'budget' });
  });
});

/** Reads everything there is to read, with no more than `budget` values. */
function readAll(value: Reference, budget: { left: number }): void {
  if (budget.left-- <= 0) return;
  value.asInt64();
  value.asUint64();
  value.asDouble();
  value.asBool();
  value.asString();
  value.asKey();
  value.asBlob();
  value.asTypedVector().toTypedArray();
  value.asMap().get('key');
  for (const [, member] of value.asMap()) {
    readAll(member, budget);
    if (budget.left <= 0) return;
  }
  for (const element of value.asAnyVector()) {
    readAll(element, budget);
    if (budget.left <= 0) return;
  }
}

/** Runs what may fail with a FlexBufferError only. */
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
  it('fail with a FlexBufferError or read on, and a verified one reads on', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const check = fc.check(
      fc.property(anyValue, damage, (value, changes) => {
        const bytes = encode(value, { shareStrings: true, indirectFloats: true });
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const sound = verify(bytes, { checkAlignment: false }) === null;
        const lazy = attempt(() => readAll(getRoot(bytes), { left: 2000 }));
        attempt(() => decode(bytes));
        attempt(() => printText(getRoot(bytes), { quoteStrings: true }));
        return lazy || !sound;
      }),
      { numRuns: 2000 },
    );
    expect(check).toMatchObject({ failed: false });
  });

  it('made of any bytes do as well', () => {
    const check = fc.check(
      fc.property(
        fc.uint8Array({ minLength: 3, maxLength: 40 }),
        fc.constantFrom(1, 2, 4, 8),
        (bytes, width) => {
          bytes[bytes.length - 1] = width;
          const sound = verify(bytes, { checkAlignment: false }) === null;
          const lazy = attempt(() => readAll(getRoot(bytes), { left: 2000 }));
          const whole = attempt(() => decode(bytes)) && attempt(() => printText(getRoot(bytes)));
          return (lazy && whole) || !sound;
        },
      ),
      { numRuns: 5000 },
    );
    expect(check).toMatchObject({ failed: false });
  });
});

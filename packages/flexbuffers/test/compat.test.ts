// The names of npm `flatbuffers`: its own documentation's use of them works.
import { describe, expect, it } from 'vitest';
import { builder, encode, toObject, toReference } from '../src/compat.js';

describe('compat', () => {
  it('encodes, and decodes from an ArrayBuffer or a Uint8Array', () => {
    const value = { a: [1, 2.5, 'three', null, true], b: { c: 2n ** 60n } };
    const bytes = encode(value);
    expect(toObject(bytes)).toEqual(value);
    expect(toObject(bytes.buffer)).toEqual(value);
    expect(encode(value, 0, false, false, false).length).toBeGreaterThanOrEqual(bytes.length);
    expect(toObject(encode(Int16Array.of(1, 2)))).toEqual([1, 2]);
  });

  it('reads by reference', () => {
    const root = toReference(
      encode({ n: 1, f: 0.5, s: 'text', b: true, l: [1, 2], blob: Uint8Array.of(7), none: null }),
    );
    expect(root.isMap()).toBe(true);
    expect(root.length()).toBe(7);
    expect(root.get('n').intValue()).toBe(1);
    expect(root.get('n').floatValue()).toBeNull();
    expect(root.get('f').numericValue()).toBe(0.5);
    expect(root.get('s').stringValue()).toBe('text');
    expect(root.get('s').length()).toBe(4);
    expect(root.get('b').boolValue()).toBe(true);
    expect(root.get('l').isVector()).toBe(true);
    expect(root.get('l').get(1).numericValue()).toBe(2);
    expect(root.get('l').toObject()).toEqual([1, 2]);
    expect(root.get('blob').blobValue()).toEqual(Uint8Array.of(7));
    expect([root.get('none').isNull(), root.get('missing').isNull(), root.isVector()]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('builds call by call', () => {
    const b = builder();
    b.startMap();
    b.addKey('list');
    b.startVector();
    b.addInt(-1);
    b.addUInt(2, true);
    b.addFloat(0.5);
    b.add({ deep: ['x', null, Float64Array.of(1)], blob: Uint8Array.of(1), wide: 2n ** 63n });
    b.end();
    b.end();
    expect(b.isFinished()).toBe(false);
    expect(toObject(b.finish())).toEqual({
      list: [-1, 2, 0.5, { deep: ['x', null, [1]], blob: Uint8Array.of(1), wide: 2n ** 63n }],
    });
    expect(b.isFinished()).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { Builder, FlexType, getRoot, verify } from '../src/index.js';

/** What the C++ builder writes for `{ vec: [ -100, "Fred", 4.0 ], foo: 100 }` with the float indirect. */
const REFERENCE = '76656300044672656400000000008040039c0d07041422666f6f0002051d02010264110428042401';

function byCallbacks(): Uint8Array {
  const b = new Builder();
  b.map((m) => {
    m.vector('vec', (v) => {
      v.int(-100);
      v.string('Fred');
      v.indirectFloat(4.0);
    });
    m.int('foo', 100);
  });
  return b.finish();
}

function byCalls(): Uint8Array {
  const b = new Builder();
  b.startMap();
  b.startVector('vec');
  b.int(-100);
  b.string('Fred');
  b.indirectFloat(4.0);
  b.endVector();
  b.key('foo');
  b.int(100);
  b.endMap();
  return b.finish();
}

describe("the tutorial's FlexBuffers", () => {
  it('an integer may be the root: 3 bytes', () => {
    const b = new Builder();
    b.int(13);
    expect([...b.finish()]).toEqual([13, 4, 1]);
  });

  it.each([byCallbacks, byCalls])('%o writes the bytes of the C++ builder', (build) => {
    expect(Buffer.from(build()).toString('hex')).toBe(REFERENCE);
  });

  it('reads the map back, converting on the fly', () => {
    const bytes = byCallbacks();
    expect(verify(bytes)).toBeNull();
    const map = getRoot(bytes).asMap();
    expect(map.size).toBe(2);
    const vec = map.get('vec').asVector();
    expect(vec.length).toBe(3);
    expect(vec.get(0).asInt64()).toBe(-100n);
    expect(vec.get(1).asString()).toBe('Fred');
    expect(vec.get(1).asInt64()).toBe(0n);
    expect(vec.get(2).asDouble()).toBe(4);
    expect(vec.get(2).asString()).toBe('');
    expect(vec.get(2).toString()).toBe('4.0');
    expect(map.get('foo').asUint8()).toBe(100);
    expect(map.get('unknown').isNull()).toBe(true);
  });

  it('tells the types', () => {
    const vec = getRoot(byCallbacks()).asMap().get('vec').asVector();
    expect([...vec].map((value) => value.type)).toEqual([
      FlexType.Int,
      FlexType.String,
      FlexType.IndirectFloat,
    ]);
    expect([vec.get(0).isInt(), vec.get(1).isString(), vec.get(2).isFloat(), vec.get(2).isNumeric()]).toEqual(
      [true, true, true, true],
    );
    expect([vec.get(0).isFloat(), vec.get(1).isKey(), vec.get(2).isInt()]).toEqual([false, false, false]);
  });

  it('iterates a map as keys and values', () => {
    const map = getRoot(byCalls()).asMap();
    expect([...map.keys()].map((key) => key.asKey())).toEqual(['foo', 'vec']);
    expect([...map.values()].map(String)).toEqual(['100', '[ -100, "Fred", 4.0 ]']);
    expect([...map].map(([key, value]) => `${key}=${value.toString()}`)).toEqual([
      'foo=100',
      'vec=[ -100, "Fred", 4.0 ]',
    ]);
  });
});

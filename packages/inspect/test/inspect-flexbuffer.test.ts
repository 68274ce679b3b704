import { Builder as FlatBuilder } from '@fb/flatbuffers';
import { Builder, encode, verify } from '@fb/flexbuffers';
import { parseSchema } from '@fb/idl';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFlatBuffer, inspectFlexBuffer, renderAnnotation, type Region } from '../src/index.js';
import { regionsOf, tilingFault, vectorJson } from './buffers.js';

interface Vector {
  readonly name: string;
  readonly hex: string;
}

function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

function errorsIn(regions: readonly Region[]): Region[] {
  return regions.filter(({ damage }) => damage?.severity === 'error');
}

/** Values of scalars and texts by their path; keys are not values. */
function valuesOf(regions: readonly Region[]): Map<string, unknown> {
  const kept = regions.filter(({ role, type }) => role === 'value' || (role === 'text' && type === 'string'));
  return new Map(kept.map(({ path, value }) => [path, value]));
}

describe('a map', () => {
  const bytes = encode({
    name: 'Orc',
    hp: 300,
    weapons: [{ name: 'Axe', 'max damage': 7 }],
    pos: [1.5, 2, 3],
  });
  const inspection = inspectFlexBuffer(bytes);
  const regions = regionsOf(inspection);

  it('is covered, region by region', () => {
    expect(tilingFault(inspection)).toBeNull();
    expect(inspection).toMatchObject({ length: bytes.length, verdict: null, complete: true });
    expect(regions.filter(({ role, overlaps, damage }) => role === 'unknown' || overlaps || damage)).toEqual(
      [],
    );
  });

  it('has its values on the paths of their keys', () => {
    const values = valuesOf(regions);
    expect(values.get('name')).toBe('Orc');
    expect(values.get('hp')).toBe(300);
    expect(values.get('weapons[0].name')).toBe('Axe');
    expect(values.get('weapons[0]["max damage"]')).toBe(7);
    expect(values.get('pos[0]')).toBe(1.5);
  });

  it('tells widths and types', () => {
    const types = regions.filter(({ role }) => role === 'packed-type');
    expect(types.find(({ path }) => path === 'hp')?.label).toBe('int16');
    expect(types.find(({ path }) => path === 'name')?.label).toBe('string, 8-bit');
    expect(types.find(({ path }) => path === '')?.label).toBe('map, 16-bit');
    expect(regions.find(({ path, role }) => path === 'pos[0]' && role === 'value')?.type).toBe('float32');
    expect(regions.find(({ name }) => name === 'width of the root, in bytes')?.position).toBe(
      bytes.length - 1,
    );
  });

  it('describes a shared key once, and every offset leads to it', () => {
    const keys = regions.filter(
      ({ role, type, value }) => role === 'text' && type === 'key' && value === 'name',
    );
    expect(keys).toHaveLength(1);
    const toName = regions.filter(({ role, target }) => role === 'offset' && target === keys[0]?.position);
    expect(toName.map(({ path }) => path).toSorted()).toEqual(['name', 'weapons[0].name']);
  });
});

it('describes blobs, indirect numbers and vectors of all kinds', () => {
  const builder = new Builder();
  builder.vector((list) => {
    list.blob(Uint8Array.of(9, 8, 7));
    list.indirectInt(-5);
    list.typedVector(Int8Array.of(1, 2, 3, 4, 5));
    list.fixedTypedVector(Float32Array.of(0.5, 1));
    list.null();
    list.bool(true);
  });
  const bytes = builder.finish();
  const inspection = inspectFlexBuffer(bytes);
  const regions = regionsOf(inspection);
  expect(tilingFault(inspection)).toBeNull();
  expect(errorsIn(regions)).toEqual([]);
  expect(regions.find(({ type, role }) => type === 'blob' && role === 'bytes')).toMatchObject({
    length: 3,
    path: '[0]',
  });
  const values = valuesOf(regions);
  expect([values.get('[1]'), values.get('[2][4]'), values.get('[3][1]')]).toEqual([-5, 5, 1]);
  expect([values.get('[4]'), values.get('[5]')]).toEqual([null, true]);
});

it('gives only the first elements of a vector of numbers regions of their own', () => {
  const inspection = inspectFlexBuffer(encode(Int32Array.from({ length: 5000 }, (_, index) => index)), {
    maxElements: 10,
  });
  expect(tilingFault(inspection)).toBeNull();
  const rest = regionsOf(inspection).find(({ role }) => role === 'elements');
  expect(rest).toMatchObject({ count: 4990, name: '[10..4999]' });
  expect(() => inspectFlexBuffer(new Uint8Array(), { maxElements: -1 })).toThrow(RangeError);
});

describe('buffers of the reference', () => {
  const { cases } = vectorJson<{ cases: (Vector & { verifyTracked: boolean })[] }>(
    'flexbuffers/builder.json',
  );

  it.each(cases)('$name', ({ hex, verifyTracked }) => {
    const inspection = inspectFlexBuffer(fromHex(hex));
    expect(tilingFault(inspection)).toBeNull();
    expect(inspection.complete).toBe(true);
    expect(verifyTracked ? errorsIn(regionsOf(inspection)) : []).toEqual([]);
  });
});

describe('hand-written buffers of the verifier', () => {
  const { cases } = vectorJson<{ cases: (Vector & { expect: boolean })[] }>('flexbuffers/verifier.json');

  it.each(cases)('$name', ({ hex }) => {
    const inspection = inspectFlexBuffer(fromHex(hex));
    expect(tilingFault(inspection)).toBeNull();
    expectDamageToldIn(inspection);
  });
});

/** What a walk that visits each object once, in place, has no reason to complain about. */
const BEYOND_PLACES = new Set(['depth', 'budget', 'cycle', 'type-conflict', 'too-short']);

function expectDamageToldIn(inspection: ReturnType<typeof inspectFlexBuffer>): void {
  const { verdict, complete } = inspection;
  if (verdict === null || !complete || BEYOND_PLACES.has(verdict.code)) return;
  const strange = regionsOf(inspection).some(({ damage, overlaps }) => damage !== null || overlaps);
  expect(strange ? null : verdict.message).toBeNull();
}

describe('any value', () => {
  it('is found again, leaf by leaf', () => {
    const key = fc.string({ maxLength: 8 }).filter((text) => !text.includes('\0'));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.boolean(),
        fc.string({ maxLength: 12 }),
        fc.constant(null),
        fc.double({ noNaN: true }),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (wanted) => {
        const inspection = inspectFlexBuffer(encode(wanted));
        const regions = regionsOf(inspection);
        expect(tilingFault(inspection)).toBeNull();
        expect(errorsIn(regions)).toEqual([]);
        // One value can be shared by many paths, so that only the values themselves can be compared.
        const found = new Set([...valuesOf(regions).values()].map((each) => Number(each) || String(each)));
        for (const leaf of leavesOf(wanted)) expect(found).toContain(Number(leaf) || String(leaf));
      }),
      { numRuns: 200 },
    );
  });
});

function leavesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
  // An empty text has no bytes of its own.
  return value === '' ? [] : [value];
}

describe('any bytes', () => {
  it('are covered, whatever they are', () => {
    const type = fc.integer({ min: 0, max: 40 }).map((code) => code * 4 + (code % 4));
    const byte = fc.oneof(fc.nat(255), fc.nat(16), type);
    const buffer = fc
      .tuple(fc.array(byte, { maxLength: 120 }), byte, fc.constantFrom(1, 1, 2, 4, 8))
      .map(([bytes, packed, width]) => Uint8Array.of(...bytes, packed, width));
    fc.assert(
      fc.property(buffer, (bytes) => {
        const inspection = inspectFlexBuffer(bytes);
        expect(tilingFault(inspection)).toBeNull();
        expectDamageToldIn(inspection);
      }),
      { numRuns: 1000 },
    );
  });

  it('are covered when a sound buffer is damaged, and the damage is told if the verifier finds it', () => {
    const sound = encode({
      a: [1, 'two', { three: 3.5, a: null }],
      b: { a: [1, 2, 3], long: 'x'.repeat(300) },
      c: [true, false, 70000, 2n ** 60n],
    });
    const change = fc.tuple(fc.nat(sound.length - 1), fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 4, 8)));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        const inspection = inspectFlexBuffer(bytes);
        expect(tilingFault(inspection)).toBeNull();
        expectDamageToldIn(inspection);
      }),
      { numRuns: 500 },
    );
  });

  it('do not make work without end: vectors that share all their bytes', () => {
    // Every element of every vector is an offset to a vector of the same bytes.
    const bytes = new Uint8Array(20_000).fill(1);
    for (let at = 0; at < bytes.length; at++) bytes[at] = at % 3 === 0 ? 40 : 200;
    bytes.set([9, 40, 1], bytes.length - 3);
    const inspection = inspectFlexBuffer(bytes);
    expect(tilingFault(inspection)).toBeNull();
    expect(regionsOf(inspection).length).toBeLessThan(5 * bytes.length);
  });

  it('may be too few', () => {
    expect(inspectFlexBuffer(new Uint8Array())).toMatchObject({
      sections: [],
      verdict: { code: 'too-short' },
    });
    expect(tilingFault(inspectFlexBuffer(Uint8Array.of(4, 1)))).toBeNull();
  });
});

describe('in a field of a FlatBuffer', () => {
  const { schema } = parseSchema('table T { flex: [ubyte] (flexbuffer); n: int; } root_type T;');
  if (schema === null) throw new Error('the schema has errors');
  const flex = encode({ user: 'ada', tries: [1, 2, 3] });
  const builder = new FlatBuilder();
  const vector = builder.createByteVector(flex);
  builder.startObject(2);
  builder.addFieldOffset(0, vector, 0);
  builder.addFieldInt32(1, 5, 0);
  builder.finish(builder.endObject());
  const bytes = builder.asUint8Array();

  it('is looked into, on paths that begin with the field', () => {
    const inspection = inspectFlatBuffer(schema, bytes);
    const regions = regionsOf(inspection);
    expect(tilingFault(inspection)).toBeNull();
    expect(inspection.verdict).toBeNull();
    expect(errorsIn(regions)).toEqual([]);
    const values = valuesOf(regions);
    expect([values.get('flex.user'), values.get('flex.tries[2]'), values.get('n')]).toEqual(['ada', 3, 5]);
    expect(verify(flex)).toBeNull();
  });

  it('is annotated', () => {
    const inspection = inspectFlatBuffer(schema, bytes);
    const text = renderAnnotation(schema, inspection, bytes, { schemaName: 't.fbs', bufferName: 't.bin' });
    expect(text).toContain('map (flex):');
    expect(text).toMatch(/\| 03 +\| int8_t +\| 0x03 \(3\) +\| \[2\]: int8/);
    expect(text).toMatch(/\| 61 64 61 +\| char\[3\] /);
  });
});

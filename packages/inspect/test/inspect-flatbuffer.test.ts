import { Builder } from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFlatBuffer, type Region } from '../src/index.js';
import { regionsOf, tilingFault, vectorBytes, vectorJson, vectorSchema } from './buffers.js';

const craft = vectorSchema('annotate/craft.fbs');
const craftBytes = vectorBytes('annotate/craft.bin');

function schemaOf(text: string): Schema {
  const { schema, diagnostics } = parseSchema(text);
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return schema;
}

function damageIn(regions: readonly Region[]): string[] {
  return regions.flatMap(({ name, damage }) =>
    damage === null ? [] : [`${name} ${damage.severity} ${damage.code}`],
  );
}

describe('a sound buffer', () => {
  const inspection = inspectFlatBuffer(craft, craftBytes);
  const regions = regionsOf(inspection);
  const valueAt = (path: string, role: Region['role'] = 'value'): unknown =>
    regions.find((region) => region.path === path && region.role === role)?.value;

  it('is covered, region by region', () => {
    expect(tilingFault(inspection)).toBeNull();
    expect(damageIn(regions)).toEqual([]);
    expect(inspection).toMatchObject({ length: 280, verdict: null, complete: true });
    expect(regions.filter(({ role, overlaps }) => role === 'unknown' || overlaps)).toEqual([]);
  });

  it('gives the values of the JSON it was made from', () => {
    expect(valueAt('name', 'text')).toBe('kestrel');
    expect(valueAt('fix.lat')).toBe(51.5);
    expect(valueAt('parts[0].tag.label', 'text')).toBe('wing');
    expect(valueAt('parts[1].id')).toBe(2);
    expect(valueAt('marks[1]', 'text')).toBe('a2');
    expect(valueAt('track[1].alt')).toBe(4);
    expect(valueAt('codes[5]')).toBe(6);
    expect(valueAt('load_a.label', 'text')).toBe('cam');
    expect(valueAt('', 'identifier')).toBe('SKYC');
    expect(regions.find(({ path }) => path === 'kind')).toMatchObject({
      value: 1,
      label: 'Drone',
      type: 'Sky.Kind',
    });
  });

  it('names the tables that share a vtable', () => {
    const shared = inspection.sections.filter(({ kind, name }) => kind === 'vtable' && name.includes(','));
    expect(shared.map(({ name }) => name)).toEqual(['Sky.Tag, Sky.Part']);
  });
});

describe('a buffer of a newer schema', () => {
  it('shows the slots that are not known', () => {
    const inspection = inspectFlatBuffer(
      vectorSchema('annotate/craft_old.fbs'),
      vectorBytes('annotate/newer.bin'),
    );
    expect(tilingFault(inspection)).toBeNull();
    const names = regionsOf(inspection).filter(({ role }) => role === 'bytes');
    expect(names.map(({ name }) => name)).toContain('unknown field (slot 10)');
    expect(inspection.verdict).toBeNull();
  });
});

describe('damage', () => {
  it.each([
    ['bad_offset', 'name error bounds'],
    ['bad_union', 'load_a warning union'],
    ['bad_vtable', 'vtable error bounds'],
    ['truncated', 'name error bounds'],
  ])('of %s is told where it lies', (file, expected) => {
    const inspection = inspectFlatBuffer(craft, vectorBytes(`annotate/${file}.bin`));
    expect(tilingFault(inspection)).toBeNull();
    expect(damageIn(regionsOf(inspection))).toContain(expected);
  });

  it('is told of a wrong size prefix and a wrong identifier', () => {
    const bytes = vectorBytes('annotate/prefixed.bin');
    const sound = inspectFlatBuffer(craft, bytes, { sizePrefixed: true });
    expect(tilingFault(sound)).toBeNull();
    expect(damageIn(regionsOf(sound))).toEqual([]);
    bytes[0] = 1;
    bytes[8] = 0x58;
    const wrong = damageIn(regionsOf(inspectFlatBuffer(craft, bytes, { sizePrefixed: true })));
    expect(wrong).toEqual(['size warning size-prefix', 'identifier warning identifier']);
  });
});

describe('nested buffers', () => {
  const schema = schemaOf(`
    table Inner { text: string; n: ulong; }
    table Outer { blob: [ubyte] (nested_flatbuffer: "Inner"); flex: [ubyte] (flexbuffer); }
    root_type Outer;`);

  it('are looked into, and FlexBuffers beside them', () => {
    const inner = new Builder();
    const text = inner.createString('within');
    inner.startObject(2);
    inner.addFieldOffset(0, text, 0);
    inner.addFieldInt64(1, 5n, 0n);
    inner.finish(inner.endObject(), 'NEST');
    const outer = new Builder();
    const flex = outer.createByteVector(Uint8Array.of(5, 4, 1));
    outer.prep(8, inner.asUint8Array().length);
    const blob = outer.createByteVector(inner.asUint8Array());
    outer.startObject(2);
    outer.addFieldOffset(0, blob, 0);
    outer.addFieldOffset(1, flex, 0);
    outer.finish(outer.endObject());
    const inspection = inspectFlatBuffer(schema, outer.asUint8Array());
    expect(tilingFault(inspection)).toBeNull();
    const regions = regionsOf(inspection);
    expect(damageIn(regions)).toEqual([]);
    expect(regions.find(({ path, role }) => path === 'blob.text' && role === 'text')?.value).toBe('within');
    expect(regions.find(({ path }) => path === 'blob.n')?.value).toBe(5n);
    expect(regions.find(({ role }) => role === 'identifier')).toMatchObject({ value: 'NEST', path: 'blob' });
    expect(regions.find(({ path, role }) => path === 'flex' && role === 'value')?.value).toBe(5);
  });
});

describe('FlexBuffers', () => {
  it('are checked', () => {
    const schema = schemaOf('table T { flex: [ubyte] (flexbuffer); } root_type T;');
    const builder = new Builder();
    const flex = builder.createByteVector(Uint8Array.of(5, 0xff, 1));
    builder.startObject(1);
    builder.addFieldOffset(0, flex, 0);
    builder.finish(builder.endObject());
    const inspection = inspectFlatBuffer(schema, builder.asUint8Array());
    expect(tilingFault(inspection)).toBeNull();
    expect(damageIn(regionsOf(inspection))).toEqual(['count error flexbuffer', 'root error flexbuffer']);
    expect(inspection.verdict?.code).toBe('flexbuffer');
  });
});

describe('keys of a FlexBuffer', () => {
  it('end with it, whatever follows', () => {
    const schema = schemaOf('table T { flex: [ubyte] (flexbuffer); } root_type T;');
    const builder = new Builder();
    const flex = builder.createByteVector(Uint8Array.of(0x61, 1, 16, 1));
    builder.startObject(1);
    builder.addFieldOffset(0, flex, 0);
    builder.finish(builder.endObject());
    // A zero byte behind the vector must not end the key.
    const bytes = Uint8Array.of(...builder.asUint8Array(), 0, 0, 0, 0);
    const regions = regionsOf(inspectFlatBuffer(schema, bytes));
    expect(damageIn(regions)).toContain('text error terminator');
    expect(regions.find(({ role }) => role === 'text')?.length).toBe(4);
  });
});

describe('the root type', () => {
  it('can be another than that of the schema', () => {
    const root = craft.objects.find(({ fullName }) => fullName === 'Sky.Tag');
    if (root?.kind !== 'table') throw new Error('no such table');
    const builder = new Builder();
    const label = builder.createString('other');
    builder.startObject(1);
    builder.addFieldOffset(0, label, 0);
    builder.finish(builder.endObject());
    const regions = regionsOf(inspectFlatBuffer(craft, builder.asUint8Array(), { root }));
    expect(regions.find(({ role }) => role === 'text')).toMatchObject({ path: 'label', value: 'other' });
  });

  it('may be missing: then only the header is described', () => {
    const inspection = inspectFlatBuffer(schemaOf('table T {}'), craftBytes);
    expect(tilingFault(inspection)).toBeNull();
    expect(inspection.sections.map(({ kind }) => kind)).toEqual(['header', 'unknown']);
    expect(inspection.verdict).toBeNull();
  });
});

describe('no bytes at all', () => {
  it('have no sections', () => {
    expect(inspectFlatBuffer(craft, new Uint8Array())).toMatchObject({
      sections: [],
      verdict: { code: 'too-short' },
    });
  });
});

describe('long vectors', () => {
  it('have regions for the first elements only', () => {
    const builder = new Builder();
    const bytes = builder.createByteVector(new Uint8Array(5000));
    builder.startObject(11);
    builder.addFieldOffset(10, bytes, 0);
    builder.finish(builder.endObject());
    const inspection = inspectFlatBuffer(craft, builder.asUint8Array(), { maxElements: 10 });
    expect(tilingFault(inspection)).toBeNull();
    const elements = regionsOf(inspection).filter(({ path }) => path.startsWith('raw['));
    expect(elements).toHaveLength(11);
    expect(elements.at(-1)).toMatchObject({ role: 'elements', count: 4990, name: 'raw[10..4999]' });
  });
});

describe('any bytes', () => {
  const schema = vectorSchema('verifier/verify.fbs');

  it('are covered, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, sizePrefixed) => {
        expect(tilingFault(inspectFlatBuffer(schema, bytes, { sizePrefixed }))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  const { cases } = vectorJson<{ cases: { name: string; hex: string }[] }>('verifier/index.json');
  const fullBytes = new Uint8Array(
    Buffer.from(cases.find(({ name }) => name === 'full_ok')?.hex ?? '', 'hex'),
  );

  it.each([
    ['a small', craft, craftBytes],
    ['a rich', schema, fullBytes],
  ])(
    'are covered when %s buffer is damaged, and the damage is told if the verifier finds it',
    (_, known, sound) => {
      const value = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 3, 4, 8, 16, 127, 128, 255));
      const change = fc.tuple(fc.nat(sound.length - 1), value);
      fc.assert(
        fc.property(
          fc.array(change, { minLength: 1, maxLength: 6 }),
          fc.nat(sound.length),
          (changes, length) => {
            const bytes = Uint8Array.from(sound);
            for (const [at, byte] of changes) bytes[at] = byte;
            const inspection = inspectFlatBuffer(known, length % 4 === 0 ? bytes.subarray(0, length) : bytes);
            expect(tilingFault(inspection)).toBeNull();
            const { verdict } = inspection;
            const damaged = regionsOf(inspection).some(({ damage }) => damage?.severity === 'error');
            expect(damaged || verdict === null || verdict.code === 'too-short').toBe(true);
          },
        ),
        { numRuns: 300 },
      );
    },
  );
});

/** A table with a vector of `count` tables of 4 bytes, which share a vtable of `slots` slots that all hold `offset`. */
function sharedVtable(count: number, slots: number, objectSize: number, offset: number): Uint8Array {
  const vtable = 24 + 4 * count;
  const tables = (vtable + 4 + 2 * slots + 3) & -4;
  const bytes = new Uint8Array(tables + 4 * count);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 12, true);
  bytes.set([6, 0, 8, 0, 4, 0, 0, 0], 4);
  view.setInt32(12, 8, true);
  view.setUint32(16, 4, true);
  view.setUint32(20, count, true);
  view.setUint16(vtable, 4 + 2 * slots, true);
  view.setUint16(vtable + 2, objectSize, true);
  for (let slot = 0; slot < slots; slot++) view.setUint16(vtable + 4 + 2 * slot, offset, true);
  for (let index = 0; index < count; index++) {
    const [place, table] = [24 + 4 * index, tables + 4 * index];
    view.setUint32(place, table - place, true);
    view.setInt32(table, table - vtable, true);
  }
  return bytes;
}

describe('hostile bytes', () => {
  it('do not exhaust the stack with a chain of tables, and paths stay short', () => {
    const schema = schemaOf('table Node { next: Node; } root_type Node;');
    const builder = new Builder();
    let next = 0;
    for (let index = 0; index < 20_000; index++) {
      builder.startObject(1);
      builder.addFieldOffset(0, next, 0);
      next = builder.endObject();
    }
    builder.finish(next);
    const inspection = inspectFlatBuffer(schema, builder.asUint8Array());
    expect(tilingFault(inspection)).toBeNull();
    expect(inspection.complete).toBe(true);
    expect(inspection.verdict?.code).toBe('depth');
    expect(Math.max(...inspection.sections.map(({ path }) => path.length))).toBeLessThan(300);
  });

  it('stop the walk when objects overlap without end', () => {
    const schema = schemaOf('table T { texts: [string]; } root_type T;');
    // A vector of strings, each of which begins one element later than the one before and is half as long as the buffer.
    const count = 4000;
    const bytes = new Uint8Array(24 + 8 * count);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 12, true);
    bytes.set([6, 0, 8, 0, 4, 0, 0, 0], 4);
    view.setInt32(12, 8, true);
    view.setUint32(16, 4, true);
    view.setUint32(20, count, true);
    for (let at = 24; at < 24 + 4 * count; at += 4) view.setUint32(at, 4 * count, true);
    for (let at = 24 + 4 * count; at < bytes.length; at += 4) view.setUint32(at, 2 * count, true);
    const inspection = inspectFlatBuffer(schema, bytes);
    expect(tilingFault(inspection)).toBeNull();
    expect(inspection.complete).toBe(false);
    expect(regionsOf(inspection).some(({ overlaps }) => overlaps)).toBe(true);
  });

  it.each([
    ['behind the table', 4, 8],
    ['before its fields', 4, 2],
  ])('share one large vtable of unknown fields %s among many tables', (_, objectSize, offset) => {
    const schema = schemaOf('table T { more: [T]; } root_type T;');
    const bytes = sharedVtable(20_000, 32_765, objectSize, offset);
    new DataView(bytes.buffer).setUint16(24 + 4 * 20_000 + 4, 0, true);
    const inspection = inspectFlatBuffer(schema, bytes);
    expect(tilingFault(inspection)).toBeNull();
    expect(inspection.complete).toBe(true);
    expect(inspection.sections.filter(({ kind }) => kind === 'table')).toHaveLength(20_001);
  });

  it('stop the walk when many tables share fields outside the buffer', () => {
    const bytes = sharedVtable(16_000, 32_765, 65_535, 65_534);
    const fields = Array.from({ length: 32_764 }, (_item, index) => `f${index}: ubyte;`).join(' ');
    for (const rest of ['', fields]) {
      const inspection = inspectFlatBuffer(schemaOf(`table T { more: [T]; ${rest} } root_type T;`), bytes);
      expect(tilingFault(inspection)).toBeNull();
      expect(inspection.complete).toBe(false);
    }
  });

  it('stop the walk when FlexBuffers share their bytes', () => {
    const schema = schemaOf('table U { flex: [ubyte] (flexbuffer); } table T { list: [U]; } root_type T;');
    const count = 30_000;
    const tables = 32 + 4 * count;
    const vectors = tables + 8 * count;
    const end = vectors + 4 * count + 4;
    const bytes = new Uint8Array(end);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 12, true);
    bytes.set([6, 0, 8, 0, 4, 0, 0, 0], 4);
    view.setInt32(12, 8, true);
    view.setUint32(16, 4, true);
    view.setUint32(20, count, true);
    for (let index = 0; index < count; index++) {
      const [place, table, vector] = [24 + 4 * index, tables + 8 * index, vectors + 4 * index];
      view.setUint32(place, table - place, true);
      view.setInt32(table, table - 4, true);
      view.setUint32(table + 4, vector - table - 4, true);
      view.setUint32(vector, end - vector - 4, true);
    }
    bytes.set([0, 5, 4, 1], end - 4);
    const inspection = inspectFlatBuffer(schema, bytes);
    expect(tilingFault(inspection)).toBeNull();
    expect(inspection.complete).toBe(false);
  });
});

it('describes structs however deep they are nested', () => {
  const depth = 20_000;
  const chain = Array.from({ length: depth }, (_item, i) => `struct S${i} { a : S${i + 1}; }`).join('\n');
  const schema = schemaOf(
    `${chain} struct S${depth} { x : short; y : ubyte; } table T { s : S0; } root_type T;`,
  );
  const builder = new Builder();
  builder.startObject(1);
  builder.prep(2, 4);
  builder.pad(1);
  builder.writeInt8(7);
  builder.writeInt16(-5);
  builder.addFieldStruct(0, builder.offset(), 0);
  builder.finish(builder.endObject());
  const inspection = inspectFlatBuffer(schema, builder.asUint8Array());
  expect(inspection).toMatchObject({ verdict: null, complete: true });
  expect(tilingFault(inspection)).toBeNull();
  const regions = regionsOf(inspection);
  expect(regions.filter(({ role }) => role === 'unknown')).toEqual([]);
  expect(regions.filter(({ role }) => role === 'value').map(({ type, value }) => [type, value])).toEqual([
    ['short', -5],
    ['ubyte', 7],
  ]);
  for (const { name, path } of regions) expect(name.length + path.length).toBeLessThan(600);
});

it('takes a number of elements from 0 on', () => {
  for (const maxElements of [Number.NaN, -1]) {
    expect(() => inspectFlatBuffer(craft, craftBytes, { maxElements })).toThrow(RangeError);
  }
  expect(inspectFlatBuffer(craft, craftBytes, { maxElements: Infinity }).complete).toBe(true);
});

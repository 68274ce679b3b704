// Every type with every default and presence, in a table, a vector, a struct, an array and a union: written by the classic
// API, the object API and the free functions, compared with the bytes that the reference compiler makes of JSON, and read
// back by all three. `conformance/src/typescript-cells.ts` has the cells.
import { camelCase } from '@fb/codegen';
import { typescriptGenerator } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import type { Schema, StructDef, TableDef, TableField, Type } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { flatc } from '../src/oracle.js';
import { toInit } from '../src/plain-objects.js';
import {
  CELL_TYPES,
  CELL_TYPES_WITHOUT_ORACLE,
  CELLS,
  FAR_CELLS,
  type Cell,
  type CellValue,
} from '../src/typescript-cells.js';
import { readTable, tableObject, writeTable } from '../src/typescript-classic.js';
import { runTypeScript } from '../src/typescript.js';

const oracle = await flatc();

describe.each([
  ['32-bit offsets', CELLS],
  ['64-bit offsets', FAR_CELLS],
])('%s', (_title, cells) => {
  const schema = schemaOf(
    [CELL_TYPES, CELL_TYPES_WITHOUT_ORACLE, ...cells.map(({ text }) => text)].join('\n'),
  );
  const { files, diagnostics } = typescriptGenerator.generate(schema, { objectApi: true, oneFile: true });
  const types = runTypeScript(files, runtime)('m');
  const tables = new Map(
    schema.objects.flatMap((def) => (def.kind === 'table' ? [[def.name, def] as const] : [])),
  );

  it('has code for all', () => {
    expect(diagnostics).toEqual([]);
  });

  it.each(cells.map((cell) => [`${cell.table} { ${cell.title} }`, cell] as const))('%s', (_name, cell) => {
    const def = tables.get(cell.table)!;
    const open = (bytes: Uint8Array): never =>
      types[def.name][`getRootAs${def.name}`](new runtime.ByteBuffer(bytes)) as never;
    const theirs = hasOracle(def) ? byReference(cell, def) : [];
    const toCompare: Uint8Array[] = [];
    for (const [i, value] of cell.values.entries()) {
      const expected = theirs[i];
      const classic = finished((builder) => writeTable(types, builder, def, value));
      const functions = types[`encode${def.name}`](value) as Uint8Array;
      // The object API knows no vector that is absent: it writes an empty one.
      const objects = lacksVector(def, value)
        ? functions
        : finished((builder) => tableObject(types, def, value).pack(builder));
      const written = [classic, functions, objects];
      for (const bytes of written) expect(types[`verify${def.name}`](bytes)).toBeNull();

      const bytesDiffer = hasNaNAsDefault(def);
      if (expected !== undefined && (bytesDiffer || isOrderedOtherwise(def)))
        for (const bytes of written) toCompare.push(expected, bytes);
      const inBytes = bytesDiffer
        ? []
        : [
            [objects, functions],
            [classic, withTableSize(functions, classic, def)],
            [classic, isOrderedOtherwise(def) ? classic : (expected ?? classic)],
          ];
      for (const [ours, other] of inBytes) expect(hex(ours!)).toBe(hex(other!));

      // What the reference wrote is read as what we wrote.
      const full = filled(def, value);
      const withVectors = withEmptyVectors(def, full);
      for (const bytes of expected === undefined ? written : [...written, expected]) {
        expect(plainOf(types[`decode${def.name}`](bytes))).toEqual(full);
        expect(plainOf(readTable(types, def, open(bytes)))).toEqual(withVectors);
        const unpacked = (open(bytes) as { unpack(): never }).unpack();
        expect(plainOf(toInit(def, unpacked))).toEqual(withVectors);
      }
    }
    const texts = jsonByReference(cell, toCompare);
    for (let i = 0; i < texts.length; i += 2) expect(texts[i + 1]).toBe(texts[i]);
  });
});

function schemaOf(text: string): Schema {
  const { schema, diagnostics } = parseSchema(text, { path: 'm.fbs' });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function finished(write: (builder: runtime.Builder) => runtime.Offset): Uint8Array {
  const builder = new runtime.Builder(1);
  builder.finish(write(builder));
  return builder.asUint8Array();
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function lacksVector(def: TableDef, value: CellValue): boolean {
  return def.fields.some(
    ({ name, type, deprecated, tagOf }) =>
      type.kind === 'vector' && !deprecated && tagOf === null && value[camelCase(name)] === undefined,
  );
}

/** The reference's JSON reader puts what is larger first: tags behind values, where generated code has them in front. */
function isOrderedOtherwise(def: TableDef): boolean {
  return def.fields.some(({ tag, deprecated }) => tag !== null && !deprecated);
}

/** Its JSON takes no unions of other than 8 bits. */
function hasOracle(def: TableDef): boolean {
  return !def.fields.some(({ type }) => {
    const inner = type.kind === 'vector' ? type.element : type;
    return inner.kind === 'union' && inner.union.discriminator.underlying !== 'ubyte';
  });
}

/** JavaScript's builders, npm's as well, find that NaN is not the default NaN, and store it; C++ does not. */
function hasNaNAsDefault(def: TableDef): boolean {
  return def.fields.some((field) => Number.isNaN(field.default));
}

/**
 * `bytes` with the size of the root table that `other` has. `createX` begins the table after a struct that is its first
 * field, as the reference's TypeScript does, so that the size in the vtable leaves it out; `startX` and C++ do not.
 */
function withTableSize(bytes: Uint8Array, other: Uint8Array, def: TableDef): Uint8Array {
  if (!def.fields.some(({ type }) => type.kind === 'struct')) return bytes;
  const result = bytes.slice();
  const from = new DataView(other.buffer, other.byteOffset);
  const to = new DataView(result.buffer);
  const root = to.getInt32(0, true);
  const vtable = root - to.getInt32(root, true);
  to.setUint16(vtable + 2, from.getUint16(vtable + 2, true), true);
  return result;
}

function schemaText(cell: Cell): string {
  return `${CELL_TYPES}\n${cell.text}\nroot_type ${cell.table};`;
}

/** What the reference compiler writes for each value. */
function byReference(cell: Cell, def: TableDef): readonly Uint8Array[] {
  const names = cell.values.map((_, i) => `v${i}`);
  const texts = cell.values.map((value, i) => [`${names[i]}.json`, jsonOfTable(def, value)] as const);
  const run = oracle.run(['-b', 'm.fbs', ...texts.map(([path]) => path)], {
    'm.fbs': schemaText(cell),
    ...Object.fromEntries(texts),
  });
  expect(run).toMatchObject({ status: 0, stdout: '', stderr: '' });
  return names.map((name) => run.files.get(`${name}.bin`)!);
}

/** What the reference compiler reads. */
function jsonByReference(cell: Cell, list: readonly Uint8Array[]): readonly string[] {
  if (list.length === 0) return [];
  const files = list.map((bytes, i) => [`v${i}.bin`, bytes] as const);
  const run = oracle.run(
    ['--json', '--defaults-json', '--raw-binary', 'm.fbs', '--', ...files.map(([path]) => path)],
    {
      'm.fbs': schemaText(cell),
      ...Object.fromEntries(files),
    },
  );
  expect(run).toMatchObject({ status: 0, stdout: '', stderr: '' });
  return list.map((_, i) => new TextDecoder().decode(run.files.get(`v${i}.json`)));
}

interface Tagged {
  readonly type: number;
  readonly value: unknown;
}

function jsonOfTable(def: TableDef | StructDef, value: CellValue): string {
  const members = def.fields.flatMap((field) => {
    const given = value[camelCase(field.name)];
    if (given === undefined) return [];
    const text = `"${field.name}": ${jsonOf(field.type, given)}`;
    if (field.kind === 'structField' || field.tag === null) return [text];
    const tags = Array.isArray(given)
      ? `[${given.map(({ type }: Tagged) => type).join(', ')}]`
      : String((given as Tagged).type);
    return [`"${field.tag.name}": ${tags}`, text];
  });
  return `{ ${members.join(', ')} }`;
}

function jsonOf(type: Type, value: unknown): string {
  switch (type.kind) {
    case 'table':
      return jsonOfTable(type.table, value as CellValue);
    case 'struct':
      return jsonOfTable(type.struct, value as CellValue);
    case 'string':
      return JSON.stringify(value);
    case 'union': {
      const tagged = value as Tagged;
      const member = type.union.members.find((each) => Number(each.value) === tagged.type);
      return jsonOf(member!.type, tagged.value);
    }
    case 'vector':
    case 'array':
      return `[${(value as readonly unknown[]).map((item) => jsonOf(type.element, item)).join(', ')}]`;
    default:
      // Infinity has another name there.
      return String(value).replace('Infinity', 'inf').replace('NaN', 'nan');
  }
}

/** A value with what absent fields are read as. */
function filled(def: TableDef, value: CellValue): CellValue {
  const entries = def.fields
    .filter(({ deprecated, tagOf }) => !deprecated && tagOf === null)
    .map((field) => {
      const name = camelCase(field.name);
      const given = value[name];
      return [name, given === undefined ? absentOf(field) : filledOf(field.type, given)] as const;
    });
  return Object.fromEntries(entries);
}

function filledOf(type: Type, value: unknown): unknown {
  switch (type.kind) {
    case 'table':
      return filled(type.table, value as CellValue);
    case 'union': {
      const tagged = value as Tagged;
      const member = type.union.members.find((each) => Number(each.value) === tagged.type);
      return { type: tagged.type, value: filledOf(member!.type, tagged.value) };
    }
    case 'vector':
      return (value as readonly unknown[]).map((item) => filledOf(type.element, item));
    default:
      return value;
  }
}

function absentOf({ type, presence, ...field }: TableField): unknown {
  if (presence === 'optional') return null;
  if (type.kind === 'vector') return [];
  return type.kind === 'string' || type.kind === 'scalar' || type.kind === 'enum'
    ? defaultOf(type, field.default)
    : null;
}

function defaultOf(type: Type, value: TableField['default']): unknown {
  const stored = type.kind === 'enum' ? type.enum.underlying : type.kind === 'scalar' ? type.scalar : null;
  if (stored === 'long' || stored === 'ulong') return BigInt(value as bigint);
  if (stored === 'bool') return Boolean(value);
  return stored === null ? value : Number(value);
}

/** Classes have no vectors that are absent. */
function withEmptyVectors(def: TableDef, value: CellValue): CellValue {
  const entries = def.fields
    .filter(({ type }) => type.kind === 'vector')
    .flatMap(({ name }) => {
      const key = camelCase(name);
      return key in value ? [[key, value[key] ?? []] as const] : [];
    });
  return { ...value, ...Object.fromEntries(entries) };
}

/** Typed arrays as lists. */
function plainOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return [...(value as Uint8Array)];
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plainOf(item)]));
}

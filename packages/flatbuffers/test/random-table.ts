// Random tables: their content and their type in one, written through any builder with the API of the npm package.
// The tests of this package and the conformance tests use it: it knows the types of the API alone.
import * as fc from 'fast-check';
import type { Builder, FieldLayout, ScalarLayout, StructLayout, TableLayout } from '@fb/flatbuffers';

/** The part of a builder that both packages have. */
export type BuilderLike = Pick<
  Builder,
  | 'addFieldFloat32'
  | 'addFieldFloat64'
  | 'addFieldInt16'
  | 'addFieldInt32'
  | 'addFieldInt64'
  | 'addFieldInt8'
  | 'addFieldOffset'
  | 'addFieldStruct'
  | 'addInt16'
  | 'addInt32'
  | 'addInt64'
  | 'addInt8'
  | 'addOffset'
  | 'clear'
  | 'createByteVector'
  | 'createSharedString'
  | 'createString'
  | 'endObject'
  | 'endVector'
  | 'finish'
  | 'forceDefaults'
  | 'offset'
  | 'prep'
  | 'startObject'
  | 'startVector'
  | 'writeInt8'
> & { asUint8Array(): Uint8Array };

type Size = ScalarLayout['size'];

interface StructPlan {
  readonly kind: 'struct';
  readonly align: Size;
  /** Its size is a multiple of its alignment. */
  readonly units: number;
}

export type FieldPlan =
  | { readonly kind: 'absent' }
  | { readonly kind: 'integer'; readonly size: Size; readonly value: number; readonly byDefault: number }
  | { readonly kind: 'float'; readonly size: 4 | 8; readonly value: number }
  | { readonly kind: 'string'; readonly text: string; readonly isShared: boolean }
  | { readonly kind: 'integers'; readonly size: Size; readonly values: readonly number[] }
  | { readonly kind: 'strings'; readonly texts: readonly string[] }
  | { readonly kind: 'structs'; readonly struct: StructPlan; readonly count: number }
  | StructPlan
  | { readonly kind: 'table'; readonly table: TablePlan }
  | { readonly kind: 'tables'; readonly table: TablePlan; readonly count: number }
  | { readonly kind: 'union'; readonly tag: 0 | 1 | 2 | 3; readonly table: TablePlan; readonly text: string }
  | {
      readonly kind: 'unions';
      readonly tags: readonly (1 | 2)[];
      readonly table: TablePlan;
      readonly text: string;
    }
  | { readonly kind: 'nested'; readonly table: TablePlan };

export interface TablePlan {
  readonly fields: readonly FieldPlan[];
}

const size = fc.constantFrom<Size>(1, 2, 4, 8);
const byte = fc.integer({ min: 0, max: 127 });
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 40 }));
const struct = fc.record({ kind: fc.constant('struct'), align: size, units: fc.integer({ min: 1, max: 4 }) });

/** Random tables up to a few levels deep. Vectors of 64-bit integers are never empty. */
export const anyTable: fc.Arbitrary<TablePlan> = fc.letrec<{ table: TablePlan; field: FieldPlan }>((tie) => ({
  table: fc.record({ fields: fc.array(tie('field'), { maxLength: 8 }) }),
  field: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('absent') }),
    fc.record({ kind: fc.constant('integer'), size, value: byte, byDefault: fc.constantFrom(0, 1) }),
    fc.record({ kind: fc.constant('float'), size: fc.constantFrom(4, 8), value: fc.double() }),
    fc.record({ kind: fc.constant('string'), text, isShared: fc.boolean() }),
    fc.record({
      kind: fc.constant('integers'),
      size,
      values: fc.array(byte, { minLength: 1, maxLength: 9 }),
    }),
    fc.record({ kind: fc.constant('strings'), texts: fc.array(text, { maxLength: 4 }) }),
    fc.record({ kind: fc.constant('structs'), struct, count: fc.integer({ min: 1, max: 3 }) }),
    struct,
    fc.record({ kind: fc.constant('table'), table: tie('table') }),
    fc.record({ kind: fc.constant('tables'), table: tie('table'), count: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ kind: fc.constant('union'), tag: fc.constantFrom(0, 1, 2, 3), table: tie('table'), text }),
    fc.record({
      kind: fc.constant('unions'),
      tags: fc.array(fc.constantFrom(1, 2), { maxLength: 4 }),
      table: tie('table'),
      text,
    }),
    fc.record({ kind: fc.constant('nested'), table: tie('table') }),
  ),
})).table;

/** Writes the table and everything below it. `newBuilder` makes the builder of a nested buffer. */
export function writeTable(builder: BuilderLike, plan: TablePlan, newBuilder: () => BuilderLike): number {
  const children = plan.fields.map((field) => writeChild(builder, field, newBuilder));
  // A union takes two slots; giving two to each field keeps the numbers simple.
  builder.startObject(2 * plan.fields.length);
  for (const [i, field] of plan.fields.entries()) writeField(builder, field, 2 * i + 1, children[i]!);
  return builder.endObject();
}

/** The offsets that a field refers to: its value, and in front of it the tags of a vector of unions. */
function writeChild(
  builder: BuilderLike,
  field: FieldPlan,
  newBuilder: () => BuilderLike,
): readonly number[] {
  switch (field.kind) {
    case 'absent':
    case 'integer':
    case 'float':
    case 'struct':
      return [];
    case 'string':
      // The npm package has no empty shared string.
      return [
        field.isShared && field.text !== ''
          ? builder.createSharedString(field.text)
          : builder.createString(field.text),
      ];
    case 'integers':
      return [writeIntegers(builder, field.size, field.values)];
    case 'strings':
      return [
        writeOffsets(
          builder,
          field.texts.map((each) => builder.createString(each)),
        ),
      ];
    case 'structs': {
      const { align, units } = field.struct;
      builder.startVector(align * units, field.count, align);
      for (let i = field.count; i > 0; i--) writeStruct(builder, field.struct);
      return [builder.endVector()];
    }
    case 'table':
      return [writeTable(builder, field.table, newBuilder)];
    case 'tables':
      return [
        writeOffsets(
          builder,
          repeat(field.count, () => writeTable(builder, field.table, newBuilder)),
        ),
      ];
    case 'union':
      if (field.tag === 1) return [writeTable(builder, field.table, newBuilder)];
      if (field.tag === 2) return [builder.createString(field.text)];
      if (field.tag === 3) {
        builder.addInt64(1n);
        return [builder.offset()];
      }
      return [0];
    case 'unions': {
      const values = field.tags.map((tag) =>
        tag === 1 ? writeTable(builder, field.table, newBuilder) : builder.createString(field.text),
      );
      return [writeIntegers(builder, 1, field.tags), writeOffsets(builder, values)];
    }
    case 'nested': {
      const inner = newBuilder();
      inner.finish(writeTable(inner, field.table, newBuilder));
      const bytes = inner.asUint8Array();
      builder.prep(8, bytes.length);
      return [builder.createByteVector(bytes)];
    }
  }
}

function writeField(builder: BuilderLike, field: FieldPlan, slot: number, children: readonly number[]): void {
  switch (field.kind) {
    case 'absent':
      return;
    case 'integer':
      return writeInteger(builder, slot, field.size, field.value, field.byDefault);
    case 'float':
      if (field.size === 4) return builder.addFieldFloat32(slot, field.value, 0);
      return builder.addFieldFloat64(slot, field.value, 0);
    case 'struct':
      writeStruct(builder, field);
      return builder.addFieldStruct(slot, builder.offset(), 0);
    case 'union':
      builder.addFieldInt8(slot - 1, field.tag, 0);
      if (field.tag !== 0) builder.addFieldOffset(slot, children[0]!, 0);
      return;
    case 'unions':
      builder.addFieldOffset(slot - 1, children[0]!, 0);
      return builder.addFieldOffset(slot, children[1]!, 0);
    default:
      builder.addFieldOffset(slot, children[0]!, 0);
  }
}

function writeInteger(
  builder: BuilderLike,
  slot: number,
  width: Size,
  value: number,
  byDefault: number,
): void {
  switch (width) {
    case 1:
      return builder.addFieldInt8(slot, value, byDefault);
    case 2:
      return builder.addFieldInt16(slot, value, byDefault);
    case 4:
      return builder.addFieldInt32(slot, value, byDefault);
    case 8:
      return builder.addFieldInt64(slot, BigInt(value), BigInt(byDefault));
  }
}

function writeIntegers(builder: BuilderLike, width: Size, values: readonly number[]): number {
  builder.startVector(width, values.length, width);
  for (const value of values.toReversed()) {
    if (width === 1) builder.addInt8(value);
    else if (width === 2) builder.addInt16(value);
    else if (width === 4) builder.addInt32(value);
    else builder.addInt64(BigInt(value));
  }
  return builder.endVector();
}

function writeOffsets(builder: BuilderLike, offsets: readonly number[]): number {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}

function writeStruct(builder: BuilderLike, plan: StructPlan): void {
  const bytes = plan.align * plan.units;
  builder.prep(plan.align, bytes);
  for (let i = 0; i < bytes; i++) builder.writeInt8(i);
}

function repeat<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

/** The type of a random table. */
export function layoutOf(plan: TablePlan, name = 'Root'): TableLayout {
  return {
    kind: 'table',
    name,
    fields: plan.fields.flatMap((field, i) => {
      const layout = fieldLayout(field, `${name}.f${i}`);
      return layout === null ? [] : [{ ...layout, name: `f${i}`, slot: 2 * i + 1 }];
    }),
  };
}

function fieldLayout(field: FieldPlan, name: string): Pick<FieldLayout, 'type' | 'nested'> | null {
  const string = { kind: 'string' } as const;
  switch (field.kind) {
    case 'absent':
      return null;
    case 'integer':
    case 'float':
      return { type: { kind: 'scalar', size: field.size } };
    case 'string':
      return { type: string };
    case 'integers':
      return { type: { kind: 'vector', element: { kind: 'scalar', size: field.size } } };
    case 'strings':
      return { type: { kind: 'vector', element: string } };
    case 'structs':
      return { type: { kind: 'vector', element: structLayout(field.struct, name) } };
    case 'struct':
      return { type: structLayout(field, name) };
    case 'table':
      return { type: layoutOf(field.table, name) };
    case 'tables':
      return { type: { kind: 'vector', element: layoutOf(field.table, name) } };
    case 'nested': {
      const bytes = { kind: 'vector', element: { kind: 'scalar', size: 1 } } as const;
      return { type: bytes, nested: layoutOf(field.table, name) };
    }
    case 'union':
    case 'unions': {
      const members = [
        { name: 'Table', tag: 1, type: layoutOf(field.table, name) },
        { name: 'Text', tag: 2, type: string },
        { name: 'Struct', tag: 3, type: structLayout({ kind: 'struct', align: 8, units: 1 }, name) },
      ];
      const union = { kind: 'union', name, tagSize: 1, members } as const;
      return { type: field.kind === 'union' ? union : { kind: 'vector', element: union } };
    }
  }
}

function structLayout(plan: StructPlan, name: string): StructLayout {
  return { kind: 'struct', name, size: plan.align * plan.units, align: plan.align };
}

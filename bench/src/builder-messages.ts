// Messages written with the classic API of builders, call by call as generated code does it. The benchmark imports this
// module once for each builder, so that the engine compiles it for each alone.
import type { Builder } from '@fb/flatbuffers';

/** The part of a builder that all have. */
export type BuilderLike = Pick<
  Builder,
  | 'addFieldFloat32'
  | 'addFieldFloat64'
  | 'addFieldInt16'
  | 'addFieldInt8'
  | 'addFieldOffset'
  | 'addFieldStruct'
  | 'addInt8'
  | 'addOffset'
  | 'clear'
  | 'createString'
  | 'endObject'
  | 'endVector'
  | 'finish'
  | 'offset'
  | 'pad'
  | 'prep'
  | 'startObject'
  | 'startVector'
  | 'writeFloat32'
  | 'writeInt16'
  | 'writeInt32'
  | 'writeInt64'
  | 'writeInt8'
> & { asUint8Array(): Uint8Array };

const IDS: readonly bigint[] = [0x0bad_cafe_dead_beefn, 0x0bad_cafe_dead_bef0n, 0x0bad_cafe_dead_bef1n];

/** The message of the reference implementation's own benchmark: three tables with structs, and a few strings. */
export function fooBars(builder: BuilderLike): void {
  const tables: number[] = [];
  for (let i = 0; i < 3; i++) {
    const name = builder.createString('Hello, World!');
    builder.startObject(4);
    builder.addFieldStruct(0, bar(builder, i), 0);
    builder.addFieldOffset(1, name, 0);
    builder.addFieldFloat64(2, 2.5 + i, 0);
    builder.addFieldInt8(3, 33 + i, 0);
    tables.push(builder.endObject());
  }
  const list = offsets(builder, tables);
  const location = builder.createString('https://www.example.org/myurl/');
  builder.startObject(4);
  builder.addFieldOffset(0, list, 0);
  builder.addFieldInt8(1, 1, 0);
  builder.addFieldInt16(2, 2, 0);
  builder.addFieldOffset(3, location, 0);
  builder.finish(builder.endObject());
}

/** A struct in a struct. */
function bar(builder: BuilderLike, i: number): number {
  builder.prep(8, 32);
  builder.pad(6);
  builder.writeInt16(10_000 + i);
  builder.writeFloat32(0.5 + i);
  builder.writeInt32(123_456 + i);
  builder.pad(0);
  builder.prep(8, 16);
  builder.writeInt32(1_000_000 + i);
  builder.pad(1);
  builder.writeInt8(64 + i);
  builder.writeInt16(10_000 + i);
  builder.writeInt64(IDS[i] ?? 0n);
  return builder.offset();
}

/** A table of many kinds of fields, with tables below it and a union. */
export function monster(builder: BuilderLike): void {
  const weapons = offsets(builder, [weapon(builder, 'Sword', 3), weapon(builder, 'Axe', 5)]);
  const name = builder.createString('Orc the Second');
  builder.startVector(1, 10, 1);
  for (let i = 9; i >= 0; i--) builder.addInt8(i);
  const inventory = builder.endVector();
  builder.startVector(12, 2, 4);
  vec3(builder, 4, 5, 6);
  vec3(builder, 1, 2, 3);
  const path = builder.endVector();
  const equipped = weapon(builder, 'Shield', 1);
  builder.startObject(11);
  builder.addFieldStruct(0, vec3(builder, 1, 2, 3), 0);
  builder.addFieldInt16(1, 200, 150);
  builder.addFieldInt16(2, 80, 100);
  builder.addFieldOffset(3, name, 0);
  builder.addFieldInt8(4, 1, 0);
  builder.addFieldOffset(5, inventory, 0);
  builder.addFieldInt8(6, 0, 2);
  builder.addFieldOffset(7, weapons, 0);
  builder.addFieldInt8(8, 1, 0);
  builder.addFieldOffset(9, equipped, 0);
  builder.addFieldOffset(10, path, 0);
  builder.finish(builder.endObject());
}

function weapon(builder: BuilderLike, name: string, damage: number): number {
  const text = builder.createString(name);
  builder.startObject(2);
  builder.addFieldOffset(0, text, 0);
  builder.addFieldInt16(1, damage, 0);
  return builder.endObject();
}

function vec3(builder: BuilderLike, x: number, y: number, z: number): number {
  builder.prep(4, 12);
  builder.writeFloat32(z);
  builder.writeFloat32(y);
  builder.writeFloat32(x);
  return builder.offset();
}

/** Strings alone: ASCII up to 12 characters. */
export function strings(builder: BuilderLike): void {
  const texts: number[] = [];
  for (let i = 0; i < 1200; i++) texts.push(builder.createString(TEXTS[i % TEXTS.length]));
  const list = offsets(builder, texts);
  builder.startObject(1);
  builder.addFieldOffset(0, list, 0);
  builder.finish(builder.endObject());
}

const TEXTS: readonly string[] = Array.from(
  { length: 60 },
  (_, i) => `item ${i} ${'abcdef'.slice(0, i % 6)}`,
);

/** Tables of many shapes: every combination of ten fields that may be absent. */
export function shapes(builder: BuilderLike): void {
  const tables: number[] = [];
  for (let i = 0; i < 1024; i++) {
    builder.startObject(10);
    for (let slot = 0; slot < 10; slot++) builder.addFieldInt8(slot, (i >> slot) & 1, 0);
    tables.push(builder.endObject());
  }
  const list = offsets(builder, tables);
  builder.startObject(1);
  builder.addFieldOffset(0, list, 0);
  builder.finish(builder.endObject());
}

function offsets(builder: BuilderLike, list: readonly number[]): number {
  builder.startVector(4, list.length, 4);
  for (let i = list.length - 1; i >= 0; i--) builder.addOffset(list[i] ?? 0);
  return builder.endVector();
}

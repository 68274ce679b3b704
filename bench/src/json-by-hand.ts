// What a user of npm's flatbuffers writes to turn parsed JSON into a buffer: generated code's calls, children first.
import { Builder, type Offset } from 'flatbuffers';

interface Vec3 {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

interface Weapon {
  readonly name: string;
  readonly damage: number;
}

interface Stats {
  readonly level: number;
  readonly exp: number;
  readonly luck: number;
  readonly title: string;
}

interface Monster {
  readonly pos: Vec3;
  readonly mana: number;
  readonly hp: number;
  readonly name: string;
  readonly friendly: boolean;
  readonly inventory: readonly number[];
  readonly color: 'Red' | 'Green' | 'Blue';
  readonly weapons: readonly Weapon[];
  readonly equipped_type: 'Weapon' | 'Stats';
  readonly equipped: Weapon & Stats;
  readonly path: readonly Vec3[];
  readonly tags: readonly string[];
  readonly stats: Stats;
  readonly scores: readonly number[];
}

interface FooBar {
  readonly sibling: {
    readonly parent: {
      readonly id: number;
      readonly count: number;
      readonly prefix: number;
      readonly length: number;
    };
    readonly time: number;
    readonly ratio: number;
    readonly size: number;
  };
  readonly name: string;
  readonly rating: number;
  readonly postfix: number;
}

interface Container {
  readonly list: readonly FooBar[];
  readonly initialized: boolean;
  readonly fruit: string;
  readonly location: string;
}

/** Packs the monsters of a parsed document. */
export function packMonsters({ monsters }: { readonly monsters: readonly Monster[] }): Uint8Array {
  const builder = new Builder(1024);
  const list = offsets(
    builder,
    monsters.map((monster) => packMonster(builder, monster)),
  );
  builder.startObject(1);
  builder.addFieldOffset(0, list, 0);
  builder.finish(builder.endObject(), 'MONS');
  return builder.asUint8Array();
}

/** Packs the containers of a parsed document. */
export function packFooBars({ all }: { readonly all: readonly Container[] }): Uint8Array {
  const builder = new Builder(1024);
  const list = offsets(
    builder,
    all.map((container) => packContainer(builder, container)),
  );
  builder.startObject(1);
  builder.addFieldOffset(0, list, 0);
  builder.finish(builder.endObject(), 'FOOB');
  return builder.asUint8Array();
}

function packMonster(builder: Builder, monster: Monster): Offset {
  const name = builder.createString(monster.name);
  builder.startVector(1, monster.inventory.length, 1);
  for (const item of monster.inventory.toReversed()) builder.addInt8(item);
  const inventory = builder.endVector();
  const weapons = offsets(
    builder,
    monster.weapons.map((weapon) => packWeapon(builder, weapon)),
  );
  const isWeapon = monster.equipped_type === 'Weapon';
  const equipped = isWeapon ? packWeapon(builder, monster.equipped) : packStats(builder, monster.equipped);
  builder.startVector(12, monster.path.length, 4);
  for (const step of monster.path.toReversed()) packVec3(builder, step);
  const path = builder.endVector();
  const tags = offsets(
    builder,
    monster.tags.map((tag) => builder.createString(tag)),
  );
  const stats = packStats(builder, monster.stats);
  builder.startVector(4, monster.scores.length, 4);
  for (const score of monster.scores.toReversed()) builder.addInt32(score);
  const scores = builder.endVector();
  builder.startObject(14);
  builder.addFieldStruct(0, packVec3(builder, monster.pos), 0);
  builder.addFieldInt16(1, monster.mana, 150);
  builder.addFieldInt16(2, monster.hp, 100);
  builder.addFieldOffset(3, name, 0);
  builder.addFieldInt8(4, Number(monster.friendly), 0);
  builder.addFieldOffset(5, inventory, 0);
  builder.addFieldInt8(6, ['Red', 'Green', 'Blue'].indexOf(monster.color), 2);
  builder.addFieldOffset(7, weapons, 0);
  builder.addFieldInt8(8, isWeapon ? 1 : 2, 0);
  builder.addFieldOffset(9, equipped, 0);
  builder.addFieldOffset(10, path, 0);
  builder.addFieldOffset(11, tags, 0);
  builder.addFieldOffset(12, stats, 0);
  builder.addFieldOffset(13, scores, 0);
  return builder.endObject();
}

function packVec3(builder: Builder, { x, y, z }: Vec3): Offset {
  builder.prep(4, 12);
  builder.writeFloat32(z);
  builder.writeFloat32(y);
  builder.writeFloat32(x);
  return builder.offset();
}

function packWeapon(builder: Builder, weapon: Weapon): Offset {
  const name = builder.createString(weapon.name);
  builder.startObject(2);
  builder.addFieldOffset(0, name, 0);
  builder.addFieldInt16(1, weapon.damage, 0);
  return builder.endObject();
}

function packStats(builder: Builder, stats: Stats): Offset {
  const title = builder.createString(stats.title);
  builder.startObject(4);
  builder.addFieldInt32(0, stats.level, 0);
  builder.addFieldInt64(1, BigInt(stats.exp), 0n);
  builder.addFieldFloat64(2, stats.luck, 0);
  builder.addFieldOffset(3, title, 0);
  return builder.endObject();
}

function packContainer(builder: Builder, container: Container): Offset {
  const list = offsets(
    builder,
    container.list.map((fooBar) => packFooBar(builder, fooBar)),
  );
  const location = builder.createString(container.location);
  builder.startObject(4);
  builder.addFieldOffset(0, list, 0);
  builder.addFieldInt8(1, Number(container.initialized), 0);
  builder.addFieldInt16(2, ['Apples', 'Pears', 'Bananas'].indexOf(container.fruit), 0);
  builder.addFieldOffset(3, location, 0);
  return builder.endObject();
}

function packFooBar(builder: Builder, { sibling, name, rating, postfix }: FooBar): Offset {
  const offset = builder.createString(name);
  builder.startObject(4);
  builder.prep(8, 32);
  builder.pad(6);
  builder.writeInt16(sibling.size);
  builder.writeFloat32(sibling.ratio);
  builder.writeInt32(sibling.time);
  builder.writeInt32(sibling.parent.length);
  builder.pad(1);
  builder.writeInt8(sibling.parent.prefix);
  builder.writeInt16(sibling.parent.count);
  builder.writeInt64(BigInt(sibling.parent.id));
  builder.addFieldStruct(0, builder.offset(), 0);
  builder.addFieldOffset(1, offset, 0);
  builder.addFieldFloat64(2, rating, 0);
  builder.addFieldInt8(3, postfix, 0);
  return builder.endObject();
}

function offsets(builder: Builder, list: readonly Offset[]): Offset {
  builder.startVector(4, list.length, 4);
  for (const offset of list.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}

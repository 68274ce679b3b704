// What every decoder that gives plain objects is asked to do: look at all of it.

interface Vec3 {
  x: number;
  y: number;
  z: number;
}

interface Weapon {
  name: string;
  damage: number;
}

/** A 64-bit integer as the peer has it. */
type Long = bigint | number | { toNumber(): number };

export interface PlainFooBars {
  list: {
    sibling: {
      parent: { id: Long; count: number; prefix: number; length: number };
      time: number;
      ratio: number;
      size: number;
    };
    name: string;
    rating: number;
    postfix: number;
  }[];
  initialized: boolean;
  fruit: number;
  location: string;
}

export interface PlainMonster {
  pos: Vec3;
  mana: number;
  hp: number;
  name: string;
  friendly: boolean;
  inventory: ArrayLike<number>;
  color: number;
  weapons: Weapon[];
  path: Vec3[];
  tags: string[];
  stats: { level: number; exp: Long; luck: number; title: string };
  scores: ArrayLike<number>;
}

export interface PlainNumbers {
  points: Vec3[];
  samples: ArrayLike<number>;
}

export function sumPlainFooBars(value: PlainFooBars): number {
  let sum = Number(value.initialized) + value.fruit + value.location.length;
  for (const { sibling, name, rating, postfix } of value.list) {
    sum += name.length + rating + postfix + sibling.time + sibling.ratio + sibling.size;
    const { parent } = sibling;
    sum += low(parent.id) + parent.count + parent.prefix + parent.length;
  }
  return sum;
}

/** Each peer has unions of its own, so `equipped` is where it says. */
export function sumPlainMonster(value: PlainMonster, equipped: Weapon): number {
  let sum =
    value.mana + value.hp + value.name.length + Number(value.friendly) + value.color + sumVec3(value.pos);
  sum += sumList(value.inventory);
  for (const weapon of value.weapons) sum += weapon.name.length + weapon.damage;
  sum += equipped.name.length + equipped.damage;
  for (const each of value.path) sum += sumVec3(each);
  for (const tag of value.tags) sum += tag.length;
  const { stats } = value;
  sum += stats.level + low(stats.exp) + stats.luck + stats.title.length;
  sum += sumList(value.scores);
  return sum;
}

export function sumPlainNumbers({ points, samples }: PlainNumbers): number {
  let sum = 0;
  for (const each of points) sum += sumVec3(each);
  sum += sumList(samples);
  return sum;
}

export interface PlainSamples {
  samples: ArrayLike<number>;
}

export function sumPlainSamples({ samples }: PlainSamples): number {
  return sumList(samples);
}

export function sumPlainTexts({ lines }: { lines: string[] }): number {
  let sum = 0;
  for (const line of lines) sum += line.length;
  return sum;
}

function sumList(list: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < list.length; i++) sum += list[i] ?? 0;
  return sum;
}

function sumVec3({ x, y, z }: Vec3): number {
  return x + y + z;
}

function low(value: Long): number {
  return typeof value === 'bigint' ? Number(BigInt.asUintN(32, value)) : Number(value) % 2 ** 32;
}

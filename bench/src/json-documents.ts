// Large JSON texts of two schemas, the same in every run: game monsters, whose members are mostly short, and the
// message that the reference's own benchmark has, whose numbers have many digits.

/** A schema and a text for it. */
export interface Documents {
  readonly name: string;
  readonly schema: string;
  readonly text: string;
}

const MONSTERS = `
namespace Bench;
enum Color : byte { Red, Green, Blue }
struct Vec3 { x: float; y: float; z: float; }
table Weapon { name: string; damage: short; }
table Stats { level: int; exp: ulong; luck: double; title: string; }
union Equipment { Weapon, Stats }
table Monster {
  pos: Vec3; mana: short = 150; hp: short = 100; name: string; friendly: bool; inventory: [ubyte]; color: Color = Blue;
  weapons: [Weapon]; equipped: Equipment; path: [Vec3]; tags: [string]; stats: Stats; scores: [int];
}
table MonsterList { monsters: [Monster]; }
root_type MonsterList;
file_identifier "MONS";
`;

const FOO_BARS = `
namespace Bench;
enum Enum : short { Apples, Pears, Bananas }
struct Foo { id: ulong; count: short; prefix: byte; length: uint; }
struct Bar { parent: Foo; time: int; ratio: float; size: ushort; }
table FooBar { sibling: Bar; name: string; rating: double; postfix: ubyte; }
table FooBarContainer { list: [FooBar]; initialized: bool; fruit: Enum; location: string; }
table Containers { all: [FooBarContainer]; }
root_type Containers;
file_identifier "FOOB";
`;

/** Monsters in a text of at least `size` characters. */
export function monsters(size: number): Documents {
  const random = randomNumbers(1);
  const int = (limit: number): number => Math.floor(random() * limit);
  const pick = (from: readonly string[]): string => from[int(from.length)] ?? '';
  const name = (): string => `${pick(FIRST)} ${pick(LAST)}`;
  const decimal = (): number => (int(2_000_000) - 1_000_000) / 1000;
  const list = <T>(limit: number, make: () => T): T[] => Array.from({ length: int(limit) }, make);
  const vec3 = (): object => ({ x: decimal(), y: decimal(), z: decimal() });
  const weapon = (): object => ({ name: name(), damage: int(100) + 1 });
  const stats = (): object => ({
    level: int(100) + 1,
    exp: int(2 ** 40) + 1,
    luck: int(10_000) / 10_000 + 1,
    title: name(),
  });
  return {
    name: 'monsters',
    schema: MONSTERS,
    text: documentOf('monsters', size, () => ({
      pos: vec3(),
      mana: int(149) + 1,
      hp: int(3000) + 101,
      name: name(),
      friendly: true,
      inventory: list(10, () => int(256)),
      color: pick(['Red', 'Green']),
      weapons: list(4, weapon),
      ...(random() < 0.5
        ? { equipped_type: 'Weapon', equipped: weapon() }
        : { equipped_type: 'Stats', equipped: stats() }),
      path: list(6, vec3),
      tags: list(4, () => pick(FIRST)),
      stats: stats(),
      scores: list(8, () => int(1_000_000) - 500_000),
    })),
  };
}

/** Containers of three messages each, in a text of at least `size` characters. */
export function fooBars(size: number): Documents {
  const random = randomNumbers(2);
  const int = (limit: number): number => Math.floor(random() * limit) + 1;
  const fooBar = (): object => ({
    sibling: {
      parent: { id: int(2 ** 50), count: int(30_000), prefix: int(120), length: int(2 ** 32 - 2) },
      time: int(2 ** 30),
      ratio: Math.fround(random() * 10),
      size: int(65_000),
    },
    name: 'Hello, World!',
    rating: random() * 10,
    postfix: int(200),
  });
  return {
    name: 'foobars',
    schema: FOO_BARS,
    text: documentOf('all', size, () => ({
      list: [fooBar(), fooBar(), fooBar()],
      initialized: true,
      fruit: 'Bananas',
      location: 'https://www.example.com/myurl/',
    })),
  };
}

const FIRST = ['Orc', 'Goblin', 'Dragon', 'Fiery', 'Grim', 'Ancient', 'Wild', 'Sleepy'];
const LAST = ['of the North', 'the Great', 'from the Deep', 'without a Name', 'Fire-Eater'];

/** `{ [key]: [ ... ] }` with as many elements as it takes. */
function documentOf(key: string, size: number, make: () => object): string {
  const parts: string[] = [];
  for (let length = 0; length < size;) {
    const part = JSON.stringify(make());
    parts.push(part);
    length += part.length + 1;
  }
  return `{"${key}":[${parts.join(',')}]}`;
}

/** Numbers from 0 to below 1, the same for a seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

// The messages that formats are compared on: one schema, and a value of each kind.

/** All types. The small message has the shape of the reference implementation's own benchmark. */
export const MESSAGES_SCHEMA = `
namespace Bench;

enum Fruit : short { Apple, Pear, Plum }
struct Foo { id : ulong; count : short; prefix : byte; length : uint; }
struct Bar { parent : Foo; time : int; ratio : float; size : ushort; }
table FooBar { sibling : Bar; name : string; rating : double; postfix : ubyte; }
table FooBars { list : [FooBar]; initialized : bool; fruit : Fruit; location : string; }

enum Color : byte { Red, Green, Blue }
struct Vec3 { x : float; y : float; z : float; }
table Weapon { name : string; damage : short; }
table Stats { level : int; exp : ulong; luck : double; title : string; }
union Equipment { Weapon, Stats }
table Monster {
  pos : Vec3;
  mana : short = 150;
  hp : short = 100;
  name : string;
  friendly : bool;
  inventory : [ubyte];
  color : Color = Blue;
  weapons : [Weapon];
  equipped : Equipment;
  path : [Vec3];
  tags : [string];
  stats : Stats;
  scores : [int];
}

table Numbers { points : [Vec3]; samples : [double]; }

table Samples { samples : [double]; }

table Texts { lines : [string]; }
`;

/** The messages as plain objects, as every format takes them; unions and 64-bit integers are each peer's matter. */
export const fooBars = {
  list: [0, 1, 2].map((i) => ({
    sibling: {
      parent: {
        id: 0x000f_cafe_0bad_cafen + BigInt(i),
        count: 10_000 + i,
        prefix: 64 + i,
        length: 1_000_000 + i,
      },
      time: 123_456 + i,
      ratio: 3.25 + i,
      size: 10_000 + i,
    },
    name: 'Hello, Planet',
    rating: 3.217_592_653_589 + i,
    postfix: 33 + i,
  })),
  initialized: true,
  fruit: 1,
  location: 'https://example.org/flatbufs/1',
};

export const monster = {
  pos: { x: 1, y: 2, z: 3 },
  mana: 200,
  hp: 80,
  name: 'Orc the Second',
  friendly: true,
  inventory: Uint8Array.from({ length: 10 }, (_, i) => i),
  color: 0,
  weapons: [
    { name: 'Sword', damage: 3 },
    { name: 'Battle axe', damage: 5 },
  ],
  equipped: { type: 1 as const, value: { name: 'Shield', damage: 1 } },
  path: [
    { x: 1, y: 2, z: 3 },
    { x: 4, y: 5, z: 6 },
  ],
  tags: ['greenskin', 'boss', 'level 12'],
  stats: { level: 12, exp: 123_456_789n, luck: 0.75, title: 'Chief of the North' },
  scores: Int32Array.from([100, 250, 75, 900, 12]),
};

export const numbers = {
  points: Array.from({ length: 10_000 }, (_, i) => ({ x: i, y: i / 2, z: -i })),
  samples: Float64Array.from({ length: 100_000 }, (_, i) => Math.sqrt(i)),
};

export const samples = { samples: numbers.samples };

export const texts = {
  lines: Array.from({ length: 1200 }, (_, i) => `line ${i} ${'abcdefghij'.slice(0, i % 11)}`),
};

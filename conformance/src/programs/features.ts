// The features, one a row. They are small, so that a failure names what broke.
import type { Feature } from './feature.js';

const EXTREMES = `
  namespace Extremes;
  table Root {
    a : byte; b : ubyte; c : short; d : ushort; e : int; f : uint; g : long; h : ulong; i : float; j : double; k : bool;
  }
  root_type Root;`;

/** Every row of the table of features and languages. */
export const FEATURES: readonly Feature[] = [
  {
    name: 'scalars',
    schema: `
      namespace Scalars;
      table Root {
        a : byte; b : ubyte; c : short; d : ushort; e : int; f : uint; g : long; h : ulong; i : float; j : double; k : bool;
      }
      root_type Root;`,
    value: {
      a: -1,
      b: 200,
      c: -300,
      d: 60000,
      e: -70000,
      f: 3000000000,
      g: -5000000000n,
      h: 10000000000000000000n,
      i: 1.5,
      j: -2.25,
      k: true,
    },
    mutations: [
      { path: 'a', to: 5 },
      { path: 'h', to: 7n },
      { path: 'i', to: 0.5 },
      { path: 'k', to: false },
    ],
  },
  {
    name: 'largest scalars',
    schema: EXTREMES.replace('Extremes', 'Largest'),
    value: {
      a: 127,
      b: 255,
      c: 32767,
      d: 65535,
      e: 2147483647,
      f: 4294967295,
      g: 9223372036854775807n,
      h: 18446744073709551615n,
      i: 16777216,
      j: 9007199254740992,
      k: true,
    },
  },
  {
    name: 'smallest scalars',
    schema: EXTREMES.replace('Extremes', 'Smallest'),
    value: { a: -128, c: -32768, e: -2147483648, g: -9223372036854775808n, i: -16777216, j: -0.5 },
    mutations: [{ path: 'b', to: 3, stored: false }],
  },
  {
    name: 'defaults',
    schema: `
      namespace Defaults;
      enum Color : byte { Red, Green = 4, Blue }
      table Root {
        a : byte = -5; b : ubyte = 250; c : short = -1000; d : ushort = 65000; e : int = 123456; f : uint = 4000000000;
        g : long = -6000000000; h : ulong = 9000000000; i : float = 3.25; j : double = -0.125; k : bool = true;
        l : Color = Green; s : string; v : [int]; n : int;
      }
      root_type Root;`,
    value: { n: 1 },
    mutations: [{ path: 'e', to: 9, stored: false }],
  },
  {
    name: 'optional scalars, absent',
    schema: `
      namespace OptionalAbsent;
      enum Color : ubyte { Red, Green }
      table Root { a : int = null; b : bool = null; c : double = null; d : Color = null; e : ulong = null; n : int; }
      root_type Root;`,
    value: { n: 1 },
    mutations: [{ path: 'a', to: 2, stored: false }],
  },
  {
    name: 'optional scalars, zero',
    schema: `
      namespace OptionalZero;
      enum Color : ubyte { Red, Green }
      table Root { a : int = null; b : bool = null; c : double = null; d : Color = null; e : ulong = null; }
      root_type Root;`,
    value: { a: 0, b: false, c: 0, d: 'Red', e: 0n },
    mutations: [{ path: 'a', to: 2 }],
  },
  {
    name: 'enums',
    schema: `
      namespace Enums;
      enum Small : ubyte { One = 1, Two, Nine = 9 }
      enum Signed : short { Low = -300, None = 0, High = 300 }
      enum Wide : ulong { First = 1, Last = 18446744073709551615 }
      table Root { small : Small = One; signed : Signed; wide : Wide = First; list : [Signed]; wides : [Wide]; }
      root_type Root;`,
    value: {
      small: 'Nine',
      signed: 'Low',
      wide: 'Last',
      list: ['High', 'Low', 'None'],
      wides: ['Last', 'First'],
    },
    mutations: [{ path: 'small', to: 'Two' }],
  },
  {
    name: 'bit flags',
    schema: `
      namespace Flags;
      enum Access : ushort (bit_flags) { Read, Write, Share = 9 }
      table Root { access : Access = Read; list : [Access]; }
      root_type Root;`,
    value: { access: 'Share', list: ['Read', 'Write'] },
  },
  {
    name: 'strings',
    schema: `
      namespace Strings;
      table Root { plain : string; empty : string; wide : string; absent : string; list : [string]; }
      root_type Root;`,
    value: { plain: 'Orc', empty: '', wide: 'Größe 猫 🐈', list: ['one', '', 'three'] },
  },
  {
    name: 'scalar vectors',
    schema: `
      namespace Vectors;
      table Root {
        a : [byte]; b : [ubyte]; c : [short]; d : [ushort]; e : [int]; f : [uint]; g : [long]; h : [ulong]; i : [float];
        doubles : [double]; k : [bool]; none : [int]; absent : [int];
      }
      root_type Root;`,
    value: {
      a: [-1, 2],
      b: [200, 255, 0],
      c: [-300],
      d: [60000, 1],
      e: [-70000, 70000],
      f: [3000000000],
      g: [-5000000000n, 1n],
      h: [10000000000000000000n],
      i: [1.5, -0.25],
      doubles: [-2.25, 1e100],
      k: [true, false, true],
      none: [],
    },
    mutations: [
      { path: 'b[1]', to: 7 },
      { path: 'doubles[0]', to: 0.5 },
    ],
  },
  {
    name: 'structs',
    schema: `
      namespace Structs;
      struct Inner { a : ubyte; b : double; }
      struct Outer { x : short; inner : Inner; flag : bool; }
      table Root { pos : Outer; absent : Inner; }
      root_type Root;`,
    value: { pos: { x: -2, inner: { a: 9, b: 0.5 }, flag: true } },
    mutations: [
      { path: 'pos.x', to: 77 },
      { path: 'pos.inner.b', to: -8.5 },
    ],
  },
  {
    name: 'vectors of structs',
    schema: `
      namespace StructVectors;
      struct Vec3 { x : float; y : float; z : float; }
      table Root { path : [Vec3]; }
      root_type Root;`,
    value: {
      path: [
        { x: 1, y: 2, z: 3 },
        { x: -1, y: -2, z: -3.5 },
      ],
    },
    mutations: [{ path: 'path[1].y', to: 10 }],
  },
  {
    name: 'fixed arrays',
    schema: `
      namespace Arrays;
      enum Color : byte { Red, Green, Blue }
      struct Cell { id : int; tags : [ubyte:3]; }
      struct Grid { values : [float:4]; cells : [Cell:2]; colors : [Color:2]; last : long; }
      table Root { grid : Grid; }
      root_type Root;`,
    value: {
      grid: {
        values: [1, 2.5, -3, 0],
        cells: [
          { id: 1, tags: [1, 2, 3] },
          { id: -2, tags: [4, 5, 255] },
        ],
        colors: ['Blue', 'Red'],
        last: -1n,
      },
    },
    mutations: [{ path: 'grid.last', to: 8n }],
  },
  {
    name: 'force_align',
    schema: `
      namespace Aligned;
      struct Wide (force_align: 16) { a : int; b : int; }
      table Root { n : ubyte; wide : Wide; list : [Wide]; floats : [float] (force_align: 32); }
      root_type Root;`,
    value: { n: 1, wide: { a: 1, b: 2 }, list: [{ a: 3, b: 4 }], floats: [1, 2, 3] },
  },
  {
    name: 'nested tables',
    schema: `
      namespace Tables;
      table Leaf { n : int; name : string; }
      table Branch { leaf : Leaf; leaves : [Leaf]; }
      table Root { branch : Branch; self : Root; absent : Leaf; }
      root_type Root;`,
    value: {
      branch: { leaf: { n: 1, name: 'a' }, leaves: [{ n: 2, name: 'b' }, {}, { name: 'c' }] },
      self: { self: { branch: { leaves: [] } } },
    },
    mutations: [{ path: 'branch.leaves[0].n', to: 20 }],
  },
  {
    name: 'required fields',
    schema: `
      namespace Required;
      struct Point { x : int; y : int; }
      table Inner { n : int; }
      table Root { name : string (required); list : [int] (required); at : Point (required); inner : Inner (required); }
      root_type Root;`,
    value: { name: 'here', list: [1], at: { x: 1, y: 2 }, inner: { n: 5 } },
  },
  {
    name: 'explicit ids and deprecated fields',
    schema: `
      namespace Ids;
      table Root { c : int (id: 2); a : string (id: 0); old : int (id: 1, deprecated); d : ubyte (id: 3); }
      root_type Root;`,
    value: { a: 'x', c: 3, d: 4 },
  },
  {
    name: 'unions of tables',
    schema: `
      namespace Unions;
      table Sword { damage : int; }
      table Bow { range : float; name : string; }
      union Weapon { Sword, Second : Bow }
      table Root { first : Weapon; second : Weapon; none : Weapon; }
      root_type Root;`,
    value: {
      first: { $member: 'Sword', $value: { damage: 7 } },
      second: { $member: 'Second', $value: { range: 2.5, name: 'long' } },
    },
    mutations: [{ path: 'first.damage', to: 70 }],
  },
  {
    name: 'union underlying types',
    schema: `
      namespace WideUnions;
      table Sword { damage : int; }
      table Bow { range : float; }
      union Weapon : uint { Sword = 3, Second : Bow = 70000 }
      table Root { first : Weapon; second : Weapon; none : Weapon; }
      root_type Root;`,
    value: {
      first: { $member: 'Sword', $value: { damage: 7 } },
      second: { $member: 'Second', $value: { range: 2.5 } },
    },
    mutations: [{ path: 'first.damage', to: 70 }],
  },
  {
    name: 'structs and strings in unions',
    schema: `
      namespace MixedUnions;
      struct Point { x : int; y : int; }
      table Sword { damage : int; }
      union Thing { Sword, Point, Text : string }
      table Root { a : Thing; b : Thing; c : Thing; }
      root_type Root;`,
    value: {
      a: { $member: 'Point', $value: { x: 3, y: -4 } },
      b: { $member: 'Text', $value: 'hello' },
      c: { $member: 'Sword', $value: { damage: 1 } },
    },
  },
  {
    name: 'vectors of unions',
    schema: `
      namespace UnionVectors;
      struct Point { x : int; y : int; }
      table Sword { damage : int; }
      union Thing { Sword, Point, Text : string }
      table Root { list : [Thing]; none : [Thing]; }
      root_type Root;`,
    value: {
      list: [
        { $member: 'Sword', $value: { damage: 5 } },
        { $member: 'Text', $value: 'word' },
        { $member: 'Point', $value: { x: 1, y: 2 } },
        { $member: 'Sword', $value: {} },
      ],
    },
  },
  {
    name: 'string keys',
    schema: `
      namespace StringKeys;
      table Entry { name : string (key); value : int; }
      table Root { entries : [Entry]; }
      root_type Root;`,
    value: {
      entries: [
        { name: 'Axe', value: 1 },
        { name: 'axe', value: 2 },
        { name: 'bow', value: 3 },
        { name: 'bows', value: 4 },
      ],
    },
    lookUps: [
      { vector: 'entries', key: 'bow', found: { field: 'value', value: 3 } },
      { vector: 'entries', key: 'Axe', found: { field: 'value', value: 1 } },
      { vector: 'entries', key: 'nothing', found: null },
    ],
  },
  {
    name: 'number keys',
    schema: `
      namespace NumberKeys;
      table Entry { id : long (key); value : int; }
      struct Item { id : uint (key); value : int; }
      table Root { entries : [Entry]; items : [Item]; }
      root_type Root;`,
    value: {
      entries: [
        { id: -9000000000n, value: 1 },
        { id: 0n, value: 2 },
        { id: 9000000000n, value: 3 },
      ],
      items: [
        { id: 1, value: 10 },
        { id: 3000000000, value: 20 },
      ],
    },
    lookUps: [
      { vector: 'entries', key: 9000000000n, found: { field: 'value', value: 3 } },
      { vector: 'entries', key: 0n, found: { field: 'value', value: 2 } },
      { vector: 'entries', key: 1n, found: null },
    ],
  },
  {
    name: 'nested FlatBuffers',
    schema: `
      namespace Nested;
      table Inner { n : int; name : string; }
      table Root { inner : [ubyte] (nested_flatbuffer: "Inner"); }
      root_type Root;`,
    value: { inner: { $nested: { n: 5, name: 'within' } } },
  },
  {
    name: 'FlexBuffer fields',
    schema: `
      namespace Flex;
      table Root { data : [ubyte] (flexbuffer); n : int; }
      root_type Root;`,
    value: { data: { $flexbuffer: 42 }, n: 1 },
  },
  {
    name: 'file identifier',
    schema: `
      namespace Identified;
      table Root { n : int; }
      root_type Root;
      file_identifier "IDNT";`,
    value: { n: 11 },
    mutations: [{ path: 'n', to: 12 }],
  },
  {
    name: 'size prefix',
    schema: `
      namespace Prefixed;
      table Root { n : int; name : string; }
      root_type Root;
      file_identifier "PRFX";`,
    value: { n: 11, name: 'x' },
    sizePrefixed: true,
  },
  {
    name: 'deep namespaces',
    schema: `
      namespace Deep.Inner;
      enum Kind : byte { A, B }
      struct Point { x : int; }
      table Leaf { kind : Kind; }
      namespace Deep.Other.More;
      table Root { leaf : Deep.Inner.Leaf; kind : Deep.Inner.Kind; at : Deep.Inner.Point; }
      root_type Root;`,
    value: { leaf: { kind: 'B' }, kind: 'B', at: { x: 1 } },
  },
  {
    name: 'no namespace',
    schema: `
      enum GlobalKind : byte { A, B }
      struct GlobalPoint { x : int; }
      table GlobalRoot { kind : GlobalKind; at : GlobalPoint; list : [GlobalPoint]; }
      root_type GlobalRoot;`,
    value: { kind: 'B', at: { x: 1 }, list: [{ x: 2 }] },
  },
  {
    name: 'default strings and vectors',
    schema: `
      namespace DefaultStrings;
      table Root { name : string = "nobody"; list : [int] = []; n : int; }
      root_type Root;`,
    value: { n: 1 },
  },
  {
    name: '64-bit offsets',
    schema: `
      namespace Wide;
      struct Point { x : int; y : int; }
      table Root { far : string (offset64); big : [ubyte] (vector64); floats : [float] (offset64); points : [Point] (vector64); n : int; }
      root_type Root;`,
    value: { far: 'away', big: [1, 2, 255], floats: [1.5], points: [{ x: 1, y: 2 }], n: 4 },
  },
  {
    name: "the tutorial's Monster",
    schema: `
      namespace MyGame.Sample;
      enum Color : byte { Red = 0, Green, Blue = 2 }
      union Equipment { Weapon }
      struct Vec3 { x : float; y : float; z : float; }
      table Monster {
        pos : Vec3; mana : short = 150; hp : short = 100; name : string; friendly : bool = false (deprecated);
        inventory : [ubyte]; color : Color = Blue; weapons : [Weapon]; equipped : Equipment; path : [Vec3];
      }
      table Weapon { name : string; damage : short; }
      root_type Monster;`,
    value: {
      pos: { x: 1, y: 2, z: 3 },
      hp: 300,
      name: 'Orc',
      inventory: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      color: 'Red',
      weapons: [
        { name: 'Sword', damage: 3 },
        { name: 'Axe', damage: 5 },
      ],
      equipped: { $member: 'Weapon', $value: { name: 'Axe', damage: 5 } },
      path: [
        { x: 1, y: 2, z: 3 },
        { x: 4, y: 5, z: 6 },
      ],
    },
    mutations: [
      { path: 'hp', to: 10 },
      { path: 'pos.z', to: 4 },
      { path: 'inventory[3]', to: 99 },
      { path: 'mana', to: 20, stored: false },
    ],
  },
];

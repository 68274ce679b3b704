// The matrix of types, defaults and presence as data: one table a cell, with values to write into it. A table has one field
// `it` that may be written, so that there is one order of bytes only.

/** What is written into a table; a field that is not named is absent. Unions are `{ type, value }`. */
export type CellValue = Readonly<Record<string, unknown>>;

/** A table and what is to be written into it. */
export interface Cell {
  /** The name of its table. */
  readonly table: string;
  /** What it is about, as a schema says it. */
  readonly title: string;
  /** The table as a schema. */
  readonly text: string;
  readonly values: readonly CellValue[];
}

/** The types that cells are made of. */
export const CELL_TYPES = `
  namespace M;
  enum Small : byte { A, B = 3, C = -4 }
  enum Flags : ushort (bit_flags) { X, Y, Z = 9 }
  enum Wide : ulong { None, Near = 5, Far = 18446744073709551615 }
  struct Tight { a : ubyte; }
  struct Pair { a : short; b : double; c : byte; }
  struct Far (force_align: 32) { a : float; }
  struct Deep { pair : Pair; list : [short : 3]; tight : Tight; pairs : [Pair : 2]; flag : bool; }
  table Leaf { x : int = 4; }
  table Named { name : string; }
  union Any { Leaf, Pair, Text : string, Named, Tight }
`;

/** A union that the reference compiler has no JSON for. */
export const CELL_TYPES_WITHOUT_ORACLE = 'union Many : int { Leaf = 7, Other : Leaf = 900, Word : string }';

/** A type with values of its own: the first is zero, or as near to nothing as it has. */
interface Kind {
  readonly type: string;
  readonly values: readonly unknown[];
  /** Defaults other than zero, as a schema writes them. */
  readonly defaults: readonly string[];
}

const LARGEST_FLOAT = 3.4028234663852886e38;
const LARGEST_LONG = 2n ** 63n - 1n;
const LARGEST_ULONG = 2n ** 64n - 1n;

const INTEGERS: readonly Kind[] = (
  [
    ['byte', 0, 1, 7, -128, 127],
    ['ubyte', 0, 1, 7, 255],
    ['short', 0, 1, 7, -32_768, 32_767],
    ['ushort', 0, 1, 7, 65_535],
    ['int', 0, 1, 7, -2_147_483_648, 2_147_483_647],
    ['uint', 0, 1, 7, 4_294_967_295],
    ['long', 0n, 1n, 7n, -LARGEST_LONG - 1n, LARGEST_LONG],
    ['ulong', 0n, 1n, 7n, LARGEST_ULONG],
  ] as const
).map(([type, ...values]) => ({ type, values, defaults: ['7', String(values.at(-1))] }));

const SCALARS: readonly Kind[] = [
  { type: 'bool', values: [false, true], defaults: ['true'] },
  ...INTEGERS,
  {
    type: 'float',
    values: [0, 1, 7, 0.5, NaN, Infinity, -Infinity, LARGEST_FLOAT, -LARGEST_FLOAT, 1.401298464324817e-45],
    defaults: ['7', '0.5', 'nan', 'inf', '-inf'],
  },
  {
    type: 'double',
    values: [0, 1, 7, 0.1, NaN, Infinity, -Infinity, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE],
    defaults: ['7', '0.1', 'nan', 'inf', '-inf'],
  },
  { type: 'Small', values: [0, 3, -4], defaults: ['B', 'C'] },
  { type: 'Flags', values: [0, 1, 2, 512, 515], defaults: ['Y', '"X Z"'] },
  { type: 'Wide', values: [0n, 5n, LARGEST_ULONG], defaults: ['Near', 'Far'] },
];

const PAIRS = [
  { a: 0, b: 0, c: 0 },
  { a: -32_768, b: Infinity, c: 127 },
  { a: 32_767, b: NaN, c: -128 },
];

const STRUCTS: readonly Kind[] = [
  { type: 'Tight', values: [{ a: 0 }, { a: 255 }], defaults: [] },
  { type: 'Pair', values: PAIRS, defaults: [] },
  { type: 'Far', values: [{ a: 0 }, { a: -1.5 }], defaults: [] },
  {
    type: 'Deep',
    values: [
      { pair: PAIRS[0], list: [0, 0, 0], tight: { a: 0 }, pairs: [PAIRS[0], PAIRS[0]], flag: false },
      { pair: PAIRS[2], list: [1, -2, 3], tight: { a: 9 }, pairs: [PAIRS[1], PAIRS[2]], flag: true },
    ],
    defaults: [],
  },
];

const STRINGS: Kind = {
  type: 'string',
  values: ['', 'a', 'some', 'null', 'zwölf \u{1f600} \u0000 "\\', 'x'.repeat(300)],
  defaults: ['""', '"some"'],
};

const TABLES: readonly Kind[] = [
  { type: 'Leaf', values: [{}, { x: 0 }, { x: 4 }, { x: -1 }], defaults: [] },
  { type: 'Named', values: [{}, { name: '' }, { name: 'Orc' }], defaults: [] },
];

const UNIONS: readonly Kind[] = [
  {
    type: 'Any',
    values: [
      { type: 1, value: {} },
      { type: 1, value: { x: 5 } },
      { type: 2, value: PAIRS[1] },
      { type: 3, value: '' },
      { type: 3, value: 'text' },
      { type: 4, value: { name: 'Elf' } },
      { type: 5, value: { a: 200 } },
    ],
    defaults: [],
  },
  {
    type: 'Many',
    values: [
      { type: 7, value: { x: 1 } },
      { type: 900, value: {} },
      { type: 901, value: 'word' },
    ],
    defaults: [],
  },
];

const INLINE = [...SCALARS, ...STRUCTS];
const PRESENT = [...STRUCTS, STRINGS, ...TABLES, ...UNIONS];

/** The cells of schemas with 32-bit offsets. */
export const CELLS: readonly Cell[] = cells('Cell', function* () {
  for (const kind of SCALARS) {
    for (const value of ['', ' = 0', ...kind.defaults.map((each) => ` = ${each}`), ' = null']) {
      if (value === ' = 0' && kind.type === 'Flags') continue;
      yield* plain(kind, `it : ${kind.type}${value};`);
    }
    yield* plain(kind, `it : ${kind.type} (key);`);
    yield* plain(kind, `other : byte (id: 1); it : ${kind.type} (id: 2); first : string (id: 0);`);
    yield ['', `gone : ${kind.type} (deprecated); it : byte;`, its([3, 0])];
    yield* held(kind);
  }
  for (const kind of PRESENT) {
    const union = UNIONS.includes(kind);
    yield* plain(kind, `it : ${kind.type};`);
    yield ['', `it : ${kind.type} (required);`, its(kind.values)];
    for (const each of kind.defaults) yield* plain(kind, `it : string = ${each};`);
    yield* plain(kind, `it : ${kind.type} (id: ${union ? 2 : 1}); other : byte (id: 0);`);
    yield ['', `gone : ${kind.type} (deprecated); it : byte;`, its([3, 0])];
    if (STRUCTS.includes(kind)) yield* held(kind);
  }
  yield ['', 'it : string (key);', its(STRINGS.values)];
  for (const kind of [...INLINE, STRINGS, ...TABLES, ...UNIONS]) {
    const lists = listsOf(kind);
    const union = UNIONS.includes(kind);
    yield ['', `it : [${kind.type}];`, [{}, ...its(lists)]];
    yield ['', `it : [${kind.type}] (required);`, its(lists)];
    if (!union) yield ['', `it : [${kind.type}] = [];`, [{}, ...its(lists)]];
    yield ['', `it : [${kind.type}] (id: ${union ? 2 : 1}); other : byte (id: 0);`, [{}, ...its(lists)]];
    yield ['', `gone : [${kind.type}] (deprecated); it : byte;`, its([3, 0])];
    if (INLINE.includes(kind)) yield ['', `it : [${kind.type}] (force_align: 32);`, its(lists)];
  }
});

/** The cells of schemas with 64-bit offsets. Lists are of 8: the reference misplaces the elements of others. */
export const FAR_CELLS: readonly Cell[] = cells('Wide', function* () {
  yield* plain({ ...STRINGS, values: ['12345678', 'x'.repeat(320)] }, 'it : string (offset64);');
  for (const kind of INLINE) {
    // It takes no enums there, and has no place that is aligned for more than 8 bytes.
    if (['Small', 'Flags', 'Wide', 'Far'].includes(kind.type)) continue;
    const lists = [Array.from({ length: 8 }, (_, i) => kind.values[i % kind.values.length])];
    yield ['', `it : [${kind.type}] (vector64);`, [{}, ...its(lists)]];
    yield ['', `it : [${kind.type}] (offset64);`, [{}, ...its(lists)]];
    yield ['', `it : [${kind.type}] (vector64, required);`, its(lists)];
  }
});

/** Types that go before the table, its fields, and its values. */
type Draft = readonly [before: string, fields: string, values: readonly CellValue[]];

function cells(name: string, drafts: () => Iterable<Draft>): readonly Cell[] {
  return [...drafts()].map(([before, fields, values], i) => {
    const table = `${name}${i}`;
    const text = `${before}\ntable ${table} { ${fields} }`.replaceAll('$', table);
    return { table, title: before === '' ? fields : `${before} ${fields}`, text, values };
  });
}

function its(values: readonly unknown[]): readonly CellValue[] {
  return values.map((it) => ({ it }));
}

/** The field absent, then with each value. */
function* plain(kind: Kind, fields: string): Iterable<Draft> {
  yield ['', fields, [{}, ...its(kind.values)]];
}

/** In a struct, in fixed arrays of one, and structs of these in a vector. */
function* held(kind: Kind): Iterable<Draft> {
  const struct = `struct $Held { before : byte; it : ${kind.type}; after : byte; }`;
  const array = `struct $Held { before : byte; it : [${kind.type} : 3]; one : [${kind.type} : 1]; }`;
  const single = kind.values.map((it) => ({ before: 1, it, after: -1 }));
  const several = kind.values.map((value, i) => {
    const it = [0, 1, 2].map((at) => kind.values[(i + at) % kind.values.length]);
    return { before: -1, it, one: [value] };
  });
  yield [struct, 'it : $Held;', [{}, ...its(single)]];
  yield [struct, 'it : $Held (required);', its(single)];
  yield [struct, 'it : [$Held];', its([[], single])];
  yield [array, 'it : $Held;', [{}, ...its(several)]];
  yield [array, 'it : $Held (required);', its(several)];
  yield [array, 'it : [$Held];', its([[], several])];
}

/** Empty, one, and all of a kind in turn. */
function listsOf(kind: Kind): readonly (readonly unknown[])[] {
  return [[], kind.values.slice(0, 1), kind.values.slice(-1), kind.values];
}

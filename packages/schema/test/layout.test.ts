import { describe, expect, it } from 'vitest';
import {
  inlineAlign,
  inlineSize,
  placeMembers,
  vtableOffset,
  writeOrder,
  type ScalarName,
  type StructDef,
  type Type,
} from '../src/index.js';

const scalar = (name: ScalarName): Type & { kind: 'scalar' } => ({ kind: 'scalar', scalar: name });
const array = (name: ScalarName, length: number): Type => ({ kind: 'array', element: scalar(name), length });

describe('placeMembers', () => {
  it('pads members and the end, as the reference does', () => {
    const members = [
      scalar('byte'),
      scalar('int'),
      array('short', 3),
      scalar('double'),
      scalar('ubyte'),
      array('ubyte', 3),
    ];
    expect(placeMembers(members, null)).toEqual({
      offsets: [0, 4, 8, 16, 24, 25],
      paddings: [3, 0, 2, 0, 0, 4],
      size: 32,
      align: 8,
    });
  });

  it('pads to a forced alignment', () => {
    const placed = placeMembers([scalar('byte'), scalar('short'), scalar('byte')], 16);
    expect(placed).toEqual({ offsets: [0, 2, 4], paddings: [1, 0, 11], size: 16, align: 16 });
  });

  it('places structs by their own alignment', () => {
    const inner = { kind: 'struct', struct: { size: 16, align: 16 } as StructDef } as const;
    expect(placeMembers([scalar('int'), inner], null)).toEqual({
      offsets: [0, 16],
      paddings: [12, 0],
      size: 32,
      align: 16,
    });
  });

  it('has nothing to say about no members', () => {
    expect(placeMembers([], null)).toEqual({ offsets: [], paddings: [], size: 0, align: 1 });
  });

  it('counts beyond 32 bits', () => {
    const big = { kind: 'struct', struct: { size: 2 ** 31, align: 8 } as StructDef } as const;
    const placed = placeMembers([big, big, scalar('byte')], null);
    expect(placed).toEqual({
      offsets: [0, 2 ** 31, 2 ** 32],
      paddings: [0, 0, 7],
      size: 2 ** 32 + 8,
      align: 8,
    });
  });
});

it('inline sizes and alignments are those of the bytes in the table', () => {
  const types = [scalar('bool'), scalar('ulong'), { kind: 'string' } as const, array('short', 5)];
  expect(types.map(inlineSize)).toEqual([1, 8, 4, 10]);
  expect(types.map(inlineAlign)).toEqual([1, 8, 4, 2]);
});

it('slots follow the two sizes of a vtable', () => {
  expect([0, 1, 10].map(vtableOffset)).toEqual([4, 6, 24]);
});

describe('writeOrder', () => {
  const vector = (wide: boolean): Type => ({ kind: 'vector', element: scalar('ubyte'), wide });
  const fields = [
    scalar('byte'),
    { kind: 'string' } as const,
    scalar('long'),
    scalar('short'),
    vector(false),
    vector(true),
  ].map((type, slot) => ({ slot, type }));

  it('goes by size, then from the highest slot down', () => {
    expect(writeOrder(fields, false).map(({ slot }) => slot)).toEqual([5, 2, 4, 1, 3, 0]);
  });

  it('goes just down with original_order', () => {
    expect(writeOrder(fields, true).map(({ slot }) => slot)).toEqual([5, 4, 3, 2, 1, 0]);
  });
});

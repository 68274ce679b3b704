// Plain data with cycles survives being text.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pack, unpack } from '../../src/compile/pack.js';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.double(),
    fc.constantFrom(null, true, false, -0, Infinity, -Infinity),
    fc.string(),
    fc.bigInt(),
    fc.uint8Array(),
    fc.int32Array(),
    fc.array(tie('any')),
    fc.array(fc.tuple(fc.string(), tie('any'))).map((entries) => new Map(entries)),
    fc.record({ a: tie('any'), b: tie('any') }),
    fc.record({ kind: fc.nat(), name: fc.string() }),
  ),
})).any;

it('packs any plain data', () => {
  fc.assert(
    fc.property(value, (data) => {
      expect(unpack(pack(data))).toEqual(data);
    }),
  );
});

it('keeps cycles and what is shared', () => {
  const shared = { bytes: Uint8Array.of(1, 2) };
  const cycle: Record<string, unknown> = { shared, list: [shared], map: new Map([['a', shared]]) };
  cycle['self'] = cycle;
  const copy = unpack(pack(cycle)) as typeof cycle;
  expect(copy['self']).toBe(copy);
  expect((copy['list'] as unknown[])[0]).toBe(copy['shared']);
  expect(copy['shared']).toEqual(shared);
});

it('has no limit of depth', () => {
  let deep: unknown = 'end';
  for (let i = 0; i < 100_000; i++) deep = [deep];
  let copy = unpack(pack(deep));
  while (Array.isArray(copy)) copy = copy[0] as unknown;
  expect(copy).toBe('end');
});

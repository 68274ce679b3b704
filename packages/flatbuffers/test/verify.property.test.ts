import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Builder, ByteBuffer, verify } from '../src/index.js';
import { anyTable, layoutOf, type TablePlan, writeTable } from './random-table.js';
import { walkTable } from './walk-table.js';

function build(plan: TablePlan, prefixed = false): Uint8Array {
  const builder = new Builder(16);
  builder.finish(
    writeTable(builder, plan, () => new Builder()),
    'TEST',
    prefixed,
  );
  return builder.asUint8Array();
}

/** Reads everything that `bytes` hold; throws where that leads out of them. */
function read(bytes: Uint8Array, plan: TablePlan, start = 0): number {
  const buffer = new ByteBuffer(bytes);
  return walkTable(buffer, start + buffer.readInt32(start), layoutOf(plan));
}

it('accepts what the builder writes, and it can be read', () => {
  fc.assert(
    fc.property(anyTable, fc.boolean(), (plan, sizePrefixed) => {
      const bytes = build(plan, sizePrefixed);
      expect(verify(bytes, layoutOf(plan), { identifier: 'TEST', sizePrefixed })).toBeNull();
      expect(() => read(bytes, plan, sizePrefixed ? 4 : 0)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

it('never throws on damaged bytes, says where in them the fault is, and what it accepts can be read', () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(0, 1, 4, 0x80, 0xff), fc.nat(255))), {
    minLength: 1,
    maxLength: 4,
  });
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(anyTable, damage, fc.boolean(), (plan, changes, checkAlignment) => {
      const bytes = Uint8Array.from(build(plan));
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      const error = verify(bytes, layoutOf(plan), { checkAlignment });
      seen[error === null ? 'accepted' : 'refused'] += 1;
      expect(error === null || (error.offset >= 0 && error.offset <= bytes.length)).toBe(true);
      expect(() => error ?? read(bytes, plan)).not.toThrow();
    }),
    { numRuns: 1500 },
  );
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(50);
});

it('never throws on truncated bytes, and what it accepts can be read', () => {
  fc.assert(
    fc.property(anyTable, fc.nat(), (plan, cut) => {
      const whole = build(plan);
      const bytes = whole.subarray(0, cut % whole.length);
      expect(() => verify(bytes, layoutOf(plan)) ?? read(bytes, plan)).not.toThrow();
    }),
    { numRuns: 400 },
  );
});

// Text to bytes and back, and what no text may do.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlexJson, parseJson, printFlexJson, printJson } from '../src/index.js';
import { monsterSchema } from './schemas.js';

const schema = monsterSchema();

/** Values whose text is exact with the decimals that are printed. */
const ratio = fc.integer({ min: -4096, max: 4096 }).map((n) => n / 64);
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const int = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const color = fc.constantFrom('Red', 'Green', 'Blue', 77);
const vec3 = fc.record({ x: ratio, y: ratio, n: fc.tuple(int(-9, 9), int(-32768, 32767)), color });
const weapon = fc.record({ name: text, damage: int(-32768, 32767) }, { requiredKeys: [] });
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

const monster = fc.letrec((tie) => ({
  monster: fc.record(
    {
      pos: vec3,
      mana: int(-32768, 32767),
      hp: long,
      name: text,
      friendly: fc.boolean(),
      inventory: fc.array(int(0, 255)),
      color,
      flags: fc.constantFrom('A', 'B C', 'A B C', 1024),
      weapons: fc.array(weapon, { maxLength: 4 }),
      path: fc.array(vec3, { maxLength: 3 }),
      tags: fc.array(text, { maxLength: 4 }),
      ratio,
      rating: ratio,
      level: fc.option(int(-(2 ** 31), 2 ** 31 - 1)),
      scores: fc.array(long, { maxLength: 3 }),
      friend: fc.option(tie('monster'), { depthSize: 'small' }),
      extra: fc.record({ a: fc.array(ratio), 'b c': text }),
    },
    { requiredKeys: ['name'] },
  ),
})).monster;

/** JSON with bigints as plain numbers. */
function write(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'bigint' ? `long:${each}` : each,
  ).replace(/"long:(-?\d+)"/g, '$1');
}

function bytesOf(source: string | Uint8Array): Uint8Array {
  const { bytes, diagnostics } = parseJson(schema, source);
  expect(diagnostics.map(({ message, path }) => `${path}: ${message}`)).toEqual([]);
  return bytes ?? new Uint8Array();
}

describe('parseJson and printJson', () => {
  it('print what they read, and read what they print', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(monster, fc.boolean(), (value, strict) => {
        const bytes = bytesOf(write(value));
        const once = printJson(schema, bytes, { strict, checkIdentifier: true });
        expect(printJson(schema, bytesOf(once), { strict })).toBe(once);
        expect(printJson(schema, bytesOf(printJson(schema, bytes, { indent: false })), { strict })).toBe(
          once,
        );
        expect(printJson(schema, bytesOf(printJson(schema, bytes, { naturalUtf8: true })), { strict })).toBe(
          once,
        );
      }),
    );
  });

  it('keep every value', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(monster, (value) => {
        const printed = printJson(schema, bytesOf(write(value)), { strict: true, defaults: true });
        const read = JSON.parse(printed.replace(/: (-?\d{16,})/g, ': "$1"')) as Record<string, unknown>;
        const kept = ['name', 'tags', 'mana', 'ratio', 'rating', 'friendly', 'color', 'level', 'hp'];
        const given = Object.entries(value as Record<string, unknown>).filter(([key]) => kept.includes(key));
        expect(given.map(([key]) => [key, String(read[key])])).toEqual(
          given.map(([key, each]) => [key, String(each)]),
        );
      }),
    );
  });

  it('take keys of hostile names as data', () => {
    const { bytes } = parseFlexJson('{"__proto__": {"polluted": 1}, "constructor": 2}');
    expect(printFlexJson(bytes ?? new Uint8Array())).toBe('{ __proto__: { polluted: 1 }, constructor: 2 }');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(parseJson(schema, '{"__proto__": 1}').diagnostics[0]?.code).toBe('JSON-FIELD-UNKNOWN');
    expect(parseJson(schema, '{color: "constructor", name: ""}').diagnostics[0]?.code).toBe(
      'JSON-ENUM-VALUE',
    );
  });

  it('work without recursion that text can drive', () => {
    for (const open of ['[', '{a:', '{friend:', '{weapons:[', '{extra:[', '{ratio:sin(', '{nested:{']) {
      const { diagnostics } = parseJson(schema, open.repeat(100_000), { unknownFields: true });
      expect(diagnostics).toHaveLength(1);
      expect(parseFlexJson(open.repeat(100_000)).diagnostics).toHaveLength(1);
    }
  });

  it('give bytes or a diagnostic for any text', { timeout: 60_000 }, () => {
    const sample = Buffer.from(
      '{"name": "Orc\\u00e9", pos: [1.5, -2e3, [1, 0x2], Red], bag_type: [Note, Place], bag: ["x", {x:1,y:2,n:[3,4],color:0}],' +
        ' equipped: {damage: 3}, equipped_type: "Weapon", extra: {a: [1, null, true, "s", 1.5]}, nested: {name: "n"},' +
        ' ratio: sin(rad(30)), hp: 9223372036854775807, flags: "A C", level: null, armor: [{id: 2}, {id: 1}], /* c */ tags: []}',
    );
    const empty = bytesOf('{name: ""}');
    const mutation = fc.record({
      at: fc.nat(sample.length),
      remove: fc.nat(6),
      insert: fc.oneof(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          "'",
          ',',
          ':',
          '-',
          'null',
          '1e999',
          '0x',
          '/*',
          '//',
          '\\',
          '\\u',
          'nan',
          '\xff',
          'sin(',
        ),
        fc.string({ maxLength: 4 }),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (mutations, unknownFields) => {
          let bytes: Uint8Array = sample;
          for (const { at, remove, insert } of mutations) {
            bytes = Buffer.concat([
              bytes.subarray(0, at),
              Buffer.from(insert, 'latin1'),
              bytes.subarray(at + remove),
            ]);
          }
          const result = parseJson(schema, bytes, { unknownFields });
          expect(result.diagnostics).toHaveLength(result.bytes === null ? 1 : 0);
          const span = result.diagnostics[0]?.span ?? { start: 0, end: 0 };
          expect(span.start <= span.end && span.end <= bytes.length).toBe(true);
          expect(printJson(schema, result.bytes ?? empty)).toMatch(/^\{/);
          const flex = parseFlexJson(bytes);
          expect(flex.bytes === null).toBe(flex.diagnostics.length === 1);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

// JavaScript values to FlatBuffers and back, with nothing but a schema; also values and bytes that mean harm.
import { FlatBufferError } from '@fb/flatbuffers';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeObject,
  encodeObject,
  JsonCodec,
  ObjectError,
  parseJson,
  printJson,
  type FlatObject,
} from '../src/index.js';
import { monsterSchema, schema } from './schemas.js';

const monsters = monsterSchema();
const codec = new JsonCodec(monsters);

// JSON of the engine has no -0 and no infinities.
const single = fc.float({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const color = fc.constantFrom('Red', 'Green', 'Blue');
const vec3 = fc.record({
  x: single,
  y: double,
  n: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 2 }),
  color,
});
const weapon = fc.record(
  { name: fc.string(), damage: fc.integer({ min: 1, max: 99 }) },
  { requiredKeys: ['damage'] },
);
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

/** Monsters in the form that decoding gives. */
const monster = fc.letrec<{ monster: FlatObject }>((tie) => ({
  monster: fc.record(
    {
      pos: vec3,
      mana: fc.integer({ min: 151, max: 999 }),
      hp: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }),
      name: fc.string({ unit: 'grapheme' }),
      inventory: fc.uint8Array(),
      color: fc.constantFrom('Red', 'Green', 55),
      flags: fc.constantFrom('A', 'C', 3),
      weapons: fc.array(weapon),
      path: fc.array(vec3),
      tags: fc.array(fc.string()),
      ratio: single.filter((x) => x !== 0),
      level: fc.integer({ min: -9, max: 9 }),
      big: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }),
      scores: fc.array(long),
      colors: fc.array(color),
      friend: tie('monster'),
      nested: tie('monster'),
      extra: fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.oneof(fc.integer(), fc.string())),
    },
    { requiredKeys: ['name'], noNullPrototype: true },
  ),
})).monster;

describe('encodeObject and decodeObject', () => {
  it('give back what they are given', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(monster, (value) => {
        expect(plain(codec.decode(codec.encode(value)))).toEqual(plain(value));
      }),
      { numRuns: 300 },
    );
  });

  it('give the bytes of the same JSON', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(monster.map(withoutExtra), (value) => {
        const text = JSON.stringify(value, (_, each: unknown) =>
          typeof each === 'bigint' ? String(each) : each instanceof Uint8Array ? [...each] : each,
        );
        const { bytes, diagnostics } = codec.parse(text);
        expect(diagnostics.map(({ message }) => message)).toEqual([]);
        expect(Buffer.from(codec.encode(value)).toString('hex')).toBe(
          Buffer.from(bytes ?? []).toString('hex'),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('know unions, structs in them, and vectors of them', () => {
    const value = {
      name: 'a',
      equipped_type: 'Place',
      equipped: { x: 1, y: 2, n: [3, 4], color: 'Red' },
      bag_type: ['Note', 'Weapon', 'Armor'],
      bag: ['n', { damage: 1 }, { id: 7n }],
    };
    expect(decodeObject(monsters, encodeObject(monsters, value))).toEqual(value);
  });

  it('take numbers of any kind for integers, and names for enums', () => {
    const value = {
      name: 'a',
      hp: '-5',
      mana: 3n,
      big: 5,
      color: -1,
      flags: 'A C',
      friendly: false,
      scores: new Int32Array(2),
    };
    const bytes = encodeObject(monsters, value);
    expect(decodeObject(monsters, bytes, { longNumbers: true, enumNames: false })).toEqual({
      name: 'a',
      hp: -5,
      mana: 3,
      big: 5,
      color: -1,
      flags: 513,
      friendly: false,
      scores: [0, 0],
    });
  });

  it('give absent scalars their default if asked to', () => {
    const text = '{name: "a"}';
    const bytes = parseJson(monsters, text).bytes ?? new Uint8Array();
    expect(decodeObject(monsters, bytes)).toEqual({ name: 'a' });
    expect(decodeObject(monsters, bytes, { defaults: true })).toMatchObject({
      mana: 150,
      hp: -100n,
      friendly: true,
      color: 'Blue',
      rating: 0.5,
      level: null,
      equipped_type: 'NONE',
    });
  });

  it('write options: size prefix, forced defaults, another root', () => {
    const sized = encodeObject(monsters, { name: 'a' }, { sizePrefixed: true });
    expect(decodeObject(monsters, sized, { sizePrefixed: true, checkIdentifier: true })).toEqual({
      name: 'a',
    });
    const forced = encodeObject(monsters, { name: 'a', mana: 150 }, { forceDefaults: true });
    expect(decodeObject(monsters, forced)).toEqual({ name: 'a', mana: 150 });
    const other = encodeObject(monsters, { damage: 3 }, { root: 'Weapon' });
    expect(decodeObject(monsters, other, { root: 'Weapon' })).toEqual({ damage: 3 });
  });
});

describe('values that do not fit', () => {
  const cyclic: Record<string, unknown> = { name: 'a' };
  cyclic['friend'] = cyclic;
  it.each([
    [{ name: 5 }, '$.name', 'expected string, found 5'],
    [{}, '$', 'MyGame.Monster needs the field name'],
    [{ name: 'a', mana: 40000 }, '$.mana', '40000 is out of range for short'],
    [{ name: 'a', mana: 1.5 }, '$.mana', 'expected short, found 1.5'],
    [{ name: 'a', mana: null }, '$.mana', 'expected short, found null'],
    [{ name: 'a', manna: 1 }, '$', 'MyGame.Monster has no field manna: did you mean "mana"?'],
    [{ name: 'a', color: 'Bleu' }, '$.color', 'MyGame.Color has no value "Bleu": did you mean "Blue"?'],
    [{ name: 'a', weapons: [{}, { damage: 'x' }] }, '$.weapons[1].damage', 'expected short, found "x"'],
    [{ name: 'a', weapons: {} }, '$.weapons', 'expected [MyGame.Weapon], found an object'],
    [{ name: 'a', tags: ['a', undefined] }, '$.tags[1]', 'expected string, found undefined'],
    [{ name: 'a', pos: { x: 1 } }, '$.pos', 'the struct MyGame.Vec3 needs all its fields: y is missing'],
    [{ name: 'a', equipped: {} }, '$.equipped', 'the value needs its type in equipped_type'],
    [
      { name: 'a', equipped: {}, equipped_type: 9 },
      '$.equipped',
      '9 is not a member of MyGame.Equipment that can have a value',
    ],
    [{ name: 'a', bag: ['a'], bag_type: [] }, '$.bag', '0 types for 1 values'],
    [{ name: 'a', friend: [] }, '$.friend', 'expected MyGame.Monster, found an array'],
    [cyclic, `$${'.friend'.repeat(64)}`, 'values are nested deeper than 64 levels'],
  ])('%o', (value, path, what) => {
    const caught = errorOf(() => encodeObject(monsters, value));
    expect(caught).toBeInstanceOf(ObjectError);
    expect(caught).toMatchObject({ path, message: `${path}: ${what}` });
  });

  it('sees own members only, each once', () => {
    const constructorSchema = schema('table T { constructor:string; toString:int; } root_type T;');
    expect(decodeObject(constructorSchema, encodeObject(constructorSchema, {}))).toEqual({});
    let calls = 0;
    const value = Object.create(
      { name: 'inherited' },
      {
        name: { enumerable: true, get: () => `call ${++calls}` },
      },
    ) as object;
    expect(decodeObject(monsters, encodeObject(monsters, value))).toEqual({ name: 'call 1' });
  });

  it('a getter that encodes another value does no harm', () => {
    const value = {
      name: 'outer',
      get tags(): string[] {
        return [String(codec.encode({ name: 'inner' }).length)];
      },
    };
    expect(codec.decode(codec.encode(value))).toMatchObject({ name: 'outer' });
  });

  it('a field called __proto__ is a member like any other', () => {
    const of = schema('table T { __proto__:U; } table U { polluted:int; } root_type T;');
    const { bytes } = parseJson(of, '{"__proto__": {"polluted": 1}}');
    const value = decodeObject(of, bytes ?? new Uint8Array());
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect('polluted' in {}).toBe(false);
    expect(printJson(of, encodeObject(of, value), { indent: false })).toBe('{__proto__: {polluted: 1}}');
  });

  it('bytes are verified first', { timeout: 60_000 }, () => {
    const bytes = codec.encode({ name: 'a', weapons: [{ damage: 1 }], tags: ['x'], extra: { a: [1, 'b'] } });
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const damaged = bytes.slice();
        damaged[at] = byte;
        const error = errorOf(() => codec.decode(damaged));
        expect(error === null || error instanceof FlatBufferError).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return null;
}

/** Without FlexBuffers, whose keys have an order of their own here. */
function withoutExtra(value: FlatObject): FlatObject {
  const entries = Object.entries(value).filter(([name]) => name !== 'extra');
  return Object.fromEntries(
    entries.map(([name, each]) => [
      name,
      name === 'friend' || name === 'nested' ? withoutExtra(each as FlatObject) : each,
    ]),
  );
}

/** Without the difference between kinds of objects. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}

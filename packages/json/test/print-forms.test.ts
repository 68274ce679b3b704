// What printing can do beyond the reference: exact numbers, quoted 64-bit integers, base64, parts, pieces.
import { encodeUtf8 } from '@fb/bytes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCodec, UnprintableError, printJson, printJsonTo, type PrintJsonOptions } from '../src/index.js';
import { monsterSchema, schema } from './schemas.js';

const monsters = monsterSchema();
const codecs = [new JsonCodec(monsters), new JsonCodec(monsters, { compile: true })];

const DOCUMENT = `{
  name: "Orc", hp: 9007199254740993, ratio: 0.1, rating: 0.30000000000000004, big: 18446744073709551615,
  inventory: [0, 1, 255], weapons: [{name: "Axe"}, {name: "Bow", damage: 5}], scores: [-1, 2],
  pos: {x: 1, y: 2, n: [3, 4], color: Red}, equipped_type: Place, equipped: {x: 5, y: 6, n: [7, 8], color: Blue},
  bag_type: [Note, Weapon], bag: ["note", {damage: 9}], nested: {name: "inner", mana: 7}, extra: {a: 1}
}`;

function bytesOf(text: string): Uint8Array {
  const { bytes, diagnostics } = new JsonCodec(monsters).parse(text);
  expect(diagnostics).toEqual([]);
  return bytes ?? new Uint8Array();
}

const bytes = bytesOf(DOCUMENT);

function nowhere(): void {}

/** The text of each codec, which must be the same. */
function print(options: PrintJsonOptions): string {
  const [text = '', other] = codecs.map((codec) =>
    Buffer.from(codec.print(bytes, { indent: false, ...options })).toString(),
  );
  expect(other).toBe(text);
  return text;
}

describe('precise', () => {
  it('prints the shortest decimal', () => {
    expect(print({ precise: true })).toContain('ratio: 0.1,rating: 0.30000000000000004,');
    expect(print({})).toContain('ratio: 0.1,rating: 0.3,');
  });

  it('lets everything be read back as it was', () => {
    const numbers = schema('table T { f:[float]; d:[double]; } root_type T;');
    const codec = new JsonCodec(numbers);
    fc.assert(
      fc.property(fc.array(fc.float()), fc.array(fc.double()), (f, d) => {
        const buffer = codec.encode({ f, d });
        const text = codec.print(buffer, { precise: true });
        expect(codec.parse(text).bytes).toEqual(buffer);
      }),
    );
  });
});

describe('longStrings', () => {
  it('puts 64-bit integers into quotes, which are read back', () => {
    const text = print({ longStrings: true });
    expect(text).toContain('hp: "9007199254740993"');
    expect(text).toContain('big: "18446744073709551615"');
    expect(text).toContain('scores: ["-1","2"]');
    expect(printJson(monsters, bytesOf(text))).toBe(printJson(monsters, bytesOf(print({}))));
  });
});

describe('base64', () => {
  it('prints bytes as one string, which is read back', () => {
    const text = print({ base64: true });
    expect(text).toContain('inventory: "AAH/"');
    expect(text).toContain('nested: {');
    const codec = codecs[1];
    const options = { base64: true };
    expect(codec?.parse(text, options).bytes).toEqual(codec?.parse(print({})).bytes);
    expect(codec?.parse(text).diagnostics[0]?.code).toBe('JSON-TYPE');
    expect(codec?.parse('{name: "a", inventory: "A"}', options).diagnostics[0]).toMatchObject({
      code: 'JSON-BASE64',
      path: '$.inventory',
    });
  });

  it('takes nested buffers as bytes where they are allowed to be', () => {
    const text = print({ base64: true, nestedObjects: false });
    expect(text).toMatch(/nested: "[\w+/]+=*"/);
    const [codec] = codecs;
    const back = codec?.parse(text, { base64: true, nestedBytes: true }).bytes;
    expect(
      Buffer.from(codec?.print(back ?? new Uint8Array(), { select: 'nested.name' }) ?? []).toString(),
    ).toBe('"inner"\n');
  });
});

describe('select', () => {
  it.each([
    ['$.name', '"Orc"'],
    ['name', '"Orc"'],
    ['$.weapons[1]', '{name: "Bow",damage: 5}'],
    ['weapons[1].name', '"Bow"'],
    ['weapons[0].damage', '0'],
    ['level', 'null'],
    ['mana', '150'],
    ['pos', '{x: 1.0,y: 2.0,n: [3,4],color: "Red"}'],
    ['pos.n[1]', '4'],
    ['equipped.color', '"Blue"'],
    ['bag[0]', '"note"'],
    ['bag[1].damage', '9'],
    ['bag_type', '["Note","Weapon"]'],
    ['bag_type[1]', '"Weapon"'],
    ['scores', '[-1,2]'],
    ['nested', '{mana: 7,name: "inner"}'],
    ['nested.name', '"inner"'],
    ['extra', '{ a: 1 }'],
  ])('%s', (select, expected) => {
    expect(print({ select })).toBe(expected);
  });

  it('of the root is everything', () => {
    expect(print({ select: '$' })).toBe(print({}));
  });

  it.each([
    'weapons[2]',
    'nothing',
    'name.x',
    'armor',
    'weapons.name',
    'pos[0]',
    'extra.a',
    'a b',
    '$$',
    'weapons[',
    '[1]',
  ])('finds nothing at %s', (select) => {
    const part = (): unknown => printJson(monsters, bytes, { select });
    expect(part).toThrow(UnprintableError);
    expect(part).toThrow(expect.objectContaining({ code: 'no-part' }) as Error);
  });
});

describe('printJsonTo', () => {
  it('gives the same text in pieces', () => {
    const tags = Array.from({ length: 30_000 }, (_, i) => `a string of some length, number ${i}`);
    const large = new JsonCodec(monsters).encode({ name: 'a', tags });
    for (const codec of codecs) {
      const chunks: Uint8Array[] = [];
      codec.printTo(large, (chunk) => chunks.push(chunk));
      expect(chunks.length).toBeGreaterThan(10);
      expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(1 << 17);
      expect(Buffer.concat(chunks).equals(Buffer.from(codec.print(large)))).toBe(true);
    }
  });

  it('bounds the text all the same', () => {
    expect(() => printJsonTo(monsters, bytes, nowhere, { maxTextSize: 100 })).toThrow(
      expect.objectContaining({ code: 'too-large' }) as Error,
    );
  });

  it('says where a string is not UTF-8', () => {
    const text = encodeUtf8('{name: "a", weapons: [{name: "\\xff"}]}');
    for (const codec of codecs) {
      const bad = codec.parse(text, { allowNonUtf8: true }).bytes ?? new Uint8Array();
      expect(() => codec.printTo(bad, nowhere)).toThrow(/weapons\[0\]\.name/);
    }
  });
});

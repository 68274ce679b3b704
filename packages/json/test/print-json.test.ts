// What printing refuses, and that no bytes get it off the rails.
import { Builder, FlatBufferError } from '@fb/flatbuffers';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCodec, UnprintableError, parseJson, printJson, printJsonBytes } from '../src/index.js';
import { monsterSchema, schema } from './schemas.js';

const monsters = monsterSchema();

function bytesOf(text: string, options = {}): Uint8Array {
  const { bytes, diagnostics } = parseJson(monsters, text, options);
  expect(diagnostics).toEqual([]);
  return bytes ?? new Uint8Array();
}

function errorOf(print: () => unknown): unknown {
  try {
    print();
  } catch (error) {
    return error;
  }
  return null;
}

describe('printJson', () => {
  it('checks the file identifier if asked to', () => {
    const bytes = bytesOf('{name: "a"}');
    bytes[4] = 0x58;
    expect(printJson(monsters, bytes)).toContain('name: "a"');
    expect(errorOf(() => printJson(monsters, bytes, { checkIdentifier: true }))).toMatchObject({
      code: 'identifier',
    });
    const without = { ...monsters, fileIdentifier: null };
    const error = errorOf(() => printJson(without, bytes, { checkIdentifier: true }));
    expect(error).toMatchObject({ name: 'UnprintableError', code: 'no-identifier' });
  });

  it('names the string that is not UTF-8', () => {
    const bytes = bytesOf('{name: "a", weapons: [{}, {name: "\\xff"}]}', { allowNonUtf8: true });
    const error = errorOf(() => printJson(monsters, bytes));
    expect(error).toMatchObject({ code: 'utf8', path: 'weapons[1].name' });
    expect(bytes[(error as UnprintableError).offset]).toBe(0xff);
    expect(printJson(monsters, bytes, { allowNonUtf8: true })).toContain('name: "\\xFF"');
  });

  it('refuses a schema without that root', () => {
    const bytes = bytesOf('{name: "a"}');
    expect(errorOf(() => printJson({ ...monsters, root: null }, bytes))).toMatchObject({ code: 'no-root' });
    expect(errorOf(() => printJson(monsters, bytes, { root: 'Orc' }))).toMatchObject({ code: 'no-root' });
  });

  it('verifies deprecated fields too, as it prints them', () => {
    const before = schema('table T { a:string; b:int; } root_type T;');
    const after = schema('table T { a:string (deprecated); b:int; } root_type T;');
    const bytes = parseJson(before, '{a: "text", b: 1}').bytes ?? new Uint8Array();
    expect(printJson(after, bytes, { indent: false })).toBe('{a: "text",b: 1}');
    const asNumber = schema('table T { a:int; b:int; } root_type T;');
    const wrong = parseJson(asNumber, '{a: 1000000, b: 1}').bytes ?? new Uint8Array();
    expect(() => printJson(after, wrong)).toThrow(FlatBufferError);
  });

  it('gives up a text that is larger than asked for, or many times larger than its buffer', () => {
    const strings = schema('table T { all:[string]; } root_type T;');
    const builder = new Builder();
    const long = builder.createString('x'.repeat(1000));
    builder.startVector(4, 100_000, 4);
    for (let i = 0; i < 100_000; i++) builder.addOffset(long);
    const all = builder.endVector();
    builder.startObject(1);
    builder.addFieldOffset(0, all, 0);
    builder.finish(builder.endObject());
    const bytes = builder.asUint8Array();
    expect(errorOf(() => printJsonBytes(strings, bytes))).toMatchObject({
      name: 'UnprintableError',
      code: 'too-large',
    });
    const small = bytesOf('{name: "a"}');
    const size = printJsonBytes(monsters, small).length;
    expect(printJsonBytes(monsters, small, { maxTextSize: size })).toHaveLength(size);
    expect(errorOf(() => printJson(monsters, small, { maxTextSize: size - 1 }))).toMatchObject({
      code: 'too-large',
    });
  });

  it('prints with one codec what it prints with many', () => {
    const codec = new JsonCodec(monsters);
    const { bytes } = codec.parse('{name: "a"}');
    expect(codec.print(bytes ?? new Uint8Array())).toEqual(
      printJsonBytes(monsters, bytes ?? new Uint8Array()),
    );
  });

  it('prints any bytes or says why not', { timeout: 60_000 }, () => {
    const sample = bytesOf(
      '{name: "Orc", pos: [1, 2, [3, 4], Red], bag_type: [Note, Place, Weapon], bag: ["x", [1, 2, [3, 4], 0], {damage: 1}],' +
        ' equipped_type: Armor, equipped: {id: 1, material: "m"}, armor: [{id: 2}, {id: 1}], tags: ["a", "b"], hp: 5,' +
        ' nested: {name: "n", weapons: [{name: "w"}]}, extra: {a: [1, "s", {b: 2.5}]}, path: [[1, 2, [3, 4], 1]], scores: [1, 2]}',
    );
    const change = fc.record({
      at: fc.nat(sample.length - 1),
      byte: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 4, 0x7f, 0xff)),
    });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.nat(sample.length),
        (changes, length) => {
          const bytes = sample.slice(0, length < sample.length / 4 ? sample.length - length : sample.length);
          for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
          const error = errorOf(() => printJson(monsters, bytes, { defaults: true }));
          expect(
            error === null || error instanceof FlatBufferError || error instanceof UnprintableError,
          ).toBe(true);
          expect(error).not.toMatchObject({ code: 'too-large' });
        },
      ),
      { numRuns: 3000 },
    );
  });
});

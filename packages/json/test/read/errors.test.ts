// Where errors point, which path they name, and what they suggest.
import { ByteSource, renderDiagnostic, type Diagnostic } from '@fb/diagnostics';
import { parseSchema } from '@fb/idl';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/index.js';
import { monsterSchema } from '../schemas.js';

const schema = monsterSchema();

function errorOf(text: string | Uint8Array): Diagnostic {
  const { bytes, diagnostics } = parseJson(schema, text, { path: 'orc.json' });
  expect(bytes).toBeNull();
  expect(diagnostics).toHaveLength(1);
  const [first] = diagnostics;
  if (first === undefined) throw new Error('no diagnostic');
  return first;
}

/** The hint for a name where the schema `text` wants the number `n`. */
function hintOf(text: string): string | null | undefined {
  const { schema: small } = parseSchema(text);
  return small === null ? null : parseJson(small, '{n: A}').diagnostics[0]?.hint;
}

function pointedAt(diagnostic: Diagnostic): string {
  const { span } = diagnostic;
  if (span === null || !(span.source instanceof ByteSource)) throw new Error('no span');
  return Buffer.from(span.source.bytes.subarray(span.start, span.end)).toString();
}

describe('errors', () => {
  it.each([
    ['{name: "Orc", weapons: [{}, {}, {damage: 40000}]}', 'JSON-RANGE', '40000', '$.weapons[2].damage'],
    ['{name: "Orc", weapons: [{dmage: 1}]}', 'JSON-FIELD-UNKNOWN', 'dmage', '$.weapons[0]'],
    ['{name: "Orc", color: "Bleu"}', 'JSON-ENUM-VALUE', '"Bleu"', '$.color'],
    ['{name: 5}', 'JSON-TYPE', '5', '$.name'],
    ['{mana: "x y"}', 'JSON-ENUM-QUALIFY', '"x y"', '$.mana'],
    ['{mana: 1.5}', 'JSON-TYPE', '1.5', '$.mana'],
    ['{mana: 1}', 'JSON-REQUIRED', '}', '$'],
    ['{name: "a", mana: 1, "mana": 2}', 'JSON-FIELD-TWICE', '"mana"', '$.mana'],
    ['{pos: {x: 1, y: 2, n: [1], color: Red}}', 'JSON-ARRAY-LENGTH', ']', '$.pos.n'],
    ['{pos: {x: 1, y: 2, n: [1, 2, 3], color: Red}}', 'JSON-ARRAY-LENGTH', '3', '$.pos.n[2]'],
    ['{pos: {x: 1, y: 2, n: [1, 2]}}', 'JSON-STRUCT-FIELDS', '}', '$.pos'],
    ['{weapons: [["axe"]]}', 'JSON-TUPLE-SHORT', ']', '$.weapons[0]'],
    ['{weapons: [["axe", 1, 2]]}', 'JSON-TUPLE-LONG', '2', '$.weapons[0]'],
    ['{equipped: {}, name: "a", equipped_type: Weapon}', 'JSON-UNION-TYPE', 'equipped', '$.equipped'],
    ['{equipped_type: NONE, equipped: {}}', 'JSON-UNION-TAG', '{', '$.equipped'],
    ['{bag_type: [Note], bag: ["a", "b"]}', 'JSON-UNION-LENGTH', '"', '$.bag[1]'],
    ['{name: "a", bag_type: [Note]}', 'JSON-UNION-LENGTH', '}', '$'],
    ['{nested: {name: nan}}', 'JSON-SKIP', 'nan', '$.nested'],
    ['{nested: [1]}', 'JSON-NESTED-BYTES', '[', '$.nested'],
    ['{nested: {mana: 70000}}', 'JSON-RANGE', '70000', '$.nested.mana'],
    ['{extra: {a: [1, foo]}}', 'JSON-FLEX-VALUE', 'foo', '$.extra.a[1]'],
    ['{extra: {"a b": {c: 1, c: 2}}}', 'JSON-FLEX-KEY-TWICE', 'c', '$.extra["a b"]'],
    ['{ratio: sni(1)}', 'JSON-FUNCTION', 'sni', '$.ratio'],
    ['{mana: sin(1)}', 'JSON-FUNCTION-TYPE', 'sin', '$.mana'],
    ['{ratio: 0x10}', 'JSON-HEX-FLOAT', '0x10', '$.ratio'],
    ['{mana: "\\u0031"}', 'JSON-QUOTED-SCALAR', '"\\u0031"', '$.mana'],
    ['{mana: null}', 'JSON-NULL', 'null', '$.mana'],
    ['{name: "a\tb"}', 'JSON-STRING-CONTROL', '\t', '$.name'],
    ['{name: "a\\qb"}', 'JSON-ESCAPE', '\\q', '$.name'],
    ['{name: "\\ud800"}', 'JSON-SURROGATE', '\\ud800', '$.name'],
    ['{name: "\\u12"}', 'JSON-ESCAPE-DIGITS', '\\u12', '$.name'],
    ['{name: "\\xff"}', 'JSON-UTF8', '"\\xff"', '$.name'],
    ['{name: "abc', 'JSON-STRING-OPEN', '"abc', '$.name'],
    ['{name "a"}', 'JSON-EXPECTED', '"a"', '$'],
    ['{tags: ["a" "b"]}', 'JSON-EXPECTED', '"b"', '$.tags[0]'],
    ['{tags: ["a"; "b"]}', 'JSON-EXPECTED', ';', '$.tags[0]'],
    ['{mana: @}', 'JSON-CHARACTER', '@', '$.mana'],
    ['{mana: 1.2.3}', 'JSON-NUMBER', '1.2.3', '$.mana'],
    ['/* {}', 'JSON-COMMENT', '/*', '$'],
    ['{ /// no\n}', 'JSON-DOC-COMMENT', '///', '$'],
    ['[]', 'JSON-TYPE', '[', '$'],
    ['table T {} {name: "a"}', 'JSON-TYPE', 'table', '$'],
    ['{name: "a"} {}', 'JSON-TRAILING', '{', '$'],
    ['{name: "a"}\0', 'JSON-BINARY', '\0', '$'],
    [' \n', 'JSON-EMPTY', '', '$'],
  ])('%s', (text, code, at, path) => {
    const found = errorOf(text);
    expect(found.code).toBe(code);
    expect(pointedAt(found)).toBe(at);
    expect(found.path).toBe(path);
  });

  it('suggests names of fields, enum values and functions', () => {
    expect(errorOf('{weapon: []}').hint).toBe('did you mean "weapons"?');
    expect(errorOf('{color: Grean}').hint).toBe('did you mean "Green"?');
    expect(errorOf('{ratio: cso(1)}').hint).toBe('did you mean "cos"?');
    expect(errorOf('{somethingElse: 1}').hint).toBeNull();
  });

  it('says what was expected, and shows it', () => {
    expect(renderDiagnostic(errorOf('{\n  name: "Orc",\n  weapons: [{ damage: "é" }]\n}')))
      .toMatchInlineSnapshot(`
      "orc.json:3:23: error JSON-QUOTED-SCALAR: a quoted short may hold printable ASCII only, and no escapes (at $.weapons[0].damage)
        3 |   weapons: [{ damage: "é" }]
          |                       ^~~"
    `);
  });

  it('counts bytes in spans and characters in positions', () => {
    const found = errorOf('{name: "éé", mana: 99999}');
    expect(found.span?.start).toBe('{name: "éé", mana: '.length + 2);
    expect(found.span?.source.position(found.span.start)).toEqual({ line: 1, column: 20 });
  });

  it('repeats no more than the start of a long token', () => {
    const long = 'n'.repeat(100_000);
    const start = `${'n'.repeat(60)}…`;
    expect(errorOf(`{${long}: 1}`).message).toBe(`MyGame.Monster has no field ${start}`);
    expect(errorOf(`{color: ${long}}`).message).toContain(` "${'n'.repeat(59)}…`);
    expect(errorOf(`{mana: ${'1'.repeat(100_000)}}`).message).toContain(`${'1'.repeat(60)}… is out of range`);
    expect(errorOf(`{extra: {"${long}": [foo]}}`).path).toBe(`$.extra["${start}"][0]`);
    expect(parseJson(schema, `{${long}: 1}`, { strict: true }).diagnostics[0]?.hint).toBe(`write "${start}"`);
    const pairs = errorOf(`{"n${'😀'.repeat(40)}": 1}`).message;
    expect(pairs).toBe(`MyGame.Monster has no field n${'😀'.repeat(29)}…`);
  });

  it('says that a table has too many bytes of fields', () => {
    const wide = parseSchema('struct S { a:[ubyte:40000]; } table T { a:S; b:S; } root_type T;').schema;
    if (wide === null) throw new Error('no schema');
    const struct = `{a: [${'0,'.repeat(40_000)}]}`;
    const { diagnostics } = parseJson(wide, `{a: ${struct}, b: ${struct}}`);
    expect(diagnostics[0]?.message).toBe(
      'a FlatBuffer cannot hold this: the fields of a table would have 80004 bytes, which is more than 65535',
    );
  });

  it('says how a value of an enum is written only where one can be named', () => {
    expect(hintOf('table T { n : int; } root_type T;')).toBe('write a number');
    expect(hintOf('enum E : byte { A } table T { n : int; } root_type T;')).toContain('"E.Name"');
  });

  it('names a missing root type', () => {
    expect(parseJson({ ...schema, root: null }, '{}').diagnostics[0]?.code).toBe('JSON-NO-ROOT');
    expect(parseJson(schema, '{}', { root: 'Orc' }).diagnostics[0]?.message).toBe(
      'the schema has no table Orc',
    );
    expect(parseJson(schema, '{damage: 1}', { root: 'Weapon' }).diagnostics).toEqual([]);
    expect(parseJson(schema, '{damage: 1}', { root: 'MyGame.Weapon' }).diagnostics).toEqual([]);
  });
});

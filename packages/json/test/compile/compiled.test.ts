// Interpreter, code made at run time and module made ahead of time give the same for every text and every buffer; and
// nothing that a schema says becomes code.
import { encodeUtf8 } from '@fb/bytes';
import type { Schema } from '@fb/schema';
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { generateJsonModule, JsonCodec } from '../../src/index.js';
import type { ParseJsonOptions, ParseJsonResult, PrintJsonOptions } from '../../src/index.js';
import * as runtime from '../../src/runtime.js';
import { monsterSchema, schema } from '../schemas.js';

interface Codec {
  parse(source: Uint8Array | string, options?: ParseJsonOptions): ParseJsonResult;
  print(bytes: Uint8Array, options?: PrintJsonOptions): Uint8Array;
}

/** The three codecs of a schema. */
function codecsOf(of: Schema): readonly Codec[] {
  return [new JsonCodec(of), new JsonCodec(of, { compile: true }), moduleOf(of)];
}

function moduleOf(of: Schema): Codec {
  const module = generateJsonModule(of);
  if (module === null) throw new Error('there is no root');
  const { outputText } = ts.transpileModule(module.text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const exports: Record<string, never> = {};
  new Function('exports', 'require', outputText)(exports, () => runtime);
  const [parse = '', , print = ''] = module.exports;
  return { parse: exports[parse] as never, print: exports[print] as never };
}

const monsters = codecsOf(monsterSchema());

/** Members that a document may not have, mostly. */
const wrong = fc.constantFrom('mana: 99999', 'bag_type: [Note]', 'pos: {x: 1}', 'unknown: 1', 'name: null');

const right = fc.constantFrom(
  'name: "a"',
  '"name": "Orc \\u00e9"',
  "'name': 'x'",
  'mana: 12',
  '"mana":-7',
  'mana: "3"',
  'mana: 0x10',
  'hp: 9007199254740993',
  '"hp":-5',
  'friendly: false',
  'friendly: 0',
  '"inventory":[1,2,3]',
  'inventory: [ 1 , 0x2, ]',
  'color: Red',
  '"color":"Green"',
  'color: "Green Blue"',
  'flags: "A C"',
  '"weapons":[{"name":"Axe","damage":3},{"damage":1.5}]',
  'weapons: [["Axe", 1], {}]',
  'armor: [{id: 5}, {id: 1, material: "x"}, {"id":18446744073709551615}]',
  'equipped_type: Weapon, equipped: {damage: 2}',
  'equipped: "note", equipped_type: Note',
  'equipped_type: Place, equipped: {x:1,y:2,n:[1,2],color:Red}',
  'bag_type: [Note, Weapon], bag: ["a", {}]',
  '"pos":{"x":1.5,"y":-2.25,"n":[1,-2],"color":"Blue"}',
  'pos: {y: 1, x: sin(1), n: [1, 2], color: 2}',
  'path: [{"x":1,"y":2,"n":[3,4],"color":0},[1,2,[3,4],Red]]',
  '"tags":["a","\\n","é"]',
  'ratio: 0.30000000000000004',
  'ratio: nan',
  'rating: 123456789.123456789123456789',
  'level: null',
  '"level":5',
  'big: 18446744073709551615',
  'friend: {"name":"b","mana":1}',
  'scores: [1, -9223372036854775808]',
  'colors: [Red, "Blue", 5]',
  'nested: {"name":"n","hp":1}',
  'extra: {a: [1, 2.5, "x"]}',
  '$schema: "x"',
);

const member = fc.oneof({ arbitrary: right, weight: 40 }, { arbitrary: wrong, weight: 1 });

/** Texts that are mostly documents, and some that something was done to. */
const text = fc
  .tuple(
    fc.uniqueArray(member, { maxLength: 6, selector: (each) => /\w[a-z]+/.exec(each)?.[0] }),
    fc.constantFrom(',', ', ', ',\n  ', ' , /* c */ '),
    fc.constantFrom('{"name":"z",', ' {"name": "z", ', '{'),
    fc.option(fc.tuple(fc.nat(200), fc.constantFrom('', '"', '{', '\u0000', ',', ']', '\\', '1', 'x')), {
      freq: 3,
    }),
  )
  .map(([members, comma, open, damage]) => {
    const whole = `${open}${members.join(comma)}}`;
    if (damage === null) return whole;
    const at = damage[0] % whole.length;
    return whole.slice(0, at) + damage[1] + whole.slice(at + 1);
  });

const seldom = fc.constantFrom(false, false, false, true);

const parseOptions: fc.Arbitrary<ParseJsonOptions> = fc.record(
  {
    strict: seldom,
    unknownFields: fc.boolean(),
    forceDefaults: fc.boolean(),
    sizePrefixed: fc.boolean(),
    allowTrailing: fc.boolean(),
    asciiProto: seldom,
  },
  { requiredKeys: [] },
);

const printOptions: fc.Arbitrary<PrintJsonOptions> = fc.record(
  {
    strict: fc.boolean(),
    defaults: fc.boolean(),
    naturalUtf8: fc.boolean(),
    indent: fc.constantFrom<number | false>(false, 0, 4),
    enumNames: fc.boolean(),
    asciiProto: fc.boolean(),
    precise: fc.boolean(),
    longStrings: fc.boolean(),
    base64: fc.boolean(),
    nestedObjects: fc.boolean(),
    flexbufferValues: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** What a call gives or throws, in a form that can be compared. */
function outcome(call: () => Uint8Array): unknown {
  try {
    return Buffer.from(call()).toString('latin1');
  } catch (error) {
    return [String(error), { ...(error as object) }];
  }
}

function fields(type: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `f${i}:${type};`).join('');
}

function values(count: number): string {
  return Array.from({ length: count }, (_, i) => `"f${i}":${i + 1}`).join();
}

describe('compiled codecs', () => {
  it('read and print as the interpreter does', { timeout: 120_000 }, () => {
    let accepted = 0;
    fc.assert(
      fc.property(text, parseOptions, printOptions, (source, options, style) => {
        const [expected, ...results] = monsters.map((codec) => codec.parse(encodeUtf8(source), options));
        for (const result of results) expect(result).toEqual(expected);
        const bytes = expected?.bytes ?? null;
        if (bytes === null) return;
        accepted++;
        const print = { ...style, sizePrefixed: options.sizePrefixed ?? false };
        const [first, ...others] = monsters.map((codec) => outcome(() => codec.print(bytes, print)));
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('give the errors of the interpreter, with their paths', () => {
    for (const codec of monsters) {
      const { diagnostics } = codec.parse('{"name":"a","weapons":[{},{"damage":99999}]}');
      expect(diagnostics.map(({ path }) => path)).toEqual(['$.weapons[1].damage']);
      const { bytes } = codec.parse('{name: "a", weapons: [{}, {name: "\\xff"}]}', { allowNonUtf8: true });
      expect(() => codec.print(bytes ?? new Uint8Array())).toThrow(/weapons\[1\]\.name/);
    }
  });

  it('read large tables and structs, which are left to the interpreter', () => {
    const large = schema(
      `struct S { ${fields('short', 40)} } table T { s:S; ${fields('int', 150)} } root_type T;`,
    );
    const [expected, ...results] = codecsOf(large).map((codec) =>
      codec.parse(`{"s":{${values(40)}},${values(150)}}`),
    );
    expect(expected?.diagnostics).toEqual([]);
    for (const result of results) expect(result).toEqual(expected);
  });

  it('are not used for texts nested too deep', () => {
    const deep = `${'{"name":"a","friend":'.repeat(64)}{"name":"a"}${'}'.repeat(64)}`;
    for (const codec of monsters) expect(codec.parse(deep).diagnostics[0]?.code).toBe('JSON-DEPTH');
  });
});

describe('hostile schemas', () => {
  const spiteful = [
    'a"];globalThis.hacked=1;//',
    '`${globalThis.hacked=1}`',
    "'+(globalThis.hacked=1)+'",
    '*/globalThis.hacked=1;/*',
    '\n globalThis.hacked=1 \r',
    '\u2028globalThis.hacked=1\u2029',
    '</script><script>',
    '__proto__',
    'constructor',
    '\\',
    '\u0000',
    'é😀\ud800',
  ];

  it('cannot inject code', () => {
    const harmless = schema(
      'enum E:byte{A,B} table U{x:int;} union V{U} table T{a:int;e:E;v:V;l:[E];s:string;} root_type T; file_identifier "ABCD";',
    );
    const renamed = fc.uniqueArray(fc.oneof(fc.constantFrom(...spiteful), fc.string()), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(renamed, (names) => {
        const hostile = rename(
          harmless,
          new Map(['a', 'e', 'l', 's', 'A', 'T'].map((name, i) => [name, names[i]])),
        );
        const [a = '', e = '', l = '', s = '', value = ''] = names;
        const source = JSON.stringify({ [a]: 1, [e]: value, [l]: [value, 'B'], [s]: 'x' });
        const codecs = codecsOf(hostile);
        const [expected, ...results] = codecs.map((codec) => codec.parse(source));
        for (const result of results) expect(result).toEqual(expected);
        const bytes = expected?.bytes ?? new Uint8Array();
        const [first, ...others] = codecs.map((codec) => outcome(() => codec.print(bytes)));
        for (const other of others) expect(other).toEqual(first);
        expect('hacked' in globalThis).toBe(false);
        // In the module, all names are in one literal of printable ASCII.
        expect(generateJsonModule(hostile)?.text).toMatch(/^[\n -~]*$/);
      }),
      { numRuns: 150 },
    );
  });
});

/** A copy of a schema with other names. */
function rename(of: Schema, names: ReadonlyMap<string, string | undefined>): Schema {
  const copy = structuredClone(of);
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    const named = node as { name?: unknown };
    if (typeof named.name === 'string') named.name = names.get(named.name) ?? named.name;
    Object.values(node).forEach(visit);
  };
  visit(copy);
  return copy;
}

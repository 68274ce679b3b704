// What the findings claim, tried with data: written with one version of a schema and read with the other, the same
// is found exactly if the finding does not say that such data breaks.
import { parseJson, printJson } from '@fb/json';
import { parseSchema } from '@fb/idl';
import { compareSchemas, evolutionBreaks, type EvolutionCode, type Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';

interface Sample {
  readonly base: string;
  readonly next: string;
  /** Data in the words of the base version, and of the next. */
  readonly old: string;
  readonly new: string;
  /** Names changed, which is for source to follow: compare values only. */
  readonly renamed?: boolean;
  /** Buffers within the buffer are looked at as bytes. */
  readonly asBytes?: boolean;
}

/** Schemas of a table T, the root if nothing else is said, with these fields. */
function fields(base: string, next: string, before = ''): Pick<Sample, 'base' | 'next'> {
  return { base: `${before}table T { ${base} }`, next: `${before}table T { ${next} }` };
}

const LETTERS = 'table A { x:int; } table B { y:string; } table C { x:int; more:string; } ';

const SAMPLES: Readonly<Partial<Record<EvolutionCode, Sample>>> = {
  'EVO-KIND': {
    base: 'table V { x:int; } table T { v:V; }',
    next: 'struct V { x:int; } table T { v:V; }',
    old: '{v:{x:70000}}',
    new: '{v:{x:70000}}',
  },
  'EVO-ROOT': {
    base: `${LETTERS} root_type A;`,
    next: `${LETTERS} root_type B;`,
    old: '{x:70000}',
    new: '{y:"text"}',
  },
  'EVO-IDENTIFIER-ADDED': { ...fields('a:int;', 'a:int;'), old: '{a:1}', new: '{a:1}' },
  'EVO-IDENTIFIER-REMOVED': { ...fields('a:int;', 'a:int;'), old: '{a:1}', new: '{a:1}' },
  'EVO-IDENTIFIER-CHANGED': { ...fields('a:int;', 'a:int;'), old: '{a:1}', new: '{a:1}' },
  'EVO-FIELD-MOVED': { ...fields('a:int; b:int;', 'b:int; a:int;'), old: '{a:1,b:2}', new: '{a:1,b:2}' },
  'EVO-FIELD-REMOVED': { ...fields('a:int; b:int;', 'a:int;'), old: '{a:1,b:2}', new: '{a:1}' },
  'EVO-SLOT-REUSED': { ...fields('a:int;', 'b:double;'), old: '{a:70000}', new: '{b:1.5}' },
  'EVO-FIELD-TYPE': { ...fields('a:short; b:int;', 'a:int; b:int;'), old: '{a:1,b:2}', new: '{a:70000}' },
  'EVO-FIELD-SIGN': { ...fields('a:short;', 'a:ushort;'), old: '{a:-1}', new: '{a:65535}' },
  'EVO-ARRAY-LENGTH': {
    base: 'struct S { a:[ubyte:3]; b:ubyte; } table T { s:S; }',
    next: 'struct S { a:[ubyte:2]; b:ubyte; } table T { s:S; }',
    old: '{s:{a:[1,2,3],b:4}}',
    new: '{s:{a:[1,2],b:4}}',
  },
  'EVO-64BIT': { ...fields('a:[int];', 'a:[int] (vector64);'), old: '{a:[1,2]}', new: '{a:[1,2]}' },
  'EVO-DEFAULT': { ...fields('a:int = 1;', 'a:int = 2;'), old: '{}', new: '{}' },
  'EVO-PRESENCE': { ...fields('a:int = 1;', 'a:int = null;'), old: '{}', new: '{}' },
  'EVO-REQUIRED-ADDED': { ...fields('a:string;', 'a:string (required);'), old: '{}', new: '{a:"text"}' },
  'EVO-REQUIRED-REMOVED': { ...fields('a:string (required);', 'a:string;'), old: '{a:"text"}', new: '{}' },
  'EVO-CONTENT-ADDED': {
    ...fields('a:[ubyte];', 'a:[ubyte] (nested_flatbuffer: "A");', LETTERS),
    old: '{a:[1,2,3]}',
    new: '{a:[8,0,0,0,4,0,4,0,4,0,0,0]}',
    asBytes: true,
  },
  'EVO-CONTENT-REMOVED': {
    ...fields('a:[ubyte] (nested_flatbuffer: "A");', 'a:[ubyte];', LETTERS),
    old: '{a:[8,0,0,0,4,0,4,0,4,0,0,0]}',
    new: '{a:[1,2,3]}',
    asBytes: true,
  },
  'EVO-CONTENT-CHANGED': {
    ...fields('a:[ubyte] (nested_flatbuffer: "A");', 'a:[ubyte] (nested_flatbuffer: "B");', LETTERS),
    old: '{a:{x:70000}}',
    new: '{a:{y:"text"}}',
  },
  'EVO-STRUCT-SIZE': {
    base: 'struct S { a:int; } table T { s:[S]; }',
    next: 'struct S { a:int; b:int; } table T { s:[S]; }',
    old: '{s:[{a:1},{a:2},{a:3},{a:4}]}',
    new: '{s:[{a:1,b:2},{a:3,b:4}]}',
  },
  'EVO-ENUM-TYPE': {
    base: 'enum E:byte { A, B } table T { e:[E]; }',
    next: 'enum E:short { A, B } table T { e:[E]; }',
    old: '{e:[B,B]}',
    new: '{e:[B,B]}',
  },
  'EVO-VALUE-REMOVED': {
    base: 'enum E:byte { A, B } table T { e:E; }',
    next: 'enum E:byte { A } table T { e:E; }',
    old: '{e:B}',
    new: '{e:A}',
  },
  'EVO-VALUE-NUMBER': {
    base: 'enum E:byte { A, B, C } table T { e:E; }',
    next: 'enum E:byte { A, C, B } table T { e:E; }',
    old: '{e:B}',
    new: '{e:B}',
  },
  'EVO-UNION-REMOVED': {
    ...fields('u:U;', 'u:U;'),
    base: `${LETTERS} union U { A, B } table T { u:U; }`,
    next: `${LETTERS} union U { A } table T { u:U; }`,
    old: '{u_type:B,u:{y:"text"}}',
    new: '{u_type:A,u:{x:1}}',
  },
  'EVO-UNION-NUMBER': {
    base: `${LETTERS} union U { A, B } table T { u:U; }`,
    next: `${LETTERS} union U { B, A } table T { u:U; }`,
    old: '{u_type:B,u:{y:"text"}}',
    new: '{u_type:B,u:{y:"text"}}',
  },
  'EVO-UNION-TYPE': {
    base: `${LETTERS} union U { one:A } table T { u:U; }`,
    next: `${LETTERS} union U { one:B } table T { u:U; }`,
    old: '{u_type:one,u:{x:70000}}',
    new: '{u_type:one,u:{y:"text"}}',
  },
  'W-EVO-ROOT': {
    base: `${LETTERS} root_type A;`,
    next: `${LETTERS} root_type C;`,
    old: '{x:70000}',
    new: '{x:70000}',
  },
  'W-EVO-FIELD-RENAMED': { ...fields('a:int;', 'b:int;'), old: '{a:1}', new: '{b:1}', renamed: true },
  'W-EVO-FIELD-TYPE': { ...fields('a:A;', 'a:C;', LETTERS), old: '{a:{x:1}}', new: '{a:{x:1}}' },
  'W-EVO-DEPRECATED': { ...fields('a:int;', 'a:int (deprecated);'), old: '{a:1}', new: '{}' },
  'W-EVO-HASH': {
    ...fields('a:uint (hash: "fnv1_32");', 'a:uint (hash: "fnv1a_32");'),
    old: '{a:"text"}',
    new: '{a:"text"}',
  },
  'W-EVO-MEMBER-ADDED': {
    base: 'struct S { a:byte; b:short; } table T { s:S; }',
    next: 'struct S { a:byte; c:byte; b:short; } table T { s:S; }',
    old: '{s:{a:1,b:2}}',
    new: '{s:{a:1,c:0,b:2}}',
  },
  'W-EVO-FLAGS-ADDED': {
    base: 'enum E:ubyte { A = 1, B } table T { e:E = A; }',
    next: 'enum E:ubyte (bit_flags) { A, B } table T { e:E = A; }',
    old: '{e:B}',
    new: '{e:"A B"}',
  },
  'W-EVO-FLAGS-REMOVED': {
    base: 'enum E:ubyte (bit_flags) { A, B } table T { e:E = A; }',
    next: 'enum E:ubyte { A = 1, B } table T { e:E = A; }',
    old: '{e:"A B"}',
    new: '{e:B}',
  },
  'W-EVO-VALUE-ADDED': {
    base: 'enum E:byte { A } table T { e:E; }',
    next: 'enum E:byte { A, B } table T { e:E; }',
    old: '{e:A}',
    new: '{e:B}',
  },
  'W-EVO-VALUE-RENAMED': {
    base: 'enum E:byte { A, B } table T { e:E; }',
    next: 'enum E:byte { A, C } table T { e:E; }',
    old: '{e:B}',
    new: '{e:C}',
    renamed: true,
  },
  'W-EVO-UNION-ADDED': {
    base: `${LETTERS} union U { A } table T { u:U; }`,
    next: `${LETTERS} union U { A, B } table T { u:U; }`,
    old: '{u_type:A,u:{x:1}}',
    new: '{u_type:B,u:{y:"text"}}',
  },
  'W-EVO-UNION-RENAMED': {
    base: `${LETTERS} union U { one:A } table T { u:U; }`,
    next: `${LETTERS} union U { two:A } table T { u:U; }`,
    old: '{u_type:one,u:{x:1}}',
    new: '{u_type:two,u:{x:1}}',
    renamed: true,
  },
  'W-EVO-UNION-MEMBER-TYPE': {
    base: `${LETTERS} union U { one:A } table T { u:U; }`,
    next: `${LETTERS} union U { one:C } table T { u:U; }`,
    old: '{u_type:one,u:{x:1}}',
    new: '{u_type:one,u:{x:1}}',
  },
  'W-EVO-UNION-TYPE-WRITTEN': {
    base: `${LETTERS} union U { A } table T { u:U; }`,
    next: `${LETTERS} union U:ubyte { A } table T { u:U; }`,
    old: '{u_type:A,u:{x:1}}',
    new: '{u_type:A,u:{x:1}}',
  },
};

/** What no data shows: keys matter to who searches, the others are nothing but names. */
const NOT_SHOWN: readonly EvolutionCode[] = [
  'EVO-KEY-ADDED',
  'EVO-KEY-REMOVED',
  'EVO-KEY-CHANGED',
  'W-EVO-ROOT-REMOVED',
  'W-EVO-EXTENSION',
  'W-EVO-TYPE-REMOVED',
];

const IDENTIFIERS: Readonly<Partial<Record<EvolutionCode, readonly [string, string]>>> = {
  'EVO-IDENTIFIER-ADDED': ['', 'file_identifier "NEXT";'],
  'EVO-IDENTIFIER-REMOVED': ['file_identifier "BASE";', ''],
  'EVO-IDENTIFIER-CHANGED': ['file_identifier "BASE";', 'file_identifier "NEXT";'],
};

describe('readers of the other version', () => {
  it('are tried for every kind of change that data shows', () => {
    expect([...Object.keys(SAMPLES), ...NOT_SHOWN].toSorted()).toEqual(
      Object.keys(evolutionBreaks).toSorted(),
    );
  });

  it.each(Object.entries(SAMPLES).map(([code, sample]) => ({ code: code as EvolutionCode, sample })))(
    '$code',
    ({ code, sample }) => {
      const [marksBefore, marks] = IDENTIFIERS[code] ?? ['', ''];
      const base = load(`${sample.base} ${marksBefore}`);
      const next = load(`${sample.next} ${marks}`);
      const breaks = compareSchemas(base, next).find((finding) => finding.code === code)?.breaks;
      const old = write(base, sample.old);
      const isOldRead = read(next, old, sample) === read(base, old, sample);
      const recent = write(next, sample.new);
      const isNewRead = read(base, recent, sample) === read(next, recent, sample);
      expect({ breaks, old: isOldRead, new: isNewRead }).toEqual({
        breaks,
        old: breaks?.includes('old data') === false,
        new: breaks?.includes('new data') === false,
      });
    },
  );

  it('find vectors sorted by another key', () => {
    const base = load('table E { a:int (key); b:int; } table T { es:[E]; }');
    const next = load('table E { a:int; b:int (key); } table T { es:[E]; }');
    expect(compareSchemas(base, next).map(({ code }) => code)).toEqual(['EVO-KEY-CHANGED']);
    const json = '{es:[{a:1,b:3},{a:2,b:2},{a:3,b:1}]}';
    const order = /b: 3[^]*b: 2[^]*b: 1/;
    expect(printJson(next, write(base, json))).toMatch(order);
    expect(printJson(next, write(next, json))).not.toMatch(order);
  });
});

function load(text: string): Schema {
  const full = text.includes('root_type') ? text : `${text} root_type T;`;
  const { schema, diagnostics } = parseSchema(full, { strict: true });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function write(schema: Schema, json: string): Uint8Array {
  const { bytes, diagnostics } = parseJson(schema, json, { nestedBytes: true });
  if (bytes === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return bytes;
}

/** The values that a reader finds; or that it refuses the bytes. */
function read(schema: Schema, bytes: Uint8Array, { renamed = false, asBytes = false }: Sample): string {
  try {
    const text = printJson(schema, bytes, {
      defaults: true,
      strict: true,
      enumNames: !renamed,
      nestedObjects: !asBytes,
      checkIdentifier: schema.fileIdentifier !== null,
    });
    return JSON.stringify(valuesOf(JSON.parse(text), renamed));
  } catch (error) {
    // Errors of reading, not of the test.
    if (!(error instanceof Error) || !/FlatBuffer|Unprintable/.test(error.constructor.name)) throw error;
    return `refused by a reader of ${schema.root?.fields.length ?? 0} fields`;
  }
}

/** Without zeros, which is how a version reads what it alone knows, and without the names of fields if they changed. */
function valuesOf(value: unknown, renamed: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => valuesOf(each, renamed));
  const entries = Object.entries(value)
    .map(([name, each]): [string, unknown] => [name, valuesOf(each, renamed)])
    .filter(([, each]) => each !== 0);
  return renamed ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

import { placeOf } from '@fb/diagnostics';
import type { Schema, TableDef } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { loadSchema, memoryHost, parseSchema, type LoadOptions } from '../src/index.js';

function valid(text: string, options: LoadOptions = {}): Schema {
  const { schema, diagnostics } = parseSchema(text, options);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  if (schema === null) throw new Error('no schema');
  return schema;
}

function table(schema: Schema, name: string): TableDef {
  const found = schema.objects.find(({ fullName }) => fullName === name);
  if (found?.kind !== 'table') throw new Error(`no table ${name}`);
  return found;
}

function shape({ fields }: TableDef): unknown {
  return fields.map(({ name, slot, type, default: value }) => [name, slot, type.kind, value]);
}

function places(text: string, options: LoadOptions = {}): string[] {
  return parseSchema(text, options).diagnostics.map(
    ({ code, span }) => `${code} ${span === null ? '' : placeOf(span)}`,
  );
}

describe('the order of declarations', () => {
  const forward = [
    'table T { h:Hue = Green; u:Pick; s:Spot (key); v:[Spot] (vector64); x:int = "Hue.Green" (mine); }',
    'struct Outer { i:Inner; a:[Inner:2]; h:Hue; }',
    'struct Inner { x:double; }',
    'struct Spot { x:int; }',
    'enum Wide:Hue { W = 7 }',
    'enum Hue:byte { Red, Green }',
    'union Pick { T, s:Spot }',
    'attribute "mine";',
  ];

  it('does not matter', () => {
    const schema = valid(`root_type T; ${forward.join('\n')}`);
    const { fields } = table(schema, 'T');
    expect(fields.map(({ type }) => type.kind)).toEqual([
      'enum',
      'enum',
      'union',
      'struct',
      'vector',
      'scalar',
    ]);
    expect(fields.map((field) => field.default)).toEqual([1, 0, null, null, null, 1]);
    const outer = schema.objects.find(({ name }) => name === 'Outer');
    expect(outer?.kind === 'struct' && outer.size).toBe(32);
    expect(schema.root?.name).toBe('T');
  });

  it('matters when strict', () => {
    const codes = parseSchema(`root_type T; ${forward.join('\n')}`, { strict: true }).diagnostics.map(
      ({ code }) => code,
    );
    expect(new Set(codes)).toEqual(
      new Set([
        'NAME-ROOT',
        'NAME-UNDEF',
        'NAME-ATTR',
        'TYPE-INCOMPLETE',
        'TYPE-ENUM-BASE',
        'ATT-KEY-TYPE',
        'ATT-64-ELEM',
      ]),
    );
  });

  it('gives the same as the usual order', () => {
    const usual = valid(
      'namespace A.B; enum Hue:byte { Red } table Use { a:Hue; b:C.Far; } namespace A.C; table Far {}',
    );
    const turned = valid(
      'namespace A.B; table Use { a:Hue; b:C.Far; } enum Hue:byte { Red } namespace A.C; table Far {}',
    );
    expect(shape(table(turned, 'A.B.Use'))).toEqual(shape(table(usual, 'A.B.Use')));
  });
});

describe('the model', () => {
  it('knows slots, defaults and presence', () => {
    const schema = valid(`
      enum Perm:ushort (bit_flags) { Read, Write, Run }
      union U { T }
      table T {
        many:[U] (id: 4, required);
        a:int = null (id: 0);
        pick:U (id: 2, deprecated);
        p:Perm = "Read Run" (id: 5);
        big:ulong = 0xFFFFFFFFFFFFFFFF (id: 6);
        s:string = "x" (id: 7);
        v:[int] = [] (id: 8);
        k:string (id: 9, key);
        f:float = -0x1.8p1 (id: 10);
        n:double = -NaN (id: 11);
        c:double = cos(rad(60)) (id: 12);
      }`);
    const { fields, key } = table(schema, 'T');
    const facts = fields.map((field) => [
      field.slot,
      field.name,
      field.presence,
      field.default,
      field.defaultText,
    ]);
    expect(facts).toEqual([
      [0, 'a', 'optional', null, null],
      [1, 'pick_type', 'default', 0, '0'],
      [2, 'pick', 'optional', null, null],
      [3, 'many_type', 'required', null, null],
      [4, 'many', 'required', null, null],
      [5, 'p', 'default', 5, '5'],
      [6, 'big', 'default', 0xffffffffffffffffn, '18446744073709551615'],
      [7, 's', 'default', 'x', 'x'],
      [8, 'v', 'default', [], '[]'],
      [9, 'k', 'required', null, null],
      [10, 'f', 'default', -3, '-0x1.8p1'],
      [11, 'n', 'default', NaN, 'nan'],
      [12, 'c', 'default', 0.5, '0.5'],
    ]);
    expect(key?.name).toBe('k');
    expect(fields[1]?.tagOf).toBe(fields[2]);
    expect(fields[2]?.tag).toBe(fields[1]);
    expect(fields[1]?.deprecated).toBe(true);
    expect([...schema.features.keys()].toSorted()).toEqual([
      'optional scalars',
      'string and vector defaults',
      'vectors of unions',
    ]);
  });

  it('is frozen through and through', () => {
    const schema = valid(
      '/// d\ntable T { a:[int] = [] (key_of); s:S; u:U; } struct S { a:[int:2]; } union U { T } attribute key_of; rpc_service V { f(T):T; }',
    );
    const seen = new Set<unknown>();
    const open: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (
        typeof value !== 'object' ||
        value === null ||
        seen.has(value) ||
        path.endsWith('.span') ||
        value instanceof Map
      )
        return;
      seen.add(value);
      if (!Object.isFrozen(value)) open.push(path);
      for (const [name, part] of Object.entries(value)) walk(part, `${path}.${name}`);
    };
    walk(schema, 'schema');
    expect(open).toEqual([]);
    expect(seen.size).toBeGreaterThan(30);
  });

  it('keeps documentation as written', () => {
    const schema = valid(
      '/// one\n///two\n// no\ntable T {\n  /// three\n\n  a:int;\n}\nenum E:byte {\n  /// four\n  A\n}',
    );
    expect(schema.objects[0]?.doc).toEqual([' one', 'two']);
    expect(schema.objects[0]?.fields[0]?.doc).toEqual([' three']);
    expect(schema.enums[0]?.kind === 'enum' && schema.enums[0].values[0]?.doc).toEqual([' four']);
  });
});

describe('includes', () => {
  const files = {
    'app/main.fbs':
      'include "part.fbs"; include "lib.fbs"; include "./part.fbs"; table Main { p:Part; l:Lib.L; }',
    'app/part.fbs':
      'include "base.fbs"; root_type Part; table Part { b:Base; later:Main; } attribute "mine";',
    'app/base.fbs': 'table Base {}',
    'libs/lib.fbs': 'include "base.fbs"; namespace Lib; table L { x:int (mine); }',
    'libs/base.fbs': 'table Base {}',
  };

  it('are found beside the file, then in the include paths, and read once', () => {
    const asked: string[] = [];
    const memory = memoryHost(files);
    const host = { readFile: (path: string) => (asked.push(path), memory.readFile(path)) };
    const { schema, diagnostics } = loadSchema('app/main.fbs', host, { includePaths: ['libs'] });
    expect(diagnostics).toEqual([]);
    expect(schema?.objects.map(({ fullName }) => fullName)).toEqual(['Base', 'Part', 'Lib.L', 'Main']);
    // A copy of the same name and content is the same file.
    expect(schema?.files.map(({ path }) => path)).toEqual([
      'app/base.fbs',
      'app/main.fbs',
      'app/part.fbs',
      'libs/lib.fbs',
    ]);
    expect(schema?.files.at(-1)?.includes).toEqual(['libs/base.fbs']);
    expect(schema?.mainFile).toEqual({
      path: 'app/main.fbs',
      includes: ['app/./part.fbs', 'app/part.fbs', 'libs/lib.fbs'],
      includeNames: ['./part.fbs', 'lib.fbs', 'part.fbs'],
    });
    expect(schema?.root).toBeNull();
    expect(asked).toContain('app/lib.fbs');
  });

  it('report what is wrong in them under their own path', () => {
    const host = memoryHost({ ...files, 'app/base.fbs': 'table Base { a:Ghost; }' });
    const { diagnostics } = loadSchema('app/main.fbs', host, { includePaths: ['libs'] });
    expect(diagnostics.map(({ code, span }) => [code, span && placeOf(span)])).toEqual([
      ['NAME-UNDEF', 'app/base.fbs:1:16'],
      ['NAME-DUP-TYPE', 'libs/base.fbs:1:7'],
    ]);
  });

  it('say so when the file itself is not there', () => {
    const { schema, diagnostics } = loadSchema('none.fbs', memoryHost({}));
    expect(schema).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['INC-LOAD']);
  });

  it('an include that cannot be read, but not the names it would have defined', () => {
    const text =
      'include "gone.fbs"; table A { b : Gone; c : [Lost.Too]; d : ubyte = 300; } root_type Elsewhere;';
    expect(parseSchema(text).diagnostics.map(({ code }) => code)).toEqual(['INC-LOAD', 'VAL-RANGE']);
  });
});

/** So many fields. */
function manyFields(count: number): string {
  return Array.from({ length: count }, (_, i) => `f${i}:int;`).join('');
}

describe('findings', () => {
  it('point at the token, with CRLF and after a byte order mark as well', () => {
    expect(places('\ufefftable T {\r\n  a:Ghost;\r\n  b:int = 1.5;\r\n}\r\n')).toEqual([
      'NAME-UNDEF schema.fbs:2:5',
      'VAL-TOKEN schema.fbs:3:11',
    ]);
  });

  it('come all at once, in the order of their places', () => {
    const text =
      'table T { a:Ghost; b:byte = 300; c:int (shiny); d:[[int]]; e:int (required); }\nenum E:float { A }\nstruct S {}';
    expect(places(text)).toEqual([
      'NAME-UNDEF schema.fbs:1:13',
      'VAL-RANGE schema.fbs:1:29',
      'NAME-ATTR schema.fbs:1:41',
      'TYPE-NEST schema.fbs:1:52',
      'ATT-REQ-SCALAR schema.fbs:1:67',
      'TYPE-ENUM-BASE schema.fbs:2:8',
      'TYPE-EMPTY-STRUCT schema.fbs:3:8',
    ]);
  });

  it('are fields that no vtable has room for', () => {
    expect(places(`table T {${manyFields(32765)}}`)).toEqual([]);
    expect(places(`table T {\n${manyFields(32765)}\nlast:int; more:int; }`)).toEqual([
      'TYPE-SIZE schema.fbs:3:1',
    ]);
    // The type of a union takes a place, too.
    expect(places(`table A {} union U { A } table T {\n${manyFields(32764)}\nu:U; }`)).toEqual([
      'TYPE-SIZE schema.fbs:3:1',
    ]);
  });

  it('of a field that is not valid do not spread', () => {
    expect(
      places(
        'table T { a:Ghost (id: 0); b:int (id: 1); } struct S { g:Ghost; x:int; } table U { s:S (key); }',
      ),
    ).toEqual(['NAME-UNDEF schema.fbs:1:13']);
  });

  it('can be silenced or made errors where they are warnings', () => {
    expect(places('table T { aB:int; }', { noWarnings: true, warningsAsErrors: true })).toEqual([]);
    expect(places('table T { aB:int; }', { warningsAsErrors: true })).toEqual([
      'W-CASE schema.fbs:1:11',
      'WERROR ',
    ]);
  });
});

it('a 64-bit offset is for tables', () => {
  const { diagnostics } = parseSchema('struct S { a:int (offset64); b:[int:2] (vector64); }');
  expect(diagnostics.map(({ code, span }) => [code, span?.start])).toEqual([
    ['ATT-O64-TYPE', 18],
    ['ATT-V64-TYPE', 40],
  ]);
});

it('long rows of spaces and slashes take no time of their own', () => {
  const spaces = ' '.repeat(500_000);
  expect(parseSchema(`table T { a:int = "1${spaces}1"; }`).diagnostics.map(({ code }) => code)).toEqual([
    'VAL-NUM',
  ]);
  expect(valid(`table T { a:int = "${spaces}7${spaces}"; }`).objects[0]?.fields[0]).toMatchObject({
    default: 7,
  });
  const deep = `${'/'.repeat(500_000)}a/b.fbs`;
  const host = memoryHost({ 'm.fbs': `include "${deep}";`, [deep]: 'include "c.fbs";' });
  expect(loadSchema('m.fbs', host).schema).toBeNull();
});

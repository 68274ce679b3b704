import { loadSchema, memoryHost, parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';
import { describe, expect, it } from 'vitest';
import { pythonGenerator, type PythonOptions } from '../src/index.js';

function schemaOf(text: string, path = 'test.fbs'): Schema {
  const { schema, diagnostics } = parseSchema(text, { path });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function generate(text: string, options: PythonOptions = {}): ReadonlyMap<string, string> {
  const { files, diagnostics } = pythonGenerator.generate(schemaOf(text), options);
  expect(diagnostics).toEqual([]);
  return new Map(files.map(({ path, content }) => [path, content]));
}

function refused(text: string, options: PythonOptions = {}): readonly string[] {
  const { files, diagnostics } = pythonGenerator.generate(schemaOf(text), options);
  expect(files).toEqual([]);
  return diagnostics.map(({ code }) => code);
}

/** Structs in each other. */
function chain(length: number): string {
  const member = (i: number): string => (i + 1 < length ? `S${i + 1}` : 'byte');
  return Array.from({ length }, (_item, i) => `struct S${i} { a : ${member(i)}; }`).join('\n');
}

/** Structs in each other, each with the members that `member` gives it. */
function nested(levels: number, member: (i: number) => string): string {
  const structs = Array.from({ length: levels }, (_item, i) => `struct S${i + 1} { ${member(i)} }`);
  return `struct S0 { x : byte; } ${structs.join('\n')}`;
}

function once(i: number): string {
  return `a : [S${i} : 1];`;
}

describe('what is refused', () => {
  it.each([
    ['table T { v : [ubyte] (vector64); }', 'LANG-64'],
    ['table A { x : int; } union U { A } table T { v : [U]; }', 'LANG-UNIONVEC'],
    ['struct A { x : int; } union U { A } table T { v : U; }', 'LANG-UNIONELEM'],
    ['table A { x : int; } union U : short { A } table T { v : U; }', 'LANG-UNIONBASE'],
    ['table T { v : string = "x"; }', 'LANG-DEFAULT'],
  ])('%s', (text, code) => {
    expect(refused(text)).toEqual([code]);
  });

  it('structs nested too deep, with GEN-DEEP', () => {
    expect(pythonGenerator.generate(schemaOf(chain(60)), { objectApi: true }).diagnostics).toEqual([]);
    expect(refused(chain(61))).toEqual(['GEN-DEEP']);
  });

  it('arrays of structs nested too deep or too wide, however much there is in them', () => {
    expect(pythonGenerator.generate(schemaOf(nested(20, once)), { objectApi: true }).diagnostics).toEqual([]);
    expect(refused(nested(21, once))).toEqual(['GEN-DEEP']);
    expect(refused(nested(2000, once))).toEqual(['GEN-DEEP']);
    expect(refused(nested(17, (i) => `a : [S${i} : 1]; b : S${i};`))).toEqual(['GEN-WIDE']);
  });

  it('a version that is none, with PYTHON-VERSION', () => {
    for (const pythonVersion of ['0', '2', '2.7', '3', '3.9', '3.11.4'])
      expect(generate('table T { x : int; }', { pythonVersion }).size).toBe(1);
    for (const pythonVersion of ['', '4', '3.', 'x', '3.9.1.1', '2\nimport os'])
      expect(refused('table T { x : int; }', { pythonVersion })).toEqual(['PYTHON-VERSION']);
  });

  it('prefixes and suffixes that are no part of a name, with GEN-NAME', () => {
    const text = 'table T { x : int; }';
    expect(refused(text, { objectApi: true, objectSuffix: '(object): import os #' })).toEqual(['GEN-NAME']);
    expect(refused(text, { objectPrefix: '1', includePrefix: '../x', filenameSuffix: '/x' })).toHaveLength(3);
    expect(
      generate(text, { objectApi: true, objectPrefix: 'Plain', objectSuffix: '' }).get('T.py'),
    ).toContain('class PlainT(object):');
  });

  it('two types in one module, with GEN-OUTPUT', () => {
    expect(refused('table lambda { x : int; } table lambda_ { x : int; }')).toEqual(['GEN-OUTPUT']);
  });
});

describe('files', () => {
  it('are a module for each type, and packages', () => {
    const text = 'namespace A.B; enum E : byte { X } table T { x : int; } namespace; table R { x : int; }';
    expect([...generate(text).keys()]).toEqual([
      'A/B/E.py',
      'A/B/T.py',
      'R.py',
      'A/__init__.py',
      'A/B/__init__.py',
    ]);
    expect(generate(text).get('A/__init__.py')).toBe('');
    expect([...generate(text, { typing: true }).keys()].filter((path) => path.endsWith('.pyi'))).toHaveLength(
      3,
    );
  });

  it('are one module if so wished', () => {
    const text = 'namespace A.B; enum E : byte { X } table T { x : int; }';
    expect([...generate(text, { oneFile: true }).keys()]).toEqual(['test_generated.py']);
    expect([...generate(text, { oneFile: true, filenameSuffix: '_fb', typing: true }).keys()]).toEqual([
      'test_fb.py',
      'test_fb.pyi',
    ]);
  });

  it('name types of several namespaces apart in one module', () => {
    const text = 'namespace A; table T { x : int; } namespace B.C; table T { a : A.T; }';
    const module = generate(text, { oneFile: true }).get('test_generated.py') ?? '';
    expect([...module.matchAll(/^class (\w+)/gm)].map(([, name]) => name)).toEqual(['T', 'B_C_T']);
  });

  it('have a type in the package of the namespace that is called like it', () => {
    const files = generate('namespace A; table B { x : int; } namespace A.B; table C { b : A.B; }');
    expect([...files.keys()]).toEqual(['A/B/__init__.py', 'A/B/C.py', 'A/__init__.py']);
    expect(files.get('A/B/C.py')).toContain('from A.B import B');
  });

  it('hold no reserved word in their names: nothing could import them', () => {
    const files = generate('namespace None.is; table lambda { x : lambda; }');
    expect([...files.keys()]).toEqual(['None_/is_/lambda_.py', 'None_/__init__.py', 'None_/is_/__init__.py']);
    expect(files.get('None_/is_/lambda_.py')).toContain('class lambda_(object):');
  });
});

describe('names', () => {
  it('are escaped for the version that is meant', () => {
    const text = 'table T { print : int; async : int; None : int; }';
    const of = (pythonVersion: string): readonly string[] =>
      [
        ...(generate(text, { pythonVersion }).get('T.py') ?? '').matchAll(/^def TAdd\w+\(builder, (\w+)/gm),
      ].map(([, name]) => name ?? '');
    expect(of('3')).toEqual(['print', 'async_', 'none']);
    expect(of('2.7')).toEqual(['print_', 'async', 'none']);
  });

  it('of builder functions are short only, if so wished', () => {
    const text = 'table T { x : int; v : [int]; }';
    const functions = (options: PythonOptions): readonly string[] =>
      [...(generate(text, options).get('T.py') ?? '').matchAll(/^(?:def )?(\w+)(?: = |\()/gm)].map(
        ([, name]) => name ?? '',
      );
    expect(functions({ shortNames: true })).toEqual([
      'np',
      'Start',
      'AddX',
      'AddV',
      'StartVVector',
      'CreateVVector',
      'End',
      'CreateT',
    ]);
    expect(functions({})).toEqual(
      expect.arrayContaining(['TStart', 'Start', 'TAddX', 'AddX', 'TEnd', 'End']),
    );
    expect(generate(text, { shortNames: true }).get('T.py')).not.toContain('GetRootAsT');
  });

  it('in short form give way to a type of that name', () => {
    const text = generate('table Start { x : int; }').get('Start.py') ?? '';
    expect(text).toContain('class Start(object):');
    expect(text).not.toMatch(/^Start = /m);
  });

  it('leave the function for a whole table out when a field has its name', () => {
    const text = generate('table T { create_t : int; }').get('T.py') ?? '';
    expect(text).toContain('def CreateT(self)');
    expect(text).not.toContain('def CreateT(builder');
  });
});

describe('texts of a schema', () => {
  it('cannot leave their comments', () => {
    const text = '/// a\u2028import os\u0085import os \\\n/// """\ntable T {\n/// import os\\\nx : int; }';
    const lines = [...generate(text, { typing: true }).values()].join('').split(/[\n\r\u0085\u2028]/);
    const written = lines.filter((line) => line.includes('import os')).map((line) => line.trim());
    expect(written.map((line) => line[0])).toEqual(['#', '#', '#', '#']);
  });
});

describe('included files', () => {
  const host = memoryHost({
    'main.fbs': 'include "shared.fbs"; namespace M; table T { s : S.Shared; }',
    'shared.fbs': 'namespace S; table Shared { x : int; }',
  });
  const { schema } = loadSchema('main.fbs', host);
  if (schema === null) throw new Error('the schemas are right');
  const files = (options: PythonOptions): ReadonlyMap<string, string> =>
    new Map(pythonGenerator.generate(schema, options).files.map(({ path, content }) => [path, content]));

  it('are left to a run of their own, and imported', () => {
    expect([...files({}).keys()]).toEqual(['M/T.py', 'M/__init__.py']);
    expect(files({}).get('M/T.py')).toContain('from S.Shared import Shared');
    expect(files({ oneFile: true }).get('main_generated.py')).toContain(
      'from shared_generated import Shared',
    );
    expect(files({ oneFile: true, includePrefix: 'a/b' }).get('main_generated.py')).toContain(
      'from a.b.shared_generated import Shared',
    );
    expect(files({ oneFile: true, imports: false }).get('main_generated.py')).not.toMatch(/from \w+ import/);
  });

  it('are generated too with generateAll', () => {
    expect([...files({ generateAll: true }).keys()]).toContain('S/Shared.py');
    expect(files({ generateAll: true }).get('M/T.py')).toContain('from S.Shared import Shared');
    expect([...files({ generateAll: true, oneFile: true }).keys()]).toEqual(['main_generated.py']);
  });
});

it('takes an option that is undefined as one that is not given', () => {
  const schema = schemaOf('table T { x : int; }');
  // JavaScript, and TypeScript without exactOptionalPropertyTypes, can say so.
  const nothing = { objectSuffix: undefined, numpy: undefined } as object;
  expect(pythonGenerator.generate(schema, nothing)).toEqual(pythonGenerator.generate(schema, {}));
});

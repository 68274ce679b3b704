// What importing does beyond the reference compiler, or differently; conformance/test/proto*.test.ts hold the rest.
import { describe, expect, it } from 'vitest';
import { importProto, memoryHost, parseSchema, type ImportProtoOptions } from '../../src/index.js';

function imported(text: string, options: ImportProtoOptions = {}): { text: string; codes: string[] } {
  const result = importProto('x.proto', memoryHost({ 'x.proto': text }), { idGap: 'ignore', ...options });
  return { text: result.text ?? '', codes: result.diagnostics.map(({ code }) => code) };
}

describe('names', () => {
  it('of later definitions may be written with a part of their namespace', () => {
    const { text, codes } = imported(
      'package p; message A { B.C x = 1; B.K k = 2; } message B { message C {} enum K { Z = 0; } }',
    );
    expect(codes).toEqual([]);
    expect(text).toContain('  x:p.B_.C;\n  k:p.B_.K;\n');
  });

  it('that mean a definition in another namespace, as the reference has it, give a warning', () => {
    const { text, codes } = imported('message A { F y = 1; } message D { message F {} } message F {}');
    expect([text.includes('y:D_.F;'), codes]).toEqual([true, ['W-NAME-FAR']]);
  });

  it('are unknown with a hint', () => {
    const { diagnostics } = importProto(
      'x.proto',
      memoryHost({ 'x.proto': 'package p; message Horse { Hores a = 1; }' }),
    );
    expect(diagnostics).toMatchObject([{ code: 'NAME-UNDEF', hint: 'did you mean "Horse"?' }]);
  });

  it('are used once', () => {
    const twice =
      'message A { int32 a = 1; int32 a = 2; } message A {} enum A { X = 0; X = 1; } enum B { Y = 0; Z = 0; }';
    expect(imported(twice).codes).toEqual([
      'NAME-DUP-FIELD',
      'NAME-DUP-TYPE',
      'NAME-DUP-TYPE',
      'NAME-DUP-VALUE',
      'ENUM-DUP',
    ]);
  });
});

it('knows no types but those of protobuf', () => {
  expect(imported('message A { map<string, [int]> a = 1; } enum E (bit_flags) { Z = 0; }').text).toBe('');
  expect(imported('message A { short a = 1; }').codes).toEqual(['NAME-UNDEF']);
});

describe('the text is a schema', () => {
  it('when an enum is required before it is declared', () => {
    const { text } = imported('message A { required K k = 1; } enum K { Z = 0; }');
    expect(text).toContain('  k:K;\n');
    expect(parseSchema(text).diagnostics).toEqual([]);
  });

  it('when defaults do not fit their fields', () => {
    const { text } = imported(
      'message A { string s = 1 [default = "true"]; int32 i = 2 [default = "7"]; repeated bool b = 3 [default = true]; }',
    );
    expect(text).toContain('  s:string;\n  i:int;\n  b:[bool];\n');
  });

  it('when documentation is not UTF-8', () => {
    const bytes = [...'/// x_y\nmessage A {}'].map((c) => c.charCodeAt(0));
    bytes[5] = 0xff;
    const { text } = importProto('x.proto', memoryHost({ 'x.proto': Uint8Array.from(bytes) }));
    expect(text).toContain('/// x\ufffdy\ntable A {');
  });

  it('when the names of imports hold quotes', () => {
    const host = memoryHost({ 'x.proto': `import 'a"b.proto'; message A {}`, 'a"b.proto': 'message B {}' });
    expect(importProto('x.proto', host).text).toContain('include "a\\"b.fbs";\n');
  });
});

it('imports and empty statements may stand anywhere', () => {
  const host = memoryHost({
    'x.proto': 'message A { ; B b = 1; };; import weak "y.proto";',
    'y.proto': 'message B {}',
  });
  const { text, diagnostics } = importProto('x.proto', host, { inlineImports: true });
  expect(diagnostics).toEqual([]);
  expect(text).toMatch(/table B \{\n\}\n\ntable A \{\n {2}b:B;\n\}/);
});

it('looks for imports beside the importing file, in the include paths, and beside the main file', () => {
  const host = memoryHost({
    'dir/x.proto': 'import "sub/y.proto"; message A {}',
    'dir/sub/y.proto': 'import "z.proto"; import "w.proto"; message B {}',
    'lib/z.proto': 'message C {}',
    'dir/w.proto': 'message D {}',
  });
  expect(importProto('dir/x.proto', host, { includePaths: ['lib'] }).diagnostics).toEqual([]);
  expect(importProto('dir/x.proto', host).diagnostics).toMatchObject([{ code: 'INC-LOAD' }]);
});

it('reports all mistakes of a file', () => {
  const text = `message A { int32 = 1; string b 2; int32 c = 3; map<string> d = 4; reserved x; oneof { } }
message { } enum E { X = y; Z } rubbish 1; message F { int32 a = 1 }`;
  const { codes } = imported(text);
  expect(codes.filter((code) => code === 'SYN-EXPECT').length).toBeGreaterThan(6);
  expect(codes).toContain('PROTO-DECL');
});

it('says so if there is no file, or nothing in it', () => {
  expect(importProto('x.proto', memoryHost({})).diagnostics).toMatchObject([{ code: 'INC-LOAD' }]);
  expect(imported('// nothing').codes).toEqual(['LEX-EMPTY']);
});

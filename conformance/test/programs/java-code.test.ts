// Java that is generated compiles without a warning: with unlucky names, random schemas and every option; and the
// runtime has every symbol that it uses.
import assert from 'node:assert/strict';
import { javaGenerator, type JavaOptions } from '@fb/codegen-java';
import { verify } from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import { tableLayout } from '@fb/schema';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { hasJava, javaWorkspace, type JavaWorkspace } from '../../src/java.js';
import { flatc, type Oracle } from '../../src/oracle.js';
import { schemaText } from '../../src/random-schema.js';
import type { GeneratedText } from '../../src/typescript.js';

const EVERYTHING: JavaOptions = { objectApi: true, mutable: true, vtableConstants: true };

/** Words of the language, of what classes inherit, and of generated code itself. */
const WORDS = `
  abstract assert boolean break byte case catch char class const continue default do double else enum extends final
  finally float for goto if implements import instanceof int interface long native new package private protected public
  return short static strictfp super switch synchronized this throw throws transient try void volatile while var record
  yield sealed permits String Integer Object Override SuppressWarnings Float Double Long Boolean Vector Table Struct
  ByteBuffer ByteOrder FlatBufferBuilder BaseVector IntVector Constants com java javax
  getClass notify notifyAll wait hashCode toString clone finalize equals getByteBuffer bb bb_pos builder data element i j o
  obj source target type value pack unpack unpackTo keysCompare lookup names name length vector add create start end`
  .trim()
  .split(/\s+/);

/** Each word as the name of a type of each kind, and of fields of many types. */
function unluckySchema(): string {
  const each = (line: (word: string, i: number) => string, words = WORDS): string =>
    words.map(line).join('\n');
  // These are types of the schema language already.
  const types = WORDS.filter((word) => !['byte', 'double', 'float', 'int', 'long', 'short'].includes(word));
  return `
    namespace unlucky.enums;
    ${each((word) => `enum ${word} : byte { ${word}, another }`, types)}
    namespace unlucky.structs;
    ${each((word) => `struct ${word} { x : int; list : [ushort : 2]; }`, types)}
    namespace unlucky.tables;
    ${each((word) => `table ${word} { x : int; own : ${word}; list : [${word}]; text : string; }`, types)}
    namespace unlucky.unions;
    ${each((word) => `union ${word} { unlucky.tables.${word}, text : string }`, types)}
    namespace unlucky.fields;
    table Scalars { ${each((word) => `${word} : ubyte = null;`)} }
    table Strings { ${each((word) => `${word} : string;`)} }
    table Tables { ${each((word) => `${word} : unlucky.tables.${word};`, types)} }
    table Unions { ${each((word) => `${word} : unlucky.unions.${word};`, types)} }
    table Vectors { ${each((word, i) => `${word} : [${['int', 'string', 'bool', 'Strings'][i % 4] ?? ''}];`)} }
    namespace hidden.package;
    /// @deprecated or not
    ///* @deprecated
    table Kept {
      /// @deprecated
      x : int;
    }`;
}

function generate(text: string, options: JavaOptions): readonly GeneratedText[] {
  const { schema, diagnostics } = parseSchema(text, { path: 'test.fbs' });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  assert.ok(schema !== null, errors.map(({ message }) => message).join('\n'));
  const result = javaGenerator.generate(schema, options);
  assert.ok(result.files.length > 0, result.diagnostics.map(({ message }) => message).join('\n'));
  return result.files;
}

describe.runIf(hasJava())('generated Java', () => {
  let oracle: Oracle;
  let java: JavaWorkspace;
  beforeAll(async () => {
    oracle = await flatc();
    java = await javaWorkspace();
  });
  afterAll(() => java.remove());

  it('compiles with unlucky names', () => {
    assert.equal(java.complaints(generate(unluckySchema(), EVERYTHING)), '');
  });

  it('compiles for random schemas', () => {
    const texts = fc.sample(schemaText, { numRuns: 60, seed: 7 });
    const files = texts.flatMap((text, i) => {
      const { schema } = parseSchema(text, { path: 'test.fbs' });
      assert.ok(schema !== null, text);
      const supported = [...schema.features.keys()].every((feature) => javaGenerator.supports.has(feature));
      const global = [...schema.objects, ...schema.enums].some(({ namespace }) => namespace.length === 0);
      if (!supported || global) return [];
      assert.equal(oracle.run(['--java', 's.fbs'], { 's.fbs': text }).status, 0, text);
      return generate(text, { ...EVERYTHING, packagePrefix: `random${i}` });
    });
    assert.ok(files.length > 100);
    assert.equal(java.complaints(files), '');
  });

  it('compiles with each option', () => {
    const annotations = [
      'javax.annotation.Nullable',
      'javax.annotation.Generated',
      'org.checkerframework.dataflow.qual.Pure',
    ];
    const stubs = annotations.map((name) => {
      const at = name.lastIndexOf('.');
      const value = name.endsWith('Generated') ? 'String value();' : '';
      return {
        path: `${name.replaceAll('.', '/')}.java`,
        content: `package ${name.slice(0, at)}; public @interface ${name.slice(at + 1)} { ${value} }`,
      };
    });
    const text =
      'namespace a; struct S { x : int; } table T (private) { k : ulong (key); s : S; v : [T]; n : string; }';
    const options: JavaOptions = {
      ...EVERYTHING,
      nullable: true,
      checkerFramework: true,
      generatedAnnotation: true,
      packagePrefix: 'com.example',
      objectPrefix: 'My',
      objectSuffix: '',
      runtimeVersion: '25.12.19',
    };
    assert.equal(java.complaints([...generate(text, options), ...stubs]), '');
  });

  it('packs no buffer of no bytes, which would not be one', () => {
    const text = `
      table T { n : [ubyte] (nested_flatbuffer: "T"); f : [ubyte] (flexbuffer); plain : [ubyte]; x : int; }
      root_type T;`;
    const main = {
      path: 'Main.java',
      content: `
        import com.google.flatbuffers.FlatBufferBuilder;
        public class Main {
          public static void main(String[] args) {
            FlatBufferBuilder builder = new FlatBufferBuilder();
            TT value = new TT();
            value.setX(7);
            value.setN(new int[0]);
            value.setF(new int[0]);
            value.setPlain(new int[0]);
            builder.finish(T.pack(builder, value));
            System.out.print(java.util.HexFormat.of().formatHex(builder.sizedByteArray()));
          }
        }`,
    };
    const { status, output } = java.compile([...generate(text, EVERYTHING), main]).run('Main');
    assert.equal(status, 0, output);
    const schema = parseSchema(text, { path: 'test.fbs' }).schema;
    assert.ok(schema?.root?.kind === 'table');
    assert.equal(verify(Buffer.from(output, 'hex'), tableLayout(schema.root)), null);
  });
});

// Schemas that mean harm, or just have unlucky names: the generated code compiles, and says nothing of theirs.
import { cppGenerator, type CppOptions } from '@fb/codegen-cpp';
import { parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  hasCompiler,
  preparedRuntime,
  runProgram,
  temporaryFolder,
  writeFiles,
} from '../src/gxx.js';

const EVERYTHING: CppOptions = {
  objectApi: true,
  mutable: true,
  compare: true,
  nameStrings: true,
  reflect: 'names',
  abslHash: true,
};

/** Keywords of C++ that are no words of the schema language. */
const KEYWORDS =
  `alignas and asm auto bitand break case catch char8_t class compl concept const constexpr constinit
  const_cast continue co_await decltype default delete dynamic_cast else explicit export extern for friend goto if
  inline module mutable new noexcept not nullptr operator private protected public register requires return signed
  sizeof static static_assert switch synchronized template this thread_local throw try typedef typeid typename unsigned
  using virtual void volatile wchar_t while xor final override`.split(/\s+/);

/** Names that generated code, the runtime and the standard library use themselves. */
const IN_USE =
  `std flatbuffers flexbuffers uint8_t int32_t size_t NULL EOF assert errno strcmp Table Builder Verify UnPack
  UnPackTo Pack NativeTableType BinarySchema Traits MiniReflectTypeTable GetFullyQualifiedName FlatBuffersVTableOffset
  KeyCompareLessThan KeyCompareWithValue GetField GetPointer GetStruct SetField GetOptional VerifyTableStart VerifyField
  VerifyOffset _fbb builder_ fbb_ start_ Finish _o _e _i o value type verifier _resolver resolver each key own absent
  present bytes lhs rhs a i0 VT_A add_a mutate_a mutable_a a_ _a __a T V B buf root res string vector begin end name
  Create names e copy object`.split(/\s+/);

const WORDS = [...KEYWORDS, ...IN_USE];

const each = (line: (word: string, index: number) => string, words: readonly string[] = WORDS): string =>
  words.map(line).join('\n');

/** Each word as a field of every kind. */
const FIELDS = `
  namespace Hostile.Fields;
  enum En_ : byte { Aa, Bb }
  struct St_ { q : int; w : short; }
  table Leaf_ { q : int (key); }
  union Un_ { Leaf_, St_, Str : string }
  ${[
    'int = 3',
    'string = "x"',
    'int = null',
    '[int]',
    '[string]',
    'St_',
    'Leaf_',
    '[Leaf_]',
    '[St_]',
    'Un_',
    '[Un_]',
    '[ubyte] (nested_flatbuffer: "Leaf_")',
    '[ubyte] (flexbuffer)',
    'En_ = Aa',
  ]
    .map((type, i) => `table Holder${i} { ${each((word) => `${word} : ${type};`)} }`)
    .join('\n')}
  struct AllStruct { ${each((word, i) => `${word} : ${['int', 'bool', 'En_', 'St_', '[int:2]', '[St_:2]', '[En_:3]'][i % 7]};`)} }
  root_type Holder0;
`;

const VALUES = `
  namespace Hostile.Values;
  enum Plain : int { ${each((word) => `${word},`)} }
  enum Flags : ulong (bit_flags) { ${each((word) => `${word},`, WORDS.slice(0, 60))} }
  enum Ends : int { MIN, MAX, NONE, ANY }
  enum Bits : ubyte (bit_flags) { NONE, ANY, MIN }
  table Leaf_ { q : int; }
  union Members { ${each((word) => `${word} : Leaf_,`)} }
  table Holder { one : Members; many : [Members]; flags : Flags = ${WORDS[1]}; }
  root_type Holder;
`;

/** Keywords are all alike. */
const TYPE_WORDS = [...KEYWORDS.slice(0, 8), ...IN_USE];

const TYPES = `
  namespace Hostile.Tables;
  union Un_ { ${each((word) => `${word},`, TYPE_WORDS.slice(0, 40))} }
  ${each((word) => `table ${word} { f9 : int; s9 : string; }`, TYPE_WORDS)}
  table Holder { un : Un_; uns : [Un_]; ${each((word, i) => `r${i} : ${word}; v${i} : [${word}];`, TYPE_WORDS)} }
  namespace Hostile.Structs;
  ${each((word) => `struct ${word} { f9 : int; g9 : [ubyte:3]; }`, TYPE_WORDS)}
  table Holder { ${each((word, i) => `r${i} : ${word}; v${i} : [${word}];`, TYPE_WORDS)} }
  namespace Hostile.Enums;
  ${each(
    (word) => `enum ${word} : short { Aa, Bb = 9 }`,
    TYPE_WORDS.filter((word) => word !== 'string'),
  )}
  table Holder { ${each(
    (word, i) => `r${i} : ${word} = Bb; v${i} : [${word}];`,
    TYPE_WORDS.filter((word) => word !== 'string'),
  )} }
`;

const SPACES = `
  ${each((word) => `namespace Deep.${word}.${word}; enum E_ : byte { A } struct S_ { x : int; } union U_ { T_, S_ } table T_ { e : E_; s : S_; t : T_; u : U_; }`, TYPE_WORDS)}
  namespace;
  table Top { ${each((word, i) => `r${i} : Deep.${word}.${word}.T_;`, TYPE_WORDS)} }
  root_type Top;
`;

const CLASHES = `
  namespace C;
  table X { a : int; } table XT { a : int; } table XBuilder { a : int; } table CreateX { a : int; }
  table XTypeTable { a : int; } table CreateXDirect { s : string; }
  enum A : byte { B_C } enum A_B : byte { C, MIN } table A_MAX { x : int; } table A_B_C { y : int; }
  union U { X, XT } table UUnion { u : U; } table UTraits { x : int; } table UUnionTraits { a : int; }
  table VerifyU { u : U; } table VerifyUVector { u : [U]; }
  namespace C.X2; table X2 { y : int; } namespace C; table X2 { a : C.X2.X2; }
  table Case {
    camelCase : int; CamelCase : int; CAMELCASE : string; u : U; u_as_X : int; u_as : int; mutable_u : int; type : U;
    mutable : U; n : [ubyte] (nested_flatbuffer: "X"); n_nested_root : X; f : [ubyte] (flexbuffer);
    f_flexbuffer_root : int; mutate_a : int; a : int; CaseT : int;
  }
  root_type X;
`;

const TEXTS = `
  namespace Tx;
  /// ends with a backslash \\
  /// or a trigraph ??/
  /// */ #error // " '
  table T {
    /// of a field \\
    a : string = "q\\"\\\\??/ \\n \\x01 \\u00e9 ??=0123456789"; b : string = ""; f0 : float = nan; f1 : float = -inf;
    f2 : double = inf; f3 : float = 1e39; f4 : float = 1e-60; f5 : double = 1e-320; f6 : float = -0.0;
    f7 : double = 1.7976931348623157e308; f8 : float = 3.4028235e38; f9 : double = .5; g0 : double = 5.;
    g1 : double = 1e5; g2 : float = 16777217; g3 : double = 0x1p-3; g4 : float = 1234567890123; g5 : double = 00012.5;
    i0 : long = -9223372036854775808; i1 : ulong = 18446744073709551615; i2 : int = -2147483648; i3 : uint = 4294967295;
    i4 : byte = -128; i5 : short = -32768; i6 : long = 9223372036854775807; i7 : ubyte = 255; b1 : bool = true;
  }
  root_type T;
  file_identifier "\\"\\\\?\\x01";
  file_extension "a\\"b\\\\";
`;

const TEXTS_MAIN = `
#include <cmath>
#include <cstdio>
#include <limits>
#include "texts_generated.h"
int main() {
  flatbuffers::FlatBufferBuilder fbb;
  Tx::FinishTBuffer(fbb, Tx::CreateT(fbb));
  const Tx::T *t = Tx::GetT(fbb.GetBufferPointer());
  const std::string text("q\\"\\\\\\077\\077/ \\n \\001 \\303\\251 \\077\\077=0123456789");
  bool good = t->a()->str() == text && t->b()->size() == 0 && std::isnan(t->f0()) && std::isinf(t->f1()) && t->f1() < 0 && std::isinf(t->f2());
  good = good && std::isinf(t->f3()) && !(t->f4() > 0) && t->f5() > 0 && !(t->f6() < 0) && t->f7() == std::numeric_limits<double>::max();
  good = good && t->f8() == std::numeric_limits<float>::max() && t->f9() == 0.5 && t->g0() == 5 && t->g1() == 1e5 && t->g2() == 16777216.0f;
  good = good && t->g3() == 0.125 && t->g4() == 1234567890123.0f && t->g5() == 12.5;
  good = good && t->i0() == std::numeric_limits<int64_t>::min() && t->i1() == std::numeric_limits<uint64_t>::max() && t->i2() == std::numeric_limits<int32_t>::min();
  good = good && t->i3() == 4294967295u && t->i4() == -128 && t->i5() == -32768 && t->i6() == std::numeric_limits<int64_t>::max() && t->i7() == 255 && t->b1();
  good = good && std::string(Tx::TIdentifier()) == "\\"\\\\\\077\\001" && Tx::TBufferHasIdentifier(fbb.GetBufferPointer()) && std::string(Tx::TExtension()) == "a\\"b\\\\";
  return good ? 0 : 1;
}
`;

const folder = temporaryFolder();

function schemaOf(text: string, path: string): Schema {
  const { schema, diagnostics } = parseSchema(text, { path });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return schema;
}

function write(name: string, text: string, options: CppOptions): string {
  const { files, diagnostics } = cppGenerator.generate(schemaOf(text, `${name}.fbs`), options);
  expect(diagnostics).toEqual([]);
  return writeFiles(
    `${folder}/${name}`,
    Object.fromEntries(files.map(({ path, content }) => [path, content])),
  );
}

describe.runIf(hasCompiler())('unlucky names and texts', { timeout: 200_000 }, () => {
  let runtime = '';

  beforeAll(async () => {
    runtime = await preparedRuntime();
  });

  it.each([
    ['fields', FIELDS, '20'],
    ['values', VALUES, '11'],
    ['types', TYPES, '20'],
    ['spaces', SPACES, '11'],
    ['clashes', CLASHES, '11'],
  ] as const)('%s compile', (name, text, standard) => {
    const at = write(name, text, EVERYTHING);
    const source = `${at}/${name}_generated.cpp`;
    expect(compile({ source, includes: [runtime, at], standard })).toBe('');
  });

  it('extreme numbers and escapes are what the schema says', () => {
    const at = write('texts', TEXTS, EVERYTHING);
    writeFiles(at, { 'main.cpp': TEXTS_MAIN });
    const program = {
      source: `${at}/main.cpp`,
      includes: [runtime, at],
      standard: '11',
      output: `${at}/program`,
    } as const;
    expect(compile(program)).toBe('');
    expect(runProgram(program.output).status).toBe(0);
  });
});

/** The errors for a schema with an attribute that holds code. */
function refused(attribute: string): readonly string[] {
  const text = `struct S { x : int; } table T { s : S (${attribute}); } root_type T;`;
  return cppGenerator.generate(schemaOf(text, 's.fbs'), EVERYTHING).diagnostics.map(({ code }) => code);
}

describe('pieces of code in a schema', () => {
  it.each([
    'cpp_ptr_type: "std::unique_ptr; int evil"',
    'cpp_ptr_type: "a // b"',
    'cpp_ptr_type: "a } }"',
    'cpp_ptr_type: "a\\n#include <evil>"',
    'cpp_str_type: "\\""',
    'native_default: "1 /*"',
    'cpp_ptr_type: ""',
  ])('%s is refused', (attribute) => {
    expect(refused(attribute)).toEqual(['GEN-NAME']);
  });

  it.each([
    'cpp_ptr_type: "std::shared_ptr"',
    'native_default: "std::string(\\"a}\\")"',
    'cpp_str_type: "my::str<char, 4>"',
  ])('%s is taken', (attribute) => {
    expect(refused(attribute)).toEqual([]);
  });
});

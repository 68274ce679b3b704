// Whatever the text, loading it gives diagnostics: no exception, no hang, no stack overflow. FUZZ_RUNS sets how many
// inputs each property gets:  FUZZ_RUNS=100000 npx vitest run --project idl test/fuzz.test.ts
import { readdirSync, readFileSync } from 'node:fs';
import { renderDiagnostic } from '@fb/diagnostics';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSchema, memoryHost, parseSchema } from '../src/index.js';

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 1500);
const timeout = 60_000 + numRuns * 20;

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.fbs'))
  .map((name) => new Uint8Array(readFileSync(new URL(name, folder))));

const WORDS =
  'table struct enum union rpc_service namespace root_type attribute file_identifier include A B A.B string int ubyte bool ' +
  'float { } ( ) [ ] , ; : = . - + 0 1 -1 0x1f 1.5 "x" "A" \'A.a\' "\\u0041" a b id key required deprecated default null ' +
  'true nan sin( /* */ // /// \n force_align bit_flags nested_flatbuffer vector64 hash 65536 @';

/** Loads it both ways and tells what does not hold of the findings, as must for any text. */
function faultsOf(text: string | Uint8Array): string[] {
  const faults: string[] = [];
  for (const strict of [false, true]) {
    const { schema, diagnostics } = parseSchema(text, { strict });
    const failed = diagnostics.some(({ severity }) => severity === 'error');
    if ((schema === null) !== failed) faults.push('there is a schema if and only if there is no error');
    for (const diagnostic of diagnostics.slice(0, 5)) {
      const shown = renderDiagnostic(diagnostic);
      if (/undefined|\[object/.test(diagnostic.message)) faults.push(`a hole in the message: ${shown}`);
      const { start = 0, end = 0, source } = diagnostic.span ?? {};
      if (start < 0 || end < start || end > (source?.length ?? 0))
        faults.push(`the place is outside: ${shown}`);
    }
  }
  return faults;
}

describe('any text gives diagnostics', () => {
  it(
    'random bytes',
    () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
          expect(faultsOf(bytes)).toEqual([]);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'random sequences of words',
    () => {
      const word = fc.constantFrom(...WORDS.split(' '));
      fc.assert(
        fc.property(fc.array(word, { maxLength: 60 }), (words) => {
          expect(faultsOf(words.join(' '))).toEqual([]);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'schemas with bytes replaced, removed and repeated',
    () => {
      const edit = fc.record({ at: fc.nat(), count: fc.nat(8), bytes: fc.uint8Array({ maxLength: 4 }) });
      const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(fc.constantFrom(...cases), edits, (original, changes) => {
          let bytes = [...original];
          for (const { at, count, bytes: put } of changes) {
            const start = at % (bytes.length + 1);
            bytes = [...bytes.slice(0, start), ...put, ...bytes.slice(start + count)];
          }
          expect(faultsOf(Uint8Array.from(bytes))).toEqual([]);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'schemas cut off anywhere, followed by another',
    () => {
      const part = fc.tuple(fc.constantFrom(...cases), fc.nat());
      fc.assert(
        fc.property(part, part, ([first, cut], [second, from]) => {
          const head = first.subarray(0, cut % (first.length + 1));
          const tail = second.subarray(from % (second.length + 1));
          expect(faultsOf(Uint8Array.from([...head, ...tail]))).toEqual([]);
        }),
        { numRuns },
      );
    },
    timeout,
  );
});

describe('size alone does no harm', () => {
  const many = 100_000;
  const texts: Readonly<Record<string, string>> = {
    'open brackets in a type': `table T { a:${'['.repeat(many)}`,
    'closed brackets in a type': `table T { a:${'['.repeat(many)}int${']'.repeat(many)}; }`,
    'open brackets in a value': `table T { a:[int] = ${'['.repeat(many)}`,
    'function calls': `table T { a:float = ${'sin('.repeat(many)}`,
    'open braces': '{'.repeat(many),
    'nested JSON': `table T {} root_type T; ${'{a:['.repeat(many)}`,
    'dots in a name': `table T { a:${'a.'.repeat(many)}`,
    'a deep namespace': `namespace ${'a.'.repeat(many)}b; table T { a:T; }`,
    'one quote after another': '"\n'.repeat(many),
    'stray semicolons': ';'.repeat(many),
    'a long number': `table T { a:int = ${'9'.repeat(many)}; b:double = 0x${'f'.repeat(many)}p9; }`,
    'escapes in a string': `table T { a:string = "${'\\u0041'.repeat(many)}"; }`,
    'a chain of structs': Array.from({ length: many / 4 }, (_, i) => `struct S${i} { a:S${i + 1}; }`).join(
      '\n',
    ),
    'a ring of structs': Array.from(
      { length: many / 4 },
      (_, i) => `struct S${i} { a:S${(i + 1) % (many / 4)}; }`,
    ).join('\n'),
    'a ring of enums': Array.from(
      { length: many / 4 },
      (_, i) => `enum E${i}:E${(i + 1) % (many / 4)} {}`,
    ).join('\n'),
    'unknown types': Array.from({ length: many / 4 }, (_, i) => `table T${i} { a:Unknown${i}; }`).join('\n'),
    'unknown attributes': `table T { a:int (${Array.from({ length: many / 4 }, (_, i) => `x${i}`).join(',')}); }`,
  };

  it.each(Object.keys(texts))(
    '%s',
    (name) => {
      expect(faultsOf(texts[name] ?? '')).toEqual([]);
    },
    60_000,
  );

  it('a chain of includes', () => {
    const files = Array.from(
      { length: 5000 },
      (_, i) => [`f${i}.fbs`, `include "f${i + 1}.fbs"; table T${i} {}`] as const,
    );
    const { diagnostics } = loadSchema('f0.fbs', memoryHost(Object.fromEntries(files)));
    expect(diagnostics.map(({ code }) => code)).toEqual(['INC-LOAD']);
  });

  it('a ring of includes', () => {
    const host = memoryHost({
      'a.fbs': 'include "b.fbs"; table A {}',
      'b.fbs': 'include "./a.fbs"; include "b.fbs"; table B { a:A; }',
    });
    expect(loadSchema('a.fbs', host).diagnostics).toEqual([]);
  });
});

// Whatever the text, loading it gives diagnostics: no exception, no hang, no stack overflow. FUZZ_RUNS sets how many
// inputs each property gets:  FUZZ_RUNS=100000 npx vitest run --project idl packages/idl/test/fuzz.test.ts
import { readdirSync, readFileSync } from 'node:fs';
import { writeBfbs } from '@fb/schema/bfbs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSchema, memoryHost, parseSchema } from '../src/index.js';
import { edited, faultsOfFindings } from './faults-of-findings.js';

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 5000);
const timeout = 60_000 + numRuns * 20;

/** Schemas to damage: one for each rule, and those that the reference compiler was tried with. */
const cases = ['cases/', '../../../conformance/vectors/idl/'].flatMap((path) => {
  const folder = new URL(path, import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.fbs'));
  const texts = names.map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
  // Of the large ones a thousand variants would only test patience.
  return texts.filter((bytes) => bytes.length < 5000);
});

const WORDS =
  'table struct enum union rpc_service namespace root_type attribute file_identifier include A B A.B string int ubyte bool ' +
  'float { } ( ) [ ] , ; : = . - + 0 1 -1 0x1f 1.5 "x" "A" \'A.a\' "\\u0041" a b id key required deprecated default null ' +
  'true nan sin( /* */ // /// \n force_align bit_flags nested_flatbuffer vector64 hash 65536 @';

/** What begins something that must be closed or go on. */
const OPENINGS = (
  '[|(|{|sin(|[a:|{a:[|"|\'|/*|///|"\\u|"\\|a.|\\|\0|\ufeff|table T{|table T{a:|table T{a:[|table T{a:int=|table T{a:int(|' +
  'table T{a:int(id:|struct S{a:[int:|enum E:byte{A=|union U{A:|rpc_service S{A(|namespace a.|include "|attribute "'
).split('|');

/** Loads it both ways and tells what does not hold of the findings, as must for any text. */
function faultsOf(text: string | Uint8Array): string[] {
  const faults: string[] = [];
  for (const strict of [false, true]) {
    const { schema, diagnostics } = parseSchema(text, { strict });
    faults.push(...faultsOfFindings(schema !== null, diagnostics));
    if (schema !== null && writeBfbs(schema, { comments: true, builtins: true }).length === 0)
      faults.push('what is accepted can be written');
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
          expect(faultsOf(edited(original, changes))).toEqual([]);
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

  it(
    'openings, long numbers and nothing that closes',
    () => {
      const digits = fc.constantFrom('9', '0', 'f', '.', 'e', 'p', '-', '0x', '1e', '0x1p', '-.');
      const piece = fc.tuple(
        fc.oneof({ arbitrary: fc.constantFrom(...OPENINGS), weight: 3 }, digits),
        fc.constantFrom(1, 1, 1, 2, 65, 300),
      );
      fc.assert(
        fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
          expect(faultsOf(pieces.map(([text, times]) => text.repeat(times)).join(''))).toEqual([]);
        }),
        { numRuns },
      );
    },
    timeout,
  );
});

function tableText(i: number): string {
  return `/// Number ${i}\ntable T${i} { id:ulong (key); name:string; next:[T${i - (i % 100)}]; kind:Kind = B; size:int = ${i}; }\n`;
}

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
    'a chain of structs': `${Array.from({ length: many / 4 }, (_, i) => `struct S${i} { a:S${i + 1}; }`).join('\n')}
      struct S${many / 4} { a:int; } table T { s:S0; u:[S0]; } root_type T;`,
    'structs that double in size': `${Array.from({ length: many / 4 }, (_, i) => `struct S${i} { a:S${i + 1}; b:[S${i + 1}:9]; }`).join('\n')}
      struct S${many / 4} { a:int; } table T { s:S0; }`,
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

  it('ten megabytes of schema', () => {
    const tables = Array.from({ length: 105_000 }, (_, i) => tableText(i));
    const text = `enum Kind:byte { A, B }\n${tables.join('')}`;
    expect(text.length).toBeGreaterThan(10_000_000);
    const { schema, diagnostics } = parseSchema(text);
    expect(diagnostics).toEqual([]);
    expect(schema?.objects.length).toBe(tables.length);
  }, 120_000);

  it('ten megabytes in one declaration', () => {
    const values = Array.from({ length: 500_000 }, (_, i) => `Name_of_value_${i}`);
    const { schema, diagnostics } = parseSchema(`enum E:int { ${values.join(',\n')} }`);
    expect(diagnostics).toEqual([]);
    expect(schema?.enums[0]?.kind === 'enum' && schema.enums[0].values.length).toBe(values.length);
    const comment = '// just a comment\n/* and another */\n'.repeat(300_000);
    expect(parseSchema(`${comment}table T {}`).diagnostics).toEqual([]);
  }, 120_000);

  it('a file that is included by very many paths', () => {
    const includes = Array.from(
      { length: 200_000 },
      (_, i) => `include "${i.toString(2).replaceAll('0', './').replaceAll('1', '././././')}b.fbs";`,
    );
    const host = memoryHost({ 'a.fbs': includes.join('\n'), 'b.fbs': 'table B {}' });
    expect(loadSchema('a.fbs', host).diagnostics).toEqual([]);
  }, 60_000);

  it('includes whose paths grow for ever', () => {
    // A folder that contains itself, as links on a disk can make it: every path leads to a file.
    const files: Readonly<Record<string, string>> = {
      'a.fbs': 'include "sub/b.fbs"; table A { b:B; }',
      'b.fbs': 'include "sub/a.fbs"; include "sub/../sub/b.fbs"; table B {}',
    };
    const host = {
      readFile: (path: string): Uint8Array | null =>
        new TextEncoder().encode(files[path.slice(path.lastIndexOf('/') + 1)]),
    };
    const { schema, diagnostics } = loadSchema('a.fbs', host);
    expect(diagnostics).toEqual([]);
    expect(schema?.objects.length).toBe(2);
  });

  it('a ring of includes', () => {
    const host = memoryHost({
      'a.fbs': 'include "b.fbs"; table A {}',
      'b.fbs': 'include "./a.fbs"; include "b.fbs"; table B { a:A; }',
    });
    expect(loadSchema('a.fbs', host).diagnostics).toEqual([]);
  });
});

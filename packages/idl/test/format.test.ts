// A folder is a case: format/<name>/input.fbs as somebody may have written it, expected.fbs as it is laid out.
// To record the expectations anew after a change of layout:
//   RECORD=1 npx vitest run --project idl test/format.test.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../src/index.js';

const folder = new URL('format/', import.meta.url);

describe('cases', () => {
  it.each(readdirSync(folder))('%s', (name) => {
    const input = readFileSync(new URL(`${name}/input.fbs`, folder), 'utf8');
    const { text, diagnostics } = format(input);
    const file = new URL(`${name}/expected.fbs`, folder);
    if (process.env['RECORD'] === '1') writeFileSync(file, text);
    expect(diagnostics).toEqual([]);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(format(text).text).toBe(text);
  });
});

describe('text with errors of the syntax', () => {
  it.each([
    ['', 'LEX-EMPTY'],
    ['// only a comment  \n', 'LEX-EMPTY'],
    ['table T {  a:int }', 'SYN-EXPECT'],
    ['table T {  a:int = ; }', 'SYN-EXPECT'],
    ['table T {  a:int (default=); }', 'SYN-EXPECT'],
    ['enum E:byte { A (key }', 'SYN-EXPECT'],
    ['table T {  a:int; /// late\n }', 'LEX-DOC-INLINE'],
    ['table T {} /*', 'LEX-COMMENT-EOF'],
    ['table T {} @', 'LEX-CHAR'],
  ])('is left as it is: %j', (text, code) => {
    const result = format(text, { path: 'my.fbs' });
    expect(result.text).toBe(text);
    expect(result.diagnostics.map((each) => each.code)).toContain(code);
    expect(result.diagnostics[0]?.span?.source.path).toBe('my.fbs');
  });

  it('does not include mistakes of other kinds', () => {
    const text = 'table T {a:Unknown=x (nope);}';
    expect(format(text)).toEqual({ text: 'table T {\n  a:Unknown = x (nope);\n}\n', diagnostics: [] });
  });
});

describe('any text', () => {
  const words =
    'table struct enum union rpc_service namespace root_type attribute include T U a b { } { } ( ) [ ] , ; ; : : = . - + 1 -1 1.5 ' +
    '"x" int string default null sin( /* */ // /// \n \r @ {}';

  it('is laid out for good, or left as it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 40 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (before) => {
        const { text: after, diagnostics } = format(before);
        expect(diagnostics.length === 0 || after === before).toBe(true);
        expect(format(after).text).toBe(after);
      }),
      { numRuns: 3000 },
    );
  }, 30_000);
});

describe('large text', () => {
  it('takes time in proportion', () => {
    const many = 20_000;
    const values = Array.from({ length: many }, (_, index) => `V${index}`).join(',');
    const fields = Array.from(
      { length: many },
      (_, index) => `f${index}:int/* c */;//${' '.repeat(20)}x`,
    ).join('\n');
    const calls = 'sin('.repeat(60) + '1' + ')'.repeat(60);
    const text = `enum E:int{${values}} table T{${fields}\nlast:float=${calls};} // ${' '.repeat(100_000)}.`;
    const result = format(text);
    expect(result.diagnostics).toEqual([]);
    expect(result.text.split('\n').length).toBe(2 * many + 7);
  }, 20_000);
});

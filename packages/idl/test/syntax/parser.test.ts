import { TextSource, type Diagnostic } from '@fb/diagnostics';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex } from '../../src/syntax/lexer.js';
import { parse } from '../../src/syntax/parser.js';
import type { FileSyntax } from '../../src/syntax/syntax.js';

function parseText(text: string): { syntax: FileSyntax; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): number => diagnostics.push(diagnostic);
  const source = new TextSource('a.fbs', text);
  const tokens = lex(source, report, { allowNonUtf8: false });
  return { syntax: parse(source, tokens, report, { included: false }), diagnostics };
}

describe('tokens', () => {
  it('lie one after the other and leave only white space and comments between them', () => {
    const piece = fc.constantFrom(
      'table',
      ' ',
      '\n',
      '// x\n',
      '/* y */',
      '"s"',
      '1.5',
      '{',
      '}',
      ';',
      '@',
      "'",
      '\\',
      '-',
      '+1',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { tokens } = parseText(text).syntax;
        let at = 0;
        for (let i = 0; i < tokens.count; i++) {
          const start = tokens.starts[i] ?? 0;
          expect(start).toBeGreaterThanOrEqual(at);
          const gap = text.slice(at, start).replace(/\/\/[^\n\r]*|\/\*[^]*?(\*\/|$)/g, '');
          expect(gap.trim()).toBe('');
          at = tokens.ends[i] ?? 0;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});

describe('one mistake gives one error, and the rest is there', () => {
  const cases: readonly [string, string][] = [
    ['a semicolon is missing', 'table A { a:int b:int; c:int; } table B {}'],
    ['a semicolon is missing before the brace', 'table A { a:int; b:int } table B {}'],
    ['a colon is missing', 'table A { a int; b:int; } table B {}'],
    ['a type is missing', 'table A { a:; b:int; } table B {}'],
    ['a default is missing', 'table A { a:int = ; b:int; } table B {}'],
    ['a brace is missing', 'table A { a:int; b:int;\ntable B {}'],
    ['a comma stands for a semicolon', 'table A { a:int, b:int; } table B {}'],
    ['an attribute list is open', 'table A { a:int (key; b:int; } table B {}'],
    ['an attribute list is not understood', 'table A { a:int (7, key); b:int; } table B {}'],
    ['a keyword is misspelt', 'tabel X { a:int; } table A { b:int; } table B {}'],
    ['a field is doubled by a brace', 'table A { a { x:int; } b:int; } table B {}'],
    ['a character is no token', 'table A { a:\udcff; b:int; } table B {}'],
    ['a character is no token in an attribute list', 'table A { a:int (@); b:int; } table B {}'],
    ['a comment is open', 'table A { a:int; b:int; } table B {} /* abc'],
    [
      'an attribute list of a method is open',
      'table A { b:int; } rpc_service S { f(A):A (idempotent; g(A):A; } table B {}',
    ],
    [
      'an attribute list of a method is open until the next one',
      'table A { b:int; } rpc_service S { f(A):A (idempotent\n g(A):A; } table B {}',
    ],
    [
      'an attribute list of a method is empty',
      'table A { b:int; } rpc_service S { f(A):A (); g(A):A; } table B {}',
    ],
  ];

  it('a comment that never ends is not an empty file as well', () => {
    expect(parseText('/* abc').diagnostics.map(({ code }) => code)).toEqual(['LEX-COMMENT-EOF']);
  });

  it('a semicolon that is missing is shown where it belongs', () => {
    const { diagnostics } = parseText('table A {\n  a:int\n\n  b:int;\n}');
    const places = diagnostics.map(({ span, related }) => [
      span?.source.position(span.start).line,
      ...related.map((other) => other.span.source.position(other.span.end)),
    ]);
    expect(places).toEqual([[4, { line: 2, column: 8 }]]);
    expect(parseText('table A { a:int b:int; }').diagnostics[0]?.related).toEqual([]);
  });

  it.each(cases)('%s', (_, text) => {
    const { syntax, diagnostics } = parseText(text);
    // A missing default is a matter of the type, found later.
    expect(diagnostics.length).toBe(text.includes('= ;') ? 0 : 1);
    const objects = syntax.declarations.flatMap((each) => (each.kind === 'table' ? [each] : []));
    const nameOf = (token: number): string =>
      text.slice(syntax.tokens.starts[token], syntax.tokens.ends[token]);
    expect(objects.map(({ name }) => nameOf(name))).toEqual(['A', 'B']);
    const fields = objects[0]?.fields.map(({ name }) => nameOf(name)) ?? [];
    // After the comma nobody knows where the next field begins.
    expect(fields).toContain(text.includes('int, b') ? 'a' : 'b');
  });
});

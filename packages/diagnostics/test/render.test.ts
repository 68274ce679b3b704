import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, renderDiagnostic, TextSource, type Diagnostic } from '../src/index.js';

function at(text: string, start: number, end: number, more: Partial<Diagnostic> = {}): Diagnostic {
  const span = { source: new TextSource('a.fbs', text), start, end };
  return { code: 'BAD', severity: 'error', message: 'no', span, related: [], hint: null, ...more };
}

describe('renderDiagnostic', () => {
  it('frames the place, with tabs kept', () => {
    expect(renderDiagnostic(at('x\n\tab cd\n', 6, 8))).toBe(
      'a.fbs:2:5: error BAD: no\n  2 | \tab cd\n    | \t   ^~',
    );
  });

  it('marks one character where the span is empty, at the end of the text too', () => {
    expect(renderDiagnostic(at('ab', 2, 2))).toBe('a.fbs:1:3: error BAD: no\n  1 | ab\n    |   ^');
  });

  it('marks up to the end of the line where the span goes on', () => {
    expect(renderDiagnostic(at('ab\ncd', 1, 4))).toBe('a.fbs:1:2: error BAD: no\n  1 | ab\n    |  ^');
  });

  it('says what has no place', () => {
    expect(renderDiagnostic(at('', 0, 0, { span: null, path: '$.a', hint: 'do it' }))).toBe(
      'error BAD: no (at $.a)\n  hint: do it',
    );
  });

  it('shows related places', () => {
    const first = at('ab', 0, 1).span;
    const related = first === null ? [] : [{ message: 'first', span: first }];
    expect(renderDiagnostic(at('ab', 1, 2, { severity: 'warning', related }))).toBe(
      'a.fbs:1:2: warning BAD: no\n  1 | ab\n    |  ^\n  a.fbs:1:1: first\n  1 | ab\n    | ^',
    );
  });

  it('shows a window of a long line, with the mark below the place', () => {
    const text = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`;
    const [, line = '', mark = ''] = renderDiagnostic(at(text, 500, 504)).split('\n');
    expect(line.length).toBeLessThan(120);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('~') + 1)).toBe('HERE');
  });

  it('paints roles', () => {
    const text = renderDiagnostic(at('ab', 0, 1, { hint: 'h' }), {
      paint: (role, part) => `<${role}:${part}>`,
    });
    expect(text).toContain('<place:a.fbs:1:1: ><error:error BAD:> no');
    expect(text).toContain('<error:^>');
    expect(text).toContain('<hint:hint:> h');
  });

  it('lets no control character of a source through, wherever the place is', () => {
    const unit = fc.constantFrom(
      'a',
      '\u001b',
      '\u0000',
      '\u009b',
      '\r',
      '\t',
      '\n',
      '\ud83d',
      '\u2028',
      'é',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), fc.nat(200), fc.nat(200), (text, a, b) => {
        const shown = renderDiagnostic(
          at(text, Math.min(a, b), Math.max(a, b), { message: `found ${text.replace(/\n/g, '')}` }),
        );
        const controls = [...shown].filter((c) => /\p{Control}/u.test(c) && c !== '\t' && c !== '\n');
        expect(controls).toEqual([]);
      }),
    );
  });
});

it('placeOf names path, line and column', () => {
  expect(placeOf({ source: new TextSource('dir/a.fbs', 'a\nbc'), start: 3, end: 4 })).toBe('dir/a.fbs:2:2');
});

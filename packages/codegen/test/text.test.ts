import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docComment, Scope, stringLiteral, visible } from '../src/index.js';
import type { CommentStyle, StringStyle } from '../src/index.js';

const style: StringStyle = { quote: "'", escape: (unit) => `\\u${unit.toString(16).padStart(4, '0')}` };
const comment: CommentStyle = {
  open: '/**',
  close: ' */',
  line: ' *',
  escape: (text) => text.replaceAll('*/', '*\\/'),
};

describe('stringLiteral', () => {
  it('escapes what would end it, break the line or hide from a reader', () => {
    expect(stringLiteral(`a'b\\c\n\u2028\u202e\ud800`, style)).toBe(
      `'a\\'b\\\\c\\u000a\\u2028\\u202e\\ud800'`,
    );
    expect(stringLiteral('añ😀', style)).toBe("'añ😀'");
  });

  it('means the text it was made from', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\\', "'", '\n', 'u', '`', '\ud800') }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(Function(`return ${stringLiteral(text, style)}`)()).toBe(text);
      }),
    );
  });
});

describe('docComment', () => {
  it('is nothing without text', () => expect(docComment([], comment)).toEqual([]));

  it('cannot be ended from inside', () => {
    expect(docComment([' fine', '*/ alert() /*', ' a\nb'], comment)).toEqual([
      '/**',
      ' * fine',
      ' * *\\/ alert() /*',
      ' * a\\u000ab',
      ' */',
    ]);
  });
});

describe('visible', () => {
  it('shows control characters and direction marks', () =>
    expect(visible('a\t\r\u202e\u0000')).toBe('a\t\\u000d\\u202e\\u0000'));
});

describe('Scope', () => {
  it('hands out each name once and no reserved word', () => {
    const scope = new Scope(new Set(['class']), ['taken']);
    expect(['class', 'class', 'taken', 'free', 'free'].map((name) => scope.claim(name))).toEqual([
      'class_',
      'class__',
      'taken_',
      'free',
      'free_',
    ]);
    expect(scope.names.has('class__')).toBe(true);
  });
});

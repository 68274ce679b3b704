// Bytes that are not plain text: byte order marks, line ends, NUL, malformed UTF-8.
import { describe, expect, it } from 'vitest';
import { parseSchema, type LoadOptions } from '../src/index.js';

/** Codes of what is found in a text, one character a byte. */
function codes(text: string, options: LoadOptions = {}): string[] {
  return parseSchema(Buffer.from(text, 'latin1'), options).diagnostics.map(({ code }) => code);
}

/** Documentation of the only table of a text, one character a byte. */
function docOf(text: string): readonly string[] | undefined {
  return parseSchema(Buffer.from(text, 'latin1')).schema?.objects[0]?.doc;
}

describe('a byte order mark', () => {
  it('is stepped over at the start, once', () => {
    expect(codes('\xef\xbb\xbftable T {}')).toEqual([]);
    expect(codes('\xef\xbb\xbf\xef\xbb\xbftable T {}')).toEqual(['LEX-CHAR']);
    expect(codes('table T {}\xef\xbb\xbf')).toEqual(['LEX-CHAR']);
  });

  it('must be whole, and is not the start of a line', () => {
    expect(codes('\xef\xbbtable T {}')).toEqual(['LEX-BOM']);
    expect(codes('\xef\xbb\xbf/// text\ntable T {}')).toEqual(['LEX-DOC-INLINE']);
  });
});

describe('line ends', () => {
  it('may be LF or CR and LF', () => {
    expect(codes('table T {\r\n  a:int;\r\n}\r\n// end')).toEqual([]);
    expect(docOf('/// one\r\n///two\r\ntable T {}')).toEqual([' one', 'two']);
  });

  it('end a comment by a CR alone, but begin no line by it', () => {
    expect(docOf('// no\rtable T {}')).toEqual([]);
    expect(codes('table T {}\r/// text\rtable U {}')).toEqual(['LEX-DOC-INLINE']);
  });

  it('do not belong into a string', () => {
    expect(codes('table T { a:string = "x\ny"; }')).toContain('STR-CTRL');
    expect(codes('table T { a:string = "x\r\ny"; }')).toContain('STR-CTRL');
  });
});

describe('a NUL byte', () => {
  it('ends nothing: what follows counts', () => {
    expect(codes('table T {}\0')).toEqual(['LEX-CHAR']);
    expect(codes('table T { a:int\0; }')).toEqual(['LEX-CHAR']);
    expect(codes('table T { a:string = "x\0y"; }')).toEqual(['STR-CTRL']);
    expect(codes('// \0\ntable T { a:Ghost; }')).toEqual(['LEX-CHAR', 'NAME-UNDEF']);
    expect(codes('/* \0\0 */ table T {} /// \n// \0')).toEqual(['LEX-CHAR', 'LEX-DOC-INLINE', 'LEX-CHAR']);
  });
});

describe('bytes that are not UTF-8', () => {
  it('are kept in documentation and mean nothing in comments', () => {
    expect(docOf('/// caf\xe9\n// \xff\n/* \xc0\x80 */ table T {}')).toEqual([' caf\udce9']);
  });

  it('are no part of a name', () => {
    expect(codes('table T\xff {}')).toEqual(['LEX-CHAR']);
    expect(codes('table \xc3\xa9 {}')).toContain('LEX-CHAR');
  });

  it.each(['\xff', '\xc0\x80', '\xed\xa0\x80', '\xe2\x82', '\xf4\x90\x80\x80', '\\xff'])(
    'are refused in strings unless they are allowed: %j',
    (bytes) => {
      const text = `table T { a:string = "${bytes}"; }`;
      expect(codes(text)).toEqual(['STR-UTF8']);
      expect(codes(text, { allowNonUtf8: true })).toEqual([]);
    },
  );
});

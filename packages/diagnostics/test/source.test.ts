import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteSource, TextSource } from '../src/index.js';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('TextSource', () => {
  it('counts lines and columns from 1', () => {
    const source = new TextSource('a.fbs', 'ab\ncd\r\n\nx');
    expect([0, 2, 3, 5, 7, 8, 9].map((at) => source.position(at))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
    expect([0, 1, 2, 3, 4, 5].map((line) => source.lineText(line))).toEqual(['', 'ab', 'cd', '', 'x', '']);
  });

  it('clamps offsets outside of the text', () => {
    const source = new TextSource('a.fbs', 'ab');
    expect(source.position(-5)).toEqual({ line: 1, column: 1 });
    expect(source.position(99)).toEqual({ line: 1, column: 3 });
  });

  it('agrees with splitting the text before the offset into lines', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '🍋'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(60), (value, offset) => {
        const before = value.slice(0, offset).split('\n');
        const position = new TextSource('', value).position(offset);
        expect(position).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
      }),
    );
  });
});

describe('ByteSource', () => {
  it('gives the positions of the same text held as a string', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', 'é', '漢', '🍋'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(40), (value, count) => {
        const head = [...value].slice(0, count).join('');
        const bytes = new ByteSource('', new TextEncoder().encode(value), decode);
        const chars = new TextSource('', value);
        const at = new TextEncoder().encode(head).length;
        expect(bytes.position(at)).toEqual(chars.position(head.length));
        const { line } = chars.position(head.length);
        expect(bytes.lineText(line)).toBe(chars.lineText(line));
      }),
    );
  });

  it('shows malformed bytes as U+FFFD', () => {
    const source = new ByteSource('', Uint8Array.of(0x61, 0xff, 0x0a, 0x62), decode);
    expect(source.lineText(1)).toBe('a\ufffd');
    expect(source.position(3)).toEqual({ line: 2, column: 1 });
    expect(source.length).toBe(4);
  });
});

it('a byte order mark is not part of the first line', () => {
  const text = new TextSource('', '\ufeffab\ncd');
  const bytes = new ByteSource('', new TextEncoder().encode('\ufeffab\ncd'), decode);
  expect([0, 1, 2, 4].map((at) => text.position(at).column)).toEqual([1, 1, 2, 1]);
  expect([0, 3, 4, 6].map((at) => bytes.position(at).column)).toEqual([1, 1, 2, 1]);
  for (const source of [text, bytes]) expect([source.lineText(1), source.lineText(2)]).toEqual(['ab', 'cd']);
});

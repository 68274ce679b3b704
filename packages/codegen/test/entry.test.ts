import { describe, expect, it } from 'vitest';
import { entryText, uniteEntries, type EntryFile } from '../src/index.js';

function entry(origin: string, ...names: readonly string[]): EntryFile {
  return {
    head: [`// ${origin}`],
    lines: names.map((name) => ({ text: `export ${name}`, names: [name], order: name })),
  };
}

describe('uniteEntries', () => {
  it('has each line once, in order, whichever comes first', () => {
    const [a, b] = [entry('a', 'One', 'Three'), entry('b', 'Four', 'Three', 'Two')];
    const united = uniteEntries(a, b);
    expect(united && entryText(united)).toBe(
      '// a\n// b\n\nexport Four\nexport One\nexport Three\nexport Two\n',
    );
    expect(uniteEntries(b, a)?.lines).toEqual(united?.lines);
  });

  it('refuses two things under one name', () => {
    const other: EntryFile = {
      head: [],
      lines: [{ text: 'export Other as One', names: ['One'], order: '' }],
    };
    expect(uniteEntries(entry('a', 'One'), other)).toBeNull();
  });
});

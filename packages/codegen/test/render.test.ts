import { describe, expect, it } from 'vitest';
import { blank, block, code, indented, join, list, paragraphs, render } from '../src/index.js';
import type { Code, Dialect, ImportedName } from '../src/index.js';

const dialect: Dialect = {
  indent: '  ',
  extension: '.x',
  hiddenGlobal: (name) => `std.${name}`,
  imports: (imports) =>
    imports.map(({ name, local }) => `use ${name.module}.${name.exported ?? '*'} as ${local}`),
};

function imported(module: string, exported: string): ImportedName {
  return {
    kind: 'import',
    module,
    external: false,
    exported,
    preferred: exported,
    fallback: `${module}_${exported}`,
    order: module,
  };
}

function text(body: Code, declared: readonly string[] = []): string {
  return render({ path: 'own', head: [], body, declared: new Set(declared) }, dialect).content;
}

describe('render', () => {
  it('indents what is inside blocks', () => {
    expect(text(block('f {', block('g {', 'x', '}'), '}'))).toBe('f {\n  g {\n    x\n  }\n}\n');
    expect(text(['a', indented('b')])).toBe('a\n  b\n');
  });

  it('writes one empty line between paragraphs and none at the edges of a block', () => {
    expect(text(block('{', paragraphs(['a', [], [[], []], 'b']), '}'))).toBe('{\n  a\n\n  b\n}\n');
    expect(text([blank, 'a', blank, blank, 'b', blank])).toBe('a\n\nb\n');
  });

  it('imports what is used, once and in order', () => {
    const body = [code`${imported('z', 'Last')} ${imported('a', 'First')}`, code`${imported('a', 'First')}`];
    expect(text(body)).toBe('use a.First as First\nuse z.Last as Last\nLast First\nFirst\n');
  });

  it('does not import a name of the file itself', () => {
    expect(text(code`${imported('own', 'Self')}`)).toBe('Self\n');
  });

  it('renames an import whose name is declared here, or taken by another import', () => {
    const body = code`${imported('a', 'Dup')} ${imported('b', 'Dup')} ${imported('c', 'local')}`;
    expect(text(body, ['local'])).toBe(
      'use a.Dup as Dup\nuse b.Dup as b_Dup\nuse c.local as c_local\nDup b_Dup c_local\n',
    );
  });

  it('spells out a global that the file hides, and keeps imports away from globals in use', () => {
    expect(text(code`${{ kind: 'global', name: 'Map' }}`)).toBe('Map\n');
    expect(text(code`${{ kind: 'global', name: 'Map' }}`, ['Map'])).toBe('std.Map\n');
    expect(text(code`${{ kind: 'global', name: 'Map' }} ${imported('a', 'Map')}`)).toBe(
      'use a.Map as a_Map\nMap a_Map\n',
    );
  });

  it('refuses a line break inside a line', () => {
    for (const end of ['\n', '\r', '\u2028', '\u2029']) {
      expect(() => text(code`x${end}y`)).toThrow('a line of code holds a line break');
    }
  });

  it('puts separators between pieces and after list items but the last', () => {
    expect(text(join(['a', 1, 2n], ', '))).toBe('a, 1, 2\n');
    expect(text(list(['a', 'b'], ','))).toBe('a,\nb\n');
  });
});

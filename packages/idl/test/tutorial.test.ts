// The schema of the tutorial, in its older dialect, as it stands there.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSchema } from '../src/index.js';

const text = readFileSync(
  new URL('../../../conformance/vectors/tutorial/monster.fbs', import.meta.url),
  'utf8',
);

describe('the schema of the tutorial', () => {
  it('compiles, with a warning at each place of the old dialect', () => {
    const { schema, diagnostics } = parseSchema(text);
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['W-DIALECT-DEFAULT', 'write "mana:short = 150;"'],
      ['W-DIALECT-DEFAULT', 'write "hp:short = 100;"'],
      ['W-DIALECT-DEFAULT', 'write "color:Color = Blue;"'],
      ['W-DIALECT-SEMI', 'write a comma instead of each semicolon'],
    ]);
    expect(schema?.root?.fullName).toBe('MyGame.Sample.Monster');
    const fields = schema?.root?.fields.map(({ name, slot, type, default: value }) => [
      slot,
      name,
      type.kind,
      value,
    ]);
    expect(fields).toEqual([
      [0, 'pos', 'table', null],
      [1, 'mana', 'scalar', 150],
      [2, 'hp', 'scalar', 100],
      [3, 'name', 'string', null],
      [4, 'inventory', 'vector', null],
      [5, 'color', 'enum', 2],
      [6, 'weapons', 'vector', null],
      [7, 'equipped_type', 'enum', 0],
      [8, 'equipped', 'union', null],
      [9, 'path', 'vector', null],
    ]);
  });

  it('is refused when strict, with the codes of the reference compiler', () => {
    const { schema, diagnostics } = parseSchema(text, { strict: true });
    expect(schema).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'NAME-ATTR',
      'NAME-ATTR',
      'NAME-ATTR',
      'NAME-UNDEF',
      'SYN-EXPECT',
    ]);
  });
});

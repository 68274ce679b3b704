import { describe, expect, it } from 'vitest';
import { contextAt, pathAt } from '../../src/json/json-context.js';

/** The context at the bar in the text. */
function at(text: string): ReturnType<typeof contextAt> {
  return contextAt(text.replace('|', ''), text.indexOf('|'));
}

const path = (text: string): string => pathAt(text.replace('|', ''), text.indexOf('|'));

describe('the context of a cursor', () => {
  it('knows keys from values, in text that is complete and in text that is not', () => {
    expect(at('{ "a": { | } }')).toMatchObject({ at: 'key', steps: ['a'], keys: [] });
    expect(at('{ "a": { "b": | } }')).toMatchObject({ at: 'value', steps: ['a', 'b'] });
    expect(at('{ a: [1, { b: 2, | ')).toMatchObject({ at: 'key', steps: ['a', 1], keys: ['b'] });
    expect(at('{ "a": [1, [2, |')).toMatchObject({ at: 'value', steps: ['a', 1, 1] });
    expect(at('|')).toMatchObject({ at: 'value', steps: [] });
  });

  it('gives the token at the cursor, quotes and all', () => {
    expect(at('{ "na|me": 1 }')).toMatchObject({ at: 'key', from: 2, to: 8 });
    expect(at('{ "color": "R|')).toMatchObject({ at: 'value', steps: ['color'], from: 11, to: 13 });
    expect(at('{ hp: 1|00 }')).toMatchObject({ at: 'value', steps: ['hp'], from: 6, to: 9 });
  });

  it('lists the other keys of the object on both sides, those of inner objects left out', () => {
    expect(at('{ "a": 1, "b": { "x": 1 }, |, "c": { "y": 2 }, "d": [{ "z": 3 }] }').keys).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('remembers the tags of unions on the way', () => {
    const { tags } = at('{ "u_type": "Weapon", "u": { "w_type": Axe, |');
    expect(tags.map((each) => [...each])).toEqual([[['u_type', 'Weapon']], [['w_type', 'Axe']]]);
  });

  it('steps over comments and what strings hold', () => {
    expect(path('{ /* { " */ "a": "}]{", // ]\n "b": [ "\\"", | ] }')).toBe('b[1]');
  });

  it('gives paths as the inspector writes them', () => {
    expect(path('{ "weapons": [{ "name": "Sw|ord" }] }')).toBe('weapons[0].name');
    expect(path('{ "weapons": [{ "na|me": "Sword" }] }')).toBe('weapons[0].name');
    expect(path('{ "path": [{ "x": 1 }, { "x": 2| }] }')).toBe('path[1].x');
    expect(path('{ "a": 1 } |')).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { defineCatalogue, error, hasErrors, TextSource, warning } from '../src/index.js';

const catalogue = defineCatalogue({
  BAD: error`${'what'} is bad, ${'count'} times; ${'what'}!`,
  'W-ODD': warning`odd`,
});
const source = new TextSource('a.fbs', 'abc');

describe('defineCatalogue', () => {
  it('fills the holes of a message', () => {
    const span = { source, start: 1, end: 2 };
    const related = [{ message: 'here', span }];
    const diagnostic = catalogue.create(
      'BAD',
      span,
      { what: 'x', count: 3n },
      { related, hint: 'stop', path: '$.a' },
    );
    expect(diagnostic).toEqual({
      code: 'BAD',
      severity: 'error',
      message: 'x is bad, 3 times; x!',
      span,
      path: '$.a',
      related,
      hint: 'stop',
    });
  });

  it('leaves out what is not given', () => {
    const expected = {
      code: 'W-ODD',
      severity: 'warning',
      message: 'odd',
      span: null,
      related: [],
      hint: null,
    };
    expect(catalogue.create('W-ODD', null, {})).toEqual(expected);
  });

  it('does not take a value for a hole of its own', () => {
    expect(catalogue.create('BAD', null, { what: "${'count'} $&", count: 0 }).message).toBe(
      "${'count'} $& is bad, 0 times; ${'count'} $&!",
    );
  });

  it('wants all parameters and known codes only', () => {
    // @ts-expect-error a parameter is missing
    catalogue.create('BAD', null, { what: 'x' });
    // @ts-expect-error there is no such code
    expect(() => catalogue.create('WORSE', null, {})).toThrow(TypeError);
  });

  it('lists its messages', () => {
    expect(Object.keys(catalogue.messages)).toEqual(['BAD', 'W-ODD']);
    expect(catalogue.messages.BAD.params).toEqual(['what', 'count', 'what']);
  });
});

describe('hasErrors', () => {
  it('looks for errors, not for warnings', () => {
    const odd = catalogue.create('W-ODD', null, {});
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([odd])).toBe(false);
    expect(hasErrors([odd, catalogue.create('BAD', null, { what: '', count: 0 })])).toBe(true);
  });
});

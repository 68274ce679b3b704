import * as fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { monster } from '../../src/samples/monster.js';
import { fragmentOf, stateOf } from '../../src/share/link.js';
import { readSharedState, type SharedState } from '../../src/share/shared-state.js';

const state: SharedState = {
  ...monster.state,
  tab: 'code',
  generator: 'cpp',
  options: { cpp: { objectApi: true, standard: 'c++17' } },
};

/** A fragment with any text inside. */
function fragmentWith(text: string): string {
  return `#1=${deflateRawSync(text).toString('base64url')}`;
}

describe('a link', () => {
  it('gives back what it was made of, in an address that is not long', async () => {
    const fragment = await fragmentOf(state);
    expect(fragment).toMatch(/^#1=[\w-]+$/);
    expect(fragment.length).toBeLessThan(1500);
    expect(await stateOf(fragment)).toEqual(state);
  });

  it('keeps every text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        async (json, text) => {
          const given = { ...state, json, files: [{ path: 'a.fbs', text }], entry: 'a.fbs' };
          expect(await stateOf(await fragmentOf(given))).toEqual(given);
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each([
    ['nothing', ''],
    ['another fragment', '#top'],
    ['no base64', '#1=%%%'],
    ['no packed data', '#1=AAAA'],
    ['no JSON', fragmentWith('hello')],
    ['no object', fragmentWith('[]')],
    ['no files', fragmentWith(JSON.stringify({ ...state, files: [] }))],
    ['an entry that is no file', fragmentWith(JSON.stringify({ ...state, entry: 'other.fbs' }))],
    ['a number for a text', fragmentWith(JSON.stringify({ ...state, json: 1 }))],
    [
      'two files of a name',
      fragmentWith(JSON.stringify({ ...state, files: [...state.files, ...state.files] })),
    ],
    [
      'a path that leads out of its folder',
      fragmentWith(JSON.stringify({ ...state, files: [{ path: '../a.fbs', text: '' }], entry: '../a.fbs' })),
    ],
    ['more than memory is for', fragmentWith(JSON.stringify({ ...state, json: ' '.repeat(40 << 20) }))],
  ])('with %s holds no document', async (_what, fragment) => {
    expect(await stateOf(fragment)).toBeNull();
  });

  it('that is cut off or changed holds no document, and never throws', async () => {
    const fragment = await fragmentOf(state);
    for (let length = 0; length < fragment.length; length += 7)
      expect(await stateOf(fragment.slice(0, length))).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        await stateOf(`#1=${text}`);
      }),
    );
  });
});

it('options of unknown generators and values of unknown kinds are left out', () => {
  const given = JSON.parse(
    '{"cpp":{"objectApi":true,"bad":{}},"__proto__":{"a":true},"cobol":{"x":true}}',
  ) as object;
  expect(readSharedState({ ...state, options: given })?.options).toEqual({ cpp: { objectApi: true } });
});

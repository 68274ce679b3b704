// The example of the README runs, and its comments tell the truth.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as flexbuffers from '../src/index.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';

describe('README', () => {
  it('shows a working example', () => {
    const checked = example
      .replace(/import \{(.*?)\} from '@fb\/flexbuffers';/, 'const {$1} = flexbuffers;')
      .replaceAll(/^(map\..*); \/\/ (.*)$/gm, 'check($1, $2);')
      .replace(
        /^decode\((.*)\);$/m,
        'check(decode($1), { pi: 3.14, big: 2n ** 63n, samples: Float32Array.of(1, 2) });',
      );
    let checks = 0;
    const check = (actual: unknown, expected: unknown): void => {
      checks += 1;
      expect(actual).toEqual(expected);
    };
    // eslint-disable-next-line typescript/no-implied-eval -- the text is the README's own
    new Function('flexbuffers', 'check', checked)(flexbuffers, check);
    expect(checks).toBe(5);
  });
});

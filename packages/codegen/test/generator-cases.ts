// The cases of a generator: a folder is one, with input.fbs and options.json in, expected/ out (`.txt` keeps the expected
// files out of other tools). `npx vitest run --project codegen-<language> -u` records them anew.
import type { Diagnostic } from '@fb/diagnostics';
import type { Schema } from '@fb/schema';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Generator } from '../src/index.js';

/** `parseSchema` of `@fb/idl`, which this package does not know. */
type Parse = (
  text: Uint8Array,
  options: { readonly path: string },
) => { readonly schema: Schema | null; readonly diagnostics: readonly Diagnostic[] };

/** A test for each folder below `root`: `generator` makes the expected files of it, and no others. */
export function testCases<Options>(root: URL, generator: Generator<Options>, parse: Parse): void {
  describe('cases', () => {
    it.each(readdirSync(root))('%s', async (name) => {
      const folder = new URL(`${name}/`, root);
      const { schema, diagnostics } = parse(readFileSync(new URL('input.fbs', folder)), {
        path: `${name}.fbs`,
      });
      if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
      const options = JSON.parse(readFileSync(new URL('options.json', folder), 'utf8')) as Options;
      const result = generator.generate(schema, options);
      expect(result.diagnostics).toEqual([]);
      for (const file of result.files) {
        await expect(file.content).toMatchFileSnapshot(
          fileURLToPath(new URL(`expected/${file.path}.txt`, folder)),
        );
      }
      const expected = new URL('expected/', folder);
      const recorded = existsSync(expected)
        ? readdirSync(expected, { recursive: true, encoding: 'utf8' })
        : [];
      const generated = result.files.map(({ path }) => `${path}.txt`);
      expect(recorded.filter((path) => path.endsWith('.txt') && !generated.includes(path))).toEqual([]);
    });
  });
}

// A folder is a case: input.fbs and options.json in, expected/ out (`.txt` keeps the expected files out of other
// tools). `npx vitest run --project codegen-cpp -u` records them anew.
import { parseSchema } from '@fb/idl';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cppGenerator, type CppOptions } from '../src/index.js';

const root = new URL('cases/', import.meta.url);

describe('cases', () => {
  it.each(readdirSync(root))('%s', async (name) => {
    const folder = new URL(`${name}/`, root);
    const { schema, diagnostics } = parseSchema(readFileSync(new URL('input.fbs', folder)), {
      path: `${name}.fbs`,
    });
    if (schema === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    const options = JSON.parse(readFileSync(new URL('options.json', folder), 'utf8')) as CppOptions;
    const result = cppGenerator.generate(schema, options);
    expect(result.diagnostics).toEqual([]);
    for (const file of result.files) {
      await expect(file.content).toMatchFileSnapshot(
        fileURLToPath(new URL(`expected/${file.path}.txt`, folder)),
      );
    }
    const expected = new URL('expected/', folder);
    const recorded = existsSync(expected) ? readdirSync(expected, { recursive: true, encoding: 'utf8' }) : [];
    const generated = result.files.map(({ path }) => `${path}.txt`);
    expect(recorded.filter((path) => path.endsWith('.txt') && !generated.includes(path))).toEqual([]);
  });
});

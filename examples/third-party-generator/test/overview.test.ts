import { run } from '@fb/cli';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

/** Runs flatc with this package as a plugin, in the folder of the package as `npm start` does. */
async function overview(...options: readonly string[]): Promise<string> {
  const out = mkdtempSync(path.join(tmpdir(), 'overview-'));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  let messages = '';
  const stream = { write: (text: string | Uint8Array) => (messages += text) };
  const args = ['--plugin', '@example/third-party-generator', ...options, '-o', out, 'schemas/shop.fbs'];
  const status = await run(args, {
    stdout: stream,
    stderr: stream,
    cwd: path.join(import.meta.dirname, '..'),
    env: {},
  });
  expect({ status, messages }).toEqual({ status: 0, messages: '' });
  expect(readdirSync(out)).toEqual(['shop.md']);
  return readFileSync(path.join(out, 'shop.md'), 'utf8');
}

it('writes a table of fields for each type', async () => {
  expect(await overview()).toBe(`# shop

## table Shop.Product

A thing on a shelf.

| field | type | if absent | |
| --- | --- | --- | --- |
| name | \`string\` | an error | What it says on the label, such as A\\|B. |
| unit | \`Shop.Unit\` | 1 |  |
| price | \`double\` | 0.0 |  |
| tags | \`[string]\` | none |  |
| sizes | \`[Shop.Size]\` | none |  |
| weight | \`int\` | none |  |

## struct Shop.Size

| field | type | if absent | |
| --- | --- | --- | --- |
| edges | \`[float:3]\` | never |  |

## table Shop.Empty

Nothing to see.

## table Shop.Order (root)

| field | type | if absent | |
| --- | --- | --- | --- |
| things | \`[Shop.Thing]\` | none |  |
| first | \`Shop.Thing\` | none |  |
`);
});

it('takes an option', async () => {
  expect(await overview('--plugin-opt', 'title=The <shop>')).toMatch(/^# The \\<shop\\>\n/);
});

// The code that reads and writes binary schemas is generated from packages/schema/src/bfbs/reflection.fbs: generating
// it again changes nothing. `npx vitest run --project conformance conformance/test/reflection.test.ts -u` records it.
import { typescriptGenerator } from '@fb/codegen-typescript';
import { parseSchema } from '@fb/idl';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = new URL('../../packages/schema/src/bfbs/', import.meta.url);

it('the generated code is that of reflection.fbs', async () => {
  const path = 'reflection.fbs';
  const { schema, diagnostics } = parseSchema(readFileSync(new URL(path, folder)), { path, strict: true });
  expect(diagnostics).toEqual([]);
  if (schema === null) throw new Error('no schema');
  // The packages are compiled with `erasableSyntaxOnly`, which has no room for enums.
  const result = typescriptGenerator.generate(schema, {
    enums: 'const',
    omitEntrypoint: true,
    functions: false,
  });
  expect(result.diagnostics).toEqual([]);
  const generated = new URL('generated/', folder);
  for (const file of result.files)
    await expect(file.content).toMatchFileSnapshot(fileURLToPath(new URL(file.path, generated)));
  const names = existsSync(generated) ? readdirSync(generated, { recursive: true, encoding: 'utf8' }) : [];
  const wanted = new Set(result.files.map((file) => file.path));
  expect(names.filter((name) => name.endsWith('.ts') && !wanted.has(name))).toEqual([]);
});

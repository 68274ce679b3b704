// A schema as the text of a TypeScript module: the types of its own file, with imports of the modules of the files that it
// includes. Touches no disk: the host does.
import { typescriptGenerator } from '@fb/codegen-typescript';
import { hasErrors, type Diagnostic } from '@fb/diagnostics';
import { loadSchema, type Host } from '@fb/idl';
import type { Schema } from '@fb/schema';
import { generatorOptions, loadOptions, type FlatBuffersOptions } from './options.js';

/** What became of a schema. */
export interface SchemaModule {
  /** TypeScript; `null` if there is an error among the diagnostics. */
  readonly code: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** All files that it depends on, itself and missing ones that were asked for included. */
  readonly files: readonly string[];
  /** The schemas that it includes, directly or not. */
  readonly included: readonly string[];
}

/** Reads the schema at `path`, which is absolute with `/` between folders. */
export function schemaModule(
  path: string,
  host: Host,
  options: FlatBuffersOptions,
  resolve: (path: string) => string,
): SchemaModule {
  const files = new Set<string>();
  const watching: Host = {
    readFile(file) {
      files.add(file);
      return host.readFile(file);
    },
  };
  const loaded = loadSchema(path, watching, loadOptions(options, resolve));
  if (loaded.schema === null) return { ...loaded, code: null, files: [...files], included: [] };
  const { schema } = loaded;
  const generated = typescriptGenerator.generate(schema, generatorOptions(options));
  const diagnostics = [...loaded.diagnostics, ...generated.diagnostics];
  const included = schema.files.map((file) => file.path).filter((file) => file !== schema.mainFile.path);
  const code = hasErrors(diagnostics) ? null : (generated.files[0]?.content ?? EMPTY);
  return {
    code: code === null ? null : linked(code, schema),
    diagnostics,
    files: [...files],
    included,
  };
}

/** A schema may declare nothing and only include. */
const EMPTY = '// The schema declares no types.\nexport {};\n';

/** The text with its imports of generated files as imports of the schemas that they come from. */
function linked(code: string, { mainFile, files }: Schema): string {
  const schemas = new Map(files.map(({ path }) => [`./${stemOf(path)}`, relativePath(mainFile.path, path)]));
  // Only import lines begin like this: nothing in a schema can begin a line of its own.
  return code.replaceAll(
    /^(import .* from ')(\.\/[^']*)(';)$/gm,
    (line, before: string, target: string, after: string) => {
      const schema = schemas.get(target);
      return schema === undefined ? line : `${before}${quotable(schema)}${after}`;
    },
  );
}

function stemOf(path: string): string {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  return stem === '' ? 'index' : stem;
}

function quotable(path: string): string {
  return path.replaceAll(/['\\]/g, '\\$&');
}

/** How a module in the file `from` names the file `to`. */
function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let common = 0;
  while (common < folders.length && common < parts.length - 1 && folders[common] === parts[common]) common++;
  const up = '../'.repeat(folders.length - common);
  return (up === '' ? './' : up) + parts.slice(common).join('/');
}

// The files beside a schema in which TypeScript finds the types of its module.
import type { FlatBuffersOptions } from './options.js';

/** A file to write. */
export interface TypesFile {
  readonly path: string;
  readonly content: string;
}

/** The files for the schema at `path`, whose module is the TypeScript `code`. */
export function typesFiles(
  path: string,
  code: string,
  types: FlatBuffersOptions['types'],
): readonly TypesFile[] {
  if (types === false) return [];
  const source = { path: `${path}.ts`, content: code };
  if (types !== 'arbitrary-extensions') return [source];
  const name = path.split('/').at(-1) ?? '';
  const target = `./${name}.js`.replaceAll(/['\\]/g, '\\$&');
  const declaration = {
    path: `${path.replace(/\.fbs$/, '')}.d.fbs.ts`,
    content: `// Code generated from ${name.replaceAll(/[^\x20-\x7e]/g, '?')}: do not edit, change the schema instead.\nexport * from '${target}';\n`,
  };
  return [source, declaration];
}

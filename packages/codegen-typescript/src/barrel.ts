// Entry points: a file for each namespace that exports its types and its child namespaces, and one for the schema.
import { code, dasherCase, Scope, type Code, type Fragment } from '@fb/codegen';
import type { Context } from './context.js';
import { publicFunctions, typeNames } from './function-names.js';
import { quoted, relativePath } from './language.js';
import { hasObject, type TypeDef } from './names.js';

/** An entry point. */
export interface Barrel {
  /** Output path without extension. */
  readonly path: string;
  readonly body: Code;
}

/** A line of an entry point, and the names it exports. */
interface Export {
  readonly names: readonly string[];
  readonly line: Fragment;
}

/** The namespace as components, and what is in it. */
interface Space {
  readonly path: readonly string[];
  readonly defs: TypeDef[];
}

/**
 * All entry points. A namespace without definitions of its own has one too if a namespace inside it has some. The
 * global namespace has its entry point at the path of the schema. A schema `game.fbs` with a namespace `Game` has one
 * file for both, unless they export different things under one name: then there are two at one path.
 */
export function barrelsOf(context: Context): readonly Barrel[] {
  const spaces = [...spacesOf(context).values()];
  const exports = new Map<string, readonly Export[]>();
  const clashes: Barrel[] = [];
  for (const space of spaces) {
    const path = space.path.length === 0 ? schemaStem(context) : space.path.map(dasherCase).join('/');
    const children = spaces.filter((other) => isChild(other, space));
    const types = typeExports(context, space, path);
    const scope = new Scope(
      new Set(),
      types.flatMap(({ names }) => names),
    );
    const lines = [...types, ...childExports(context, children, path, scope)];
    const before = exports.get(path) ?? [];
    const known = new Set(before.flatMap(({ names }) => names));
    if (lines.some(({ names }) => names.some((name) => known.has(name)))) clashes.push({ path, body: [] });
    else if (lines.length > 0) exports.set(path, [...before, ...lines]);
  }
  return [
    ...[...exports].map(([path, lines]) => ({ path, body: lines.map(({ line }) => line) })),
    ...clashes,
  ];
}

/** Namespaces by name, those around others included, in ascending order. */
function spacesOf(context: Context): ReadonlyMap<string, Space> {
  const spaces = new Map<string, Space>([['', { path: [], defs: [] }]]);
  for (const def of [...context.schema.enums, ...context.schema.objects]) {
    for (let depth = 1; depth <= def.namespace.length; depth++) {
      const path = def.namespace.slice(0, depth);
      if (!spaces.has(path.join('.'))) spaces.set(path.join('.'), { path, defs: [] });
    }
    spaces.get(def.namespace.join('.'))?.defs.push(def);
  }
  return spaces;
}

function isChild(space: Space, parent: Space): boolean {
  return (
    space.path.length === parent.path.length + 1 && parent.path.every((name, i) => space.path[i] === name)
  );
}

function typeExports(context: Context, space: Space, from: string): readonly Export[] {
  const lines = space.defs.map((def) => {
    const names = context.names.of(def);
    const exported = new Set([names.type]);
    if (hasObject(def)) exported.add(names.object);
    if (def.kind === 'table') exported.add(names.layout).add(names.verify);
    for (const name of publicFunctions(names)) exported.add(name);
    const types = new Set(typeNames(names));
    const written = [...exported].map((name) => (types.has(name) ? `type ${name}` : name));
    const target = quoted(`${relativePath(from, names.path)}${importExtension(context)}`);
    return {
      order: names.type,
      names: [...exported],
      line: code`export { ${written.join(', ')} } from ${target};`,
    };
  });
  return lines.toSorted((a, b) => (a.order < b.order ? -1 : 1));
}

/** A child namespace that is called like a type gets another name. */
function childExports(
  context: Context,
  children: readonly Space[],
  from: string,
  scope: Scope,
): readonly Export[] {
  const lines = children.map((child) => {
    const path = child.path.map(dasherCase).join('/');
    const target = quoted(`${relativePath(from, path)}${importExtension(context)}`);
    const name = scope.claim(child.path.at(-1) ?? '');
    return { path, names: [name], line: code`export * as ${name} from ${target};` };
  });
  return lines.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** How the path of a generated file ends in an import. */
export function importExtension(context: Context): '.js' | '.ts' | '' {
  const { importExtension: extension } = context.settings;
  return extension === 'none' ? '' : `.${extension}`;
}

function schemaStem(context: Context): string {
  const file = context.schema.mainFile.path.split(/[/\\]/).at(-1) ?? '';
  const stem = file.replace(/\.[^.]*$/, '');
  return stem === '' ? 'index' : stem;
}

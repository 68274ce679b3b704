// Entry points: a file for each namespace that exports its types and its child namespaces, and one for the schema.
import { dasherCase, Scope, type EntryLine } from '@fb/codegen';
import type { Context } from './context.js';
import { publicFunctions, typeNames } from './function-names.js';
import { quoted, relativePath } from './language.js';
import { hasObject, stemOf, type TypeDef } from './names.js';

/** An entry point. */
export interface Barrel {
  /** Output path without extension. */
  readonly path: string;
  /** The types that it exports itself. */
  readonly types: ReadonlySet<TypeDef>;
  readonly lines: readonly EntryLine[];
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
  const barrels = new Map<string, Barrel>();
  const clashes: Barrel[] = [];
  for (const space of spaces) {
    const path =
      space.path.length === 0 ? stemOf(context.schema.mainFile.path) : space.path.map(dasherCase).join('/');
    const children = spaces.filter((other) => isChild(other, space));
    const types = typeExports(context, space, path);
    const scope = new Scope(
      new Set(),
      types.flatMap(({ names }) => names),
    );
    const lines = [...types, ...childExports(context, children, path, scope)];
    const barrel = { path, types: new Set(space.defs), lines };
    const before = barrels.get(path);
    const known = new Set(before?.lines.flatMap(({ names }) => names));
    if (lines.some(({ names }) => names.some((name) => known.has(name)))) clashes.push(barrel);
    else if (before !== undefined) barrels.set(path, united(before, barrel));
    else if (lines.length > 0) barrels.set(path, barrel);
  }
  return [...barrels.values(), ...clashes];
}

function united(a: Barrel, b: Barrel): Barrel {
  return { path: a.path, types: new Set([...a.types, ...b.types]), lines: [...a.lines, ...b.lines] };
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

function typeExports(context: Context, space: Space, from: string): readonly EntryLine[] {
  const lines = space.defs.map((def) => {
    const names = context.names.of(def);
    const exported = new Set([names.type]);
    if (hasObject(def)) exported.add(names.object);
    if (def.kind === 'table') exported.add(names.layout).add(names.verify);
    for (const name of publicFunctions(names)) exported.add(name);
    // The name of a table or struct is that of its class.
    if (hasObject(def) && !context.settings.classes) exported.delete(names.type);
    const types = new Set(typeNames(names));
    const written = [...exported].map((name) => (types.has(name) ? `type ${name}` : name));
    const target = quoted(`${relativePath(from, names.path)}${importExtension(context)}`);
    return {
      order: `1${names.type}`,
      names: [...exported],
      text: `export { ${written.join(', ')} } from ${target};`,
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
): readonly EntryLine[] {
  const lines = children.map((child) => {
    const path = child.path.map(dasherCase).join('/');
    const target = quoted(`${relativePath(from, path)}${importExtension(context)}`);
    const name = scope.claim(child.path.at(-1) ?? '');
    return { order: `2${path}`, names: [name], text: `export * as ${name} from ${target};` };
  });
  return lines.toSorted((a, b) => (a.order < b.order ? -1 : 1));
}

/** How the path of a generated file ends in an import. */
export function importExtension(context: Context): '.js' | '.ts' | '' {
  const { importExtension: extension } = context.settings;
  return extension === 'none' ? '' : `.${extension}`;
}

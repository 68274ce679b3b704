// Types as annotations write them, and how one generated module refers to the classes of another.
import { code, join, type Code, type Fragment, type ImportedName, type Piece, type Scope } from '@fb/codegen';
import type { ScalarName, StructDef, TableDef } from '@fb/schema';
import type { Module } from './context.js';
import { builtin, external, moduleName, quoted } from './language.js';
import { isPrivate, isSpecial, type ModuleNames, type TypeDef } from './names.js';
import { runtime, SCALAR_ACCESS } from './runtime.js';
import { storedOf, type Stored } from './scalar.js';

const TYPING = external('typing', null);

/** A member of `typing`. */
export function typing(name: 'Any' | 'Final' | 'overload'): Fragment {
  return code`${TYPING}.${name}`;
}

/** What may be absent. */
export function optional(type: Piece): Fragment {
  return code`${TYPING}.Optional[${type}]`;
}

/** One of several types. */
export function either(types: readonly Piece[]): Piece {
  const [first = 'None', ...more] = types;
  return more.length === 0 ? first : code`${TYPING}.Union[${join(types, ', ')}]`;
}

/** A list that holds `type`. */
export function listOf(type: Piece): Fragment {
  return code`${TYPING}.List[${type}]`;
}

/** What can be read in order: lists, tuples, and bytes for numbers. */
export function sequenceOf(type: Piece): Fragment {
  return code`${TYPING}.Sequence[${type}]`;
}

/** What can be read once. */
export function iterableOf(type: Piece): Fragment {
  return code`${TYPING}.Iterable[${type}]`;
}

/** A NumPy array of a scalar. */
export function arrayOf(scalar: ScalarName): Fragment {
  const name = typeOnly(external('numpy.typing', 'NDArray'));
  return code`${name}[${typeOnly(external('numpy', null))}.${SCALAR_ACCESS[scalar].array}]`;
}

/** Values of a vector of a scalar: what plain classes hold and builders take. */
export function valuesOf(module: Module, type: Stored): Piece {
  const sequence = sequenceOf(scalarHint(type));
  return module.np === null ? sequence : either([sequence, arrayOf(storedOf(type))]);
}

/** A scalar; values of enums are plain integers. */
export function scalarHint(type: Stored): ImportedName {
  const scalar = storedOf(type);
  if (scalar === 'bool') return builtin('bool');
  return builtin(scalar === 'float' || scalar === 'double' ? 'float' : 'int');
}

/** Bytes to read from. */
export function bufferHint(): Piece {
  return either([builtin('bytes'), builtin('bytearray'), builtin('memoryview')]);
}

/** The parameter that all builder functions begin with. */
export function builderParameter(): { readonly name: string; readonly hint: Piece } {
  return { name: 'builder', hint: runtime('Builder') };
}

/** A class of a table or struct as a type. */
export function classHint(module: Module, def: TableDef | StructDef, kind: 'type' | 'object'): Piece {
  const names = module.names.of(def);
  const exported = names[kind];
  if (names.path === module.path) return module.aliases.get(exported) ?? exported;
  if (!module.settings.imports || !isImportable(names.path)) return typing('Any');
  return {
    kind: 'import',
    module: names.path,
    external: false,
    exported,
    preferred: exported,
    fallback: [...def.namespace, exported, ''].join('_'),
    order: `2${names.path}`,
    typeOnly: true,
  };
}

/** How a body gets at what another module declares: lines that import it there, since modules may need each other. */
export interface LocalName {
  readonly setup: Code;
  readonly name: string;
}

/** The name `kind` of `def` for the body of a function whose variables are in `scope`. */
export function localName(
  module: Module,
  def: TypeDef,
  kind: Exclude<keyof ModuleNames, 'path' | 'start' | 'end' | 'fields'>,
  scope: Scope,
): LocalName {
  const names = module.names.of(def);
  const exported = names[kind] ?? names.type;
  if (names.path === module.path || !module.settings.imports)
    return { setup: [], name: ownName(exported, scope) };
  const name = scope.claim(exported);
  const path = moduleName(names.path);
  // In a class Python changes such a name even where it is imported.
  if (!isImportable(names.path) || isPrivate(exported)) {
    const found = `importlib.import_module(${quoted(path)})`;
    return {
      setup: ['import importlib', code`${name} = ${builtin('getattr')}(${found}, ${quoted(exported)})`],
      name,
    };
  }
  return { setup: `from ${path} import ${exported}${name === exported ? '' : ` as ${name}`}`, name };
}

/** A name of the module itself in a function: where a variable, or Python in a class, would hide it, it is asked for. */
export function ownName(name: string, scope: Scope): string {
  return isPrivate(name) || isSpecial(name) || scope.names.has(name) ? `globals()['${name}']` : name;
}

function isImportable(path: string): boolean {
  return path.split('/').every((part) => /^[A-Za-z_]\w*$/.test(part));
}

function typeOnly(name: ImportedName): ImportedName {
  return { ...name, typeOnly: true, order: `1${name.module}` };
}

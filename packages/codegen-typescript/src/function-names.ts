// Names of the free functions of a type, and of the plain objects that they take and give.
import type { Scope } from '@fb/codegen';
import type { EnumDef, StructDef, TableDef, UnionDef } from '@fb/schema';
import { flatExports, flatNames, type FlatNames } from './flat-names.js';
import type { Settings } from './options.js';

/** Names that exist if there are free functions; some for some kinds only. Without, they are that of the type. */
export interface FunctionNames {
  /** What is encoded: a plain object, most properties of which may be left out. */
  readonly init: string;
  /** What is decoded: a plain object with all properties. */
  readonly value: string;
  readonly encode: string;
  readonly decode: string;
  /** Orders values by their key. */
  readonly compare: string;
  /** For the functions of other files: writes a value into a message. */
  readonly write: string;
  /** For the functions of other files: writes what a value holds behind 64-bit offsets. */
  readonly writeFar: string;
  /** For the functions of other files: reads a value from a position. */
  readonly read: string;
  /** Functions that read single fields; `null` if they are not wanted. */
  readonly flat: FlatNames | null;
}

/** The names of a definition's functions, claimed in `scope`; that of the type for what there is not. */
export function functionNames(
  scope: Scope | null,
  def: EnumDef | UnionDef | StructDef | TableDef,
  type: string,
  flat: boolean,
  far: boolean,
): FunctionNames {
  const claim = (wish: string, exists: boolean): string =>
    scope !== null && exists ? scope.claim(wish) : type;
  const holdsValues = def.kind !== 'enum';
  const keyed = (def.kind === 'table' || def.kind === 'struct') && def.key !== null;
  return {
    init: claim(`${def.name}Init`, holdsValues),
    value: claim(`${def.name}Value`, holdsValues),
    encode: claim(`encode${def.name}`, def.kind === 'table'),
    decode: claim(`decode${def.name}`, def.kind === 'table'),
    compare: claim(`compare${def.name}Keys`, keyed),
    write: claim(`write${def.name}`, holdsValues),
    writeFar: claim(`writeFar${def.name}`, far),
    read: claim(`read${def.name}`, holdsValues),
    flat:
      scope !== null && flat && (def.kind === 'table' || def.kind === 'struct')
        ? flatNames(def, (wish) => scope.claim(wish))
        : null,
  };
}

/** Whether there are free functions. */
export function hasFunctions({ modern, functions }: Settings): boolean {
  return modern && functions;
}

/** Whether a kind of name is that of a type only. */
export function isTypeName(kind: string): boolean {
  return kind === 'init' || kind === 'value';
}

/** The names that are types only. */
export function typeNames(names: FunctionNames & { readonly type: string }): readonly string[] {
  return [names.init, names.value].filter((name) => name !== names.type);
}

/** The names that users call or mention. */
export function publicFunctions(names: FunctionNames): readonly string[] {
  return [names.init, names.value, names.encode, names.decode, names.compare, ...flatExports(names.flat)];
}

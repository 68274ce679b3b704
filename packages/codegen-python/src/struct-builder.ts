// The function that writes a struct: structs in it are flattened into its parameters, and all is written from the last
// byte to the first, padding included.
import { camelCase, code, Scope, type Code, type Piece } from '@fb/codegen';
import type { StructDef, StructField } from '@fb/schema';
import type { Module } from './context.js';
import { builderParameter, scalarHint, sequenceOf, valuesOf } from './hints.js';
import { builtin, functionCode, suite } from './language.js';
import { build } from './runtime.js';
import { accessOf, literal, type Stored } from './scalar.js';

/** `CreateX(builder, ...)`. */
export function createStruct(module: Module, def: StructDef): Code {
  const leaves = leavesOf(def);
  const scope = new Scope(module.names.reserved, ['builder', 'range', 'reversed']);
  const names = new Map(
    leaves.map((leaf) => [
      keyOf(leaf.path),
      scope.claim(leaf.path.map(({ name }) => camelCase(name)).join('_')),
    ]),
  );
  const nameOf = (path: readonly StructField[]): string => names.get(keyOf(path)) ?? '';
  const parameters = leaves.map((leaf) => ({ name: nameOf(leaf.path), hint: leafHint(module, leaf) }));
  const indices = Array.from(
    { length: 1 + leaves.reduce((most, { depth }) => Math.max(most, depth), 0) },
    (_, i) => scope.claim(`i${i === 0 ? '' : i}`),
  );
  return functionCode(
    module.form,
    {
      name: module.names.of(def).create ?? '',
      parameters: [builderParameter(), ...parameters],
      result: builtin('int'),
    },
    () => [
      build('builder', 'Prep', def.align, def.size),
      writeFields(def, [], '', { nameOf, indices }),
      code`return ${build('builder', 'Offset')}`,
    ],
  );
}

/** A member that is not a struct itself, and the way to it. */
export interface StructLeaf {
  /** From the outermost struct's field inwards, through arrays. */
  readonly path: readonly StructField[];
  readonly type: Stored;
  /** How many of these fields are arrays. */
  readonly depth: number;
}

/** The scalars of a struct in the order of memory, each array as one. */
export function leavesOf(def: StructDef): readonly StructLeaf[] {
  return def.fields.flatMap((field) => {
    const { type } = field;
    const depth = type.kind === 'array' ? 1 : 0;
    const inner = type.kind === 'array' ? type.element : type;
    if (inner.kind !== 'struct') return [{ path: [field], type: inner, depth }];
    return leavesOf(inner.struct).map((leaf) => ({
      ...leaf,
      path: [field, ...leaf.path],
      depth: leaf.depth + depth,
    }));
  });
}

/** What stands for a missing value of a leaf, from its field at `from` on. */
export function zeros(leaf: StructLeaf, from = 0): Piece {
  let zero: Piece = literal(leaf.type, 0);
  for (const { type } of leaf.path.slice(from).toReversed()) {
    if (type.kind === 'array') zero = code`[${zero}] * ${type.length}`;
  }
  return zero;
}

interface Writing {
  nameOf(path: readonly StructField[]): string;
  /** Variables of loops, from the outside in. */
  readonly indices: readonly string[];
}

/** `item` is what follows the name of a parameter: `[i]` in a loop over an array. */
function writeFields(def: StructDef, path: readonly StructField[], item: string, writing: Writing): Code {
  return def.fields
    .toReversed()
    .map((field) => [
      field.padding > 0 ? build('builder', 'Pad', field.padding) : [],
      writeField(field, [...path, field], item, writing),
    ]);
}

function writeField(field: StructField, path: readonly StructField[], item: string, writing: Writing): Code {
  const { type } = field;
  if (type.kind === 'struct') return writeFields(type.struct, path, item, writing);
  const write = (inner: Stored, at: string): Code =>
    code`builder.${accessOf(inner).prepend}(${writing.nameOf(path)}${at})`;
  if (type.kind !== 'array') return write(type, item);
  const { element, length } = type;
  const level = item.split('[').length - 1;
  // A loop over one element is none: Python takes only so many in each other.
  const index = length === 1 ? '0' : (writing.indices[level] ?? '');
  const at = `${item}[${index}]`;
  const body =
    element.kind === 'struct' ? writeFields(element.struct, path, at, writing) : write(element, at);
  if (length === 1) return body;
  return suite(code`for ${index} in ${builtin('reversed')}(${builtin('range')}(${length})):`, body);
}

function leafHint(module: Module, leaf: StructLeaf): Piece {
  if (leaf.depth === 0) return scalarHint(leaf.type);
  let hint = valuesOf(module, leaf.type);
  for (let i = 1; i < leaf.depth; i++) hint = sequenceOf(hint);
  return hint;
}

function keyOf(path: readonly StructField[]): string {
  return path.map(({ name }) => name).join('.');
}

// The function that writes a struct: nested structs are flattened into its parameters, and all is written from the
// last byte to the first, padding included.
import { block, code, indented, join, type Code, type Fragment, type Piece } from '@fb/codegen';
import type { StructDef, StructField, StructType } from '@fb/schema';
import { objectRef, typeRef, type Context } from './context.js';
import { functionCode, global } from './language.js';
import { builderParameter, type ClassNames } from './members.js';
import { accessOf, isBig, isBool, scalarType, type Stored } from './scalar.js';

/** `createX(builder, ...)`. */
export function createStruct(context: Context, def: StructDef, names: ClassNames<StructField>): Code {
  const { builder } = names.variables;
  const leaves = leavesOf(def);
  const values = names.parameters(leaves.map((leaf) => leaf.path.map((each) => each.name).join('_')));
  const parameters = leaves.map((leaf, i) => code`${values[i] ?? ''}: ${leafType(context, leaf)}`);
  const writes = leaves.map((leaf, i) => [
    leaf.padding > 0 ? code`${builder}.pad(${leaf.padding});` : [],
    writeLeaf(context, leaf, values[i] ?? '', names),
  ]);
  return functionCode(
    `static create${def.name}`,
    [builderParameter(context, names.variables), ...parameters],
    context.runtime('Offset'),
    [
      code`${builder}.prep(${def.align}, ${def.size});`,
      writes.toReversed(),
      code`return ${builder}.offset();`,
    ],
  );
}

/** A member that is not a struct itself, and the way to it. */
export interface StructLeaf {
  /** From the outermost struct's field inwards. */
  readonly path: readonly StructField[];
  readonly type: Exclude<StructField['type'], StructType>;
  /** Zero bytes after it, those of the structs that end with it included. */
  readonly padding: number;
}

/** The members of a struct in the order of memory, nested ones in place. The limits in generator.ts say how many there can be. */
export function leavesOf(def: StructDef): readonly StructLeaf[] {
  return def.fields.flatMap((field) => {
    const { type } = field;
    if (type.kind !== 'struct') return [{ path: [field], type, padding: field.padding }];
    const inner = leavesOf(type.struct);
    return inner.map((leaf, i) => ({
      ...leaf,
      path: [field, ...leaf.path],
      padding: leaf.padding + (i === inner.length - 1 ? field.padding : 0),
    }));
  });
}

/** What stands for a member that is missing from an object. */
export function missingLeaf(leaf: StructLeaf): string {
  if (leaf.type.kind === 'array') return '[]';
  if (isBig(leaf.type)) return '0n';
  return isBool(leaf.type) ? 'false' : '0';
}

/** Arrays of bools and enums take numbers as well. */
function leafType(context: Context, leaf: StructLeaf): Piece {
  if (leaf.type.kind !== 'array') return scalarType(context, leaf.type);
  const { element } = leaf.type;
  if (element.kind === 'struct') {
    return context.settings.objectApi ? code`(any | ${objectRef(context, element.struct)})[]` : 'any[]';
  }
  if (isBig(element)) return 'bigint[]';
  return isBool(element) ? '(boolean | number)[]' : 'number[]';
}

function writeLeaf(context: Context, leaf: StructLeaf, value: string, names: ClassNames<StructField>): Code {
  const { builder, i } = names.variables;
  if (leaf.type.kind !== 'array') return code`${builder}.${writeCall(leaf.type, value)};`;
  const item = `${value}?.[${i}]`;
  return block(
    code`for (let ${i} = ${leaf.type.length - 1}; ${i} >= 0; --${i}) {`,
    leaf.type.element.kind === 'struct'
      ? writeStructElement(context, leaf.type.element.struct, item, names)
      : code`${builder}.${writeCall(leaf.type.element, item)};`,
    '}',
  );
}

/** Missing values are written as 0, whatever the types say: callers in JavaScript leave them out. */
function writeCall(type: Stored, value: string): Fragment {
  const { write } = accessOf(type);
  if (isBig(type)) return code`${write}(${global('BigInt')}(${value} ?? 0))`;
  if (isBool(type)) return code`${write}(${global('Number')}(${global('Boolean')}(${value})))`;
  return code`${write}(${value} ?? 0)`;
}

/** An element is an object of the plain class, or any object with its properties. */
function writeStructElement(
  context: Context,
  struct: StructDef,
  value: string,
  names: ClassNames<StructField>,
): Code {
  const { builder, item } = names.variables;
  const inner = leavesOf(struct).map(
    (leaf) => code`${item}?.${propertyPath(context, struct, leaf)} ?? ${missingLeaf(leaf)}`,
  );
  const create = code`${typeRef(context, struct)}.create${struct.name}(${join([builder, ...inner], ', ')});`;
  return [
    code`const ${item} = ${value};`,
    context.settings.objectApi
      ? [
          block(
            code`if (${item} instanceof ${objectRef(context, struct)}) {`,
            code`${item}.pack(${builder});`,
            '} else {',
          ),
          indented(create),
          '}',
        ]
      : create,
  ];
}

/** `in1?.a`: the properties that lead to a member in an object of the plain class. */
export function propertyPath(context: Context, def: StructDef, leaf: StructLeaf): string {
  let owner: StructDef = def;
  const names: string[] = [];
  for (const field of leaf.path) {
    names.push(context.names.property(owner, field));
    if (field.type.kind === 'struct') owner = field.type.struct;
  }
  return names.join('?.');
}

// How a struct is written: its members from the last to the first, from parameters or from objects.
import { block, Scope, type Code, type Piece } from '@fb/codegen';
import type { StructDef, StructField } from '@fb/schema';
import { method, RESERVED } from './language.js';
import { accessOf, storable } from './scalar.js';
import { builderParameter } from './table-builder.js';

/** Where the values of a struct come from. */
export interface Source {
  member(field: StructField, owner: StructDef): Source;
  element(index: string): Source;
  /** The value itself, once a scalar is reached. */
  value(): string;
}

/** Words of a method's parameters, the builder's included, that a class file allows. */
const MOST_WORDS = 255;

/** Statements that write a struct. */
export function writeStruct(def: StructDef, source: Source, depth = 0): Code {
  return [
    `builder.prep(${def.align}, ${def.size});`,
    def.fields
      .toReversed()
      .map((field) => [
        field.padding > 0 ? `builder.pad(${field.padding});` : [],
        writeMember(field.type, source.member(field, def), depth),
      ]),
  ];
}

function writeMember(type: StructField['type'], source: Source, depth: number): Code {
  switch (type.kind) {
    case 'struct':
      return writeStruct(type.struct, source, depth);
    case 'array': {
      const index = `i${depth}`;
      return block(
        `for (int ${index} = ${type.length - 1}; ${index} >= 0; ${index}--) {`,
        writeMember(type.element, source.element(index), depth + 1),
        '}',
      );
    }
    default:
      return `builder.${accessOf(type).put}(${storable(type, source.value())});`;
  }
}

/** A scalar of a flattened struct: its parameter. */
interface Leaf {
  readonly key: string;
  readonly name: string;
  readonly type: string;
}

/** `createX`, which takes every scalar in the struct; none for structs with more of them than a method can take. */
export function createStruct(def: StructDef): Code {
  const leaves = leavesOf(def);
  if (leaves === null) return [];
  const scope = new Scope(RESERVED, ['builder']);
  const names = new Map(leaves.map(({ key, name }) => [key, scope.claim(name)]));
  const parameters: Piece[] = [builderParameter];
  for (const { key, type } of leaves) parameters.push(`${type} ${names.get(key) ?? key}`);
  const source = (key: string, indices: string): Source => ({
    member: (field) => source(`${key}.${field.name}`, indices),
    element: (index) => source(key, `${indices}[${index}]`),
    value: () => `${names.get(key) ?? key}${indices}`,
  });
  return method(`public static int create${def.name}`, parameters, [
    writeStruct(def, source('', '')),
    'return builder.offset();',
  ]);
}

/** The flattened struct in order, or `null` when a method could not take it. */
function leavesOf(def: StructDef): readonly Leaf[] | null {
  const leaves: Leaf[] = [];
  let words = 1;
  const visit = (fields: readonly StructField[], key: string, name: string, dimensions: string): boolean =>
    fields.every((field) => {
      let { type } = field;
      const path = `${key}.${field.name}`;
      const flat = name === '' ? field.name : `${name}_${field.name}`;
      let rank = dimensions;
      if (type.kind === 'array') {
        rank += '[]';
        type = type.element;
      }
      if (type.kind === 'struct') return visit(type.struct.fields, path, flat, rank);
      const java = accessOf(type).type;
      const wide = rank === '' && (java === 'long' || java === 'double');
      words += wide ? 2 : 1;
      leaves.push({ key: path, name: flat, type: `${java}${rank}` });
      return words <= MOST_WORDS;
    });
  return visit(def.fields, '', '', '') ? leaves : null;
}

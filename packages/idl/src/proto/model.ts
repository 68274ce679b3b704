// What the .proto files of an import define, in the form of the schema that they become.
import type { Span } from '@fb/diagnostics';
import type { Spelling } from './syntax.js';

/** A namespace: packages and the messages around a definition. There is one object for each. */
export interface ProtoNamespace {
  readonly components: readonly string[];
  /** How many of the components, from the last one on, are messages. */
  readonly fromMessages: number;
  /** What to put before a name to look it up, from the inside out; the last one is empty. */
  readonly prefixes: readonly string[];
}

export interface ProtoEnum {
  readonly kind: 'enum';
  readonly name: Spelling;
  readonly namespace: ProtoNamespace;
  readonly doc: readonly string[];
  /** In ascending order, each number once. */
  readonly values: readonly ProtoEnumValue[];
  readonly imported: boolean;
}

export interface ProtoEnumValue {
  readonly name: Spelling;
  readonly number: bigint;
  readonly doc: readonly string[];
}

/** A oneof as a union. */
export interface ProtoUnion {
  readonly kind: 'union';
  readonly name: Spelling;
  readonly namespace: ProtoNamespace;
  /** What the oneof is called. */
  readonly oneof: string;
  readonly members: ProtoField[];
  readonly imported: boolean;
}

/** A message, or what stands in for a group, a oneof or a map. It may be mentioned before it is defined. */
export interface ProtoMessage {
  readonly kind: 'message';
  name: Spelling;
  namespace: ProtoNamespace;
  doc: readonly string[];
  readonly fields: Map<string, ProtoField>;
  readonly reserved: { readonly from: number; readonly to: number; readonly span: Span }[];
  defined: boolean;
  imported: boolean;
}

export interface ProtoField {
  readonly name: Spelling;
  readonly type: ProtoType;
  /** Its number as written; `null` for a oneof, which has none, and for the fields of map entries. */
  readonly id: Spelling | null;
  /** Whether it has a number or stands for fields that do. */
  readonly numbered: boolean;
  readonly key: boolean;
  doc: readonly string[];
  required: boolean;
  default: string | null;
}

export type ProtoType = ProtoElement | { readonly kind: 'vector'; readonly element: ProtoElement };

/** A scalar or `string` by its word in a schema, a mention of a definition, or a definition that was made for the field. */
export type ProtoElement =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'definition'; readonly definition: ProtoMessage | ProtoUnion };

/** A name in the place of a type. */
export interface Mention {
  readonly name: Spelling;
  readonly namespace: ProtoNamespace;
  /** Whether it stood before the definition. */
  readonly early: boolean;
  target: ProtoMessage | ProtoEnum;
}

/** Everything that was defined, in the order of definition. */
export interface ProtoProgram {
  readonly enums: readonly (ProtoEnum | ProtoUnion)[];
  readonly messages: readonly ProtoMessage[];
}

/** What a type refers to; `null` for words and vectors. */
export function definitionOf(type: ProtoType): ProtoMessage | ProtoEnum | ProtoUnion | null {
  if (type.kind === 'mention') return type.mention.target;
  return type.kind === 'definition' ? type.definition : null;
}

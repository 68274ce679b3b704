// What is known of a schema while it is being worked out: definitions of the model, still open, beside the syntax they
// come from. Rules look at these; nothing after the rules does.
import type { Span } from '@fb/diagnostics';
import type {
  ArrayType,
  EnumDef,
  EnumValue,
  IntegerName,
  ScalarName,
  SchemaFile,
  ServiceDef,
  StructDef,
  StructField,
  TableDef,
  TableField,
  Type,
  UnionDef,
  VectorType,
} from '@fb/schema';
import type { FileUnit } from '../loader.js';
import type { AttributeList } from './attributes.js';
import type {
  CallSyntax,
  EnumSyntax,
  FieldSyntax,
  MemberSyntax,
  NameSyntax,
  ObjectSyntax,
  RootSyntax,
  ServiceSyntax,
  SettingSyntax,
  JsonSyntax,
} from '../syntax/syntax.js';

/** A definition of the model before it is frozen. */
export type Open<T> = { -readonly [K in keyof T]: T[K] };

/** A type that is neither vector nor array. */
export type NamedType = Exclude<Type, VectorType | ArrayType>;

/** Where a definition or a name stands: what it can see. */
export interface Scope {
  readonly unit: FileUnit;
  readonly namespace: readonly string[];
  /** The namespace's prefix and those of its parents, innermost first: `A.B.`, `A.`, and the empty one. */
  readonly prefixes: readonly string[];
}

/** A name that must be that of a type. */
export interface TypeRef {
  readonly scope: Scope;
  readonly name: NameSyntax;
  target: Target | null;
  /** Nothing of that name was defined yet when it was mentioned. */
  readonly late: boolean;
}

export type Target =
  | { readonly kind: 'scalar'; readonly scalar: ScalarName }
  | { readonly kind: 'string' }
  | ObjectSymbol
  | EnumDraft;

/** A table or struct by name; mentioned, perhaps not defined. */
export interface ObjectSymbol {
  readonly kind: 'object';
  /** The name under which it is filed: as mentioned, or the full name once it is defined. */
  key: string;
  draft: ObjectDraft | null;
  readonly mentions: TypeRef[];
}

export interface ObjectDraft {
  readonly kind: 'table' | 'struct';
  readonly scope: Scope;
  readonly syntax: ObjectSyntax;
  readonly name: string;
  readonly span: Span;
  readonly fields: FieldDraft[];
  readonly def: Open<TableDef> | Open<StructDef>;
  /** The type that a mention of it has. */
  readonly type: NamedType;
  readonly attributes: AttributeList;
}

export interface FieldDraft {
  readonly object: ObjectDraft;
  readonly syntax: FieldSyntax;
  readonly name: string;
  readonly span: Span;
  readonly ref: TypeRef | null;
  /** What `nested_flatbuffer` names. */
  readonly nested: TypeRef | null;
  readonly attributes: AttributeList;
  /** `null` until it is known, and for good if it is not valid. */
  type: Type | null;
  /** The definition; `null` if the field is not valid. */
  def: Open<TableField> | Open<StructField> | null;
}

export interface EnumDraft {
  readonly kind: 'enum' | 'union';
  readonly scope: Scope;
  readonly syntax: EnumSyntax;
  readonly name: string;
  readonly span: Span;
  /** Of a union: the enum of its tags. */
  readonly def: Open<EnumDef>;
  readonly union: Open<UnionDef> | null;
  /** The type that a mention of it has. */
  readonly type: NamedType;
  readonly attributes: AttributeList;
  readonly members: MemberDraft[];
  /** The integer it is stored as; `null` if that is not valid. */
  underlying: IntegerName | null;
  /** The enum whose integer it takes. */
  readonly base: TypeRef | null;
}

export interface MemberDraft {
  readonly syntax: MemberSyntax;
  readonly name: string;
  readonly span: Span;
  readonly ref: TypeRef | null;
  readonly attributes: AttributeList;
  def: Open<EnumValue> | null;
}

export interface CallDraft {
  readonly syntax: CallSyntax;
  readonly name: string;
  readonly span: Span;
  readonly request: TypeRef | null;
  readonly response: TypeRef | null;
  readonly attributes: AttributeList;
}

export interface ServiceDraft {
  readonly scope: Scope;
  readonly syntax: ServiceSyntax;
  readonly name: string;
  readonly span: Span;
  readonly calls: readonly CallDraft[];
  readonly attributes: AttributeList;
  readonly def: Open<ServiceDef>;
}

export interface RootDraft {
  readonly scope: Scope;
  readonly syntax: RootSyntax;
  /** What was known under that name at this place. */
  readonly symbol: ObjectSymbol | null;
}

/** A string statement: identifier or extension. */
export interface SettingDraft {
  readonly unit: FileUnit;
  readonly syntax: SettingSyntax;
}

/** All of a schema, names bound. */
export interface Program {
  readonly units: readonly FileUnit[];
  readonly files: readonly SchemaFile[];
  /** In definition order. */
  readonly objects: ObjectDraft[];
  readonly enums: EnumDraft[];
  readonly services: ServiceDraft[];
  readonly roots: RootDraft[];
  readonly settings: SettingDraft[];
  readonly json: { readonly unit: FileUnit; readonly syntax: JsonSyntax }[];
}

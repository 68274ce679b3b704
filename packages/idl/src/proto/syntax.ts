// The tree of a .proto file: what can become part of a schema. Options, services and the like are stepped over.
import type { Span, TextSource } from '@fb/diagnostics';

/** A text and its place. */
export interface Spelling {
  readonly text: string;
  readonly span: Span;
}

export interface ProtoFileSyntax {
  readonly source: TextSource;
  readonly imports: readonly Spelling[];
  readonly declarations: readonly ProtoDeclaration[];
}

export type ProtoDeclaration = PackageSyntax | MessageSyntax | ProtoEnumSyntax;

/** `package a.b;`; there is no name in `package;`. */
export interface PackageSyntax {
  readonly kind: 'package';
  readonly name: Spelling | null;
}

/** `message Name {...}`, or `extend Name {...}`, which adds to one. */
export interface MessageSyntax {
  readonly kind: 'message' | 'extend';
  readonly name: Spelling;
  readonly doc: readonly string[];
  readonly members: readonly MemberSyntax[];
}

export type MemberSyntax = MessageSyntax | ProtoEnumSyntax | FieldSyntax | OneofSyntax | ReservedSyntax;

export interface ProtoEnumSyntax {
  readonly kind: 'enum';
  readonly name: Spelling;
  readonly doc: readonly string[];
  readonly values: readonly EnumValueSyntax[];
}

export interface EnumValueSyntax {
  readonly name: Spelling;
  readonly doc: readonly string[];
  /** `null` for one more than the value before. */
  readonly number: Spelling | null;
}

export interface FieldSyntax {
  readonly kind: 'field';
  readonly label: 'required' | 'repeated' | null;
  readonly type: FieldTypeSyntax;
  readonly name: Spelling;
  readonly id: Spelling;
  readonly doc: readonly string[];
  /** The option `default`, if it is a number or a word. */
  readonly default: string | null;
}

/** A name, `map<key, value>`, or a group with its members. */
export type FieldTypeSyntax =
  | { readonly kind: 'name'; readonly name: Spelling }
  | { readonly kind: 'map'; readonly key: Spelling; readonly value: Spelling }
  | { readonly kind: 'group'; readonly members: readonly MemberSyntax[] };

export interface OneofSyntax {
  readonly kind: 'oneof';
  readonly name: Spelling;
  readonly doc: readonly string[];
  readonly members: readonly MemberSyntax[];
}

/** Numbers that fields must not have. */
export interface ReservedSyntax {
  readonly kind: 'reserved';
  readonly ranges: readonly { readonly from: Spelling; readonly to: Spelling }[];
}

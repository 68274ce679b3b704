// The syntax tree: what was written, before anything has a meaning. Nodes name tokens by their index, so tree, tokens
// and text together lose nothing. A node may lack parts that the text lacks; whoever made it has reported that.
import type { TextSource } from '@fb/diagnostics';
import type { Tokens } from './token.js';

/** Index of a token; -1 where there is none. */
export type TokenIndex = number;

export interface SyntaxNode {
  /** Index of its first token. */
  readonly first: TokenIndex;
  /** Index after its last token. */
  readonly end: TokenIndex;
}

/** A name, possibly dotted: `A.B.C`. */
export interface NameSyntax extends SyntaxNode {
  readonly text: string;
}

export interface TypeSyntax extends SyntaxNode {
  /** How many brackets are around the name. */
  readonly brackets: number;
  readonly name: NameSyntax | null;
  /** Of `[T:n]`: the token after the colon. */
  readonly length: TokenIndex;
}

/** A value after `=` in a field, or in the tutorial's `(default=value)`. */
export interface ValueSyntax extends SyntaxNode {
  readonly kind: 'literal' | 'word' | 'list' | 'missing';
  /** Conversion functions around it, outermost first. */
  readonly calls: readonly TokenIndex[];
  /** A sign before a word. */
  readonly sign: TokenIndex;
  /** The literal, the word, or the bracket. */
  readonly token: TokenIndex;
  /** Of words: the rest of a dotted name was written, too. */
  readonly dotted: boolean;
  /** Of lists: whether anything is between the brackets. */
  readonly hasItems: boolean;
}

export interface AttributeSyntax extends SyntaxNode {
  /** A word or a string. */
  readonly name: TokenIndex;
  /** After a colon: an integer or a string. */
  readonly value: TokenIndex;
  /** After an equals sign, which only the tutorial's `default` may have. */
  readonly equals: ValueSyntax | null;
}

export interface FieldSyntax extends SyntaxNode {
  readonly name: TokenIndex;
  readonly type: TypeSyntax | null;
  readonly value: ValueSyntax | null;
  readonly attributes: readonly AttributeSyntax[];
}

export interface ObjectSyntax extends SyntaxNode {
  readonly kind: 'table' | 'struct';
  readonly name: TokenIndex;
  readonly attributes: readonly AttributeSyntax[];
  readonly fields: readonly FieldSyntax[];
}

/** An enumerator or a union member. */
export interface MemberSyntax extends SyntaxNode {
  readonly name: NameSyntax;
  /** Of union members: the type after an alias. */
  readonly type: TypeSyntax | null;
  /** The token after the equals sign. */
  readonly value: TokenIndex;
  readonly attributes: readonly AttributeSyntax[];
}

export interface EnumSyntax extends SyntaxNode {
  readonly kind: 'enum' | 'union';
  readonly name: TokenIndex;
  /** Type after the colon, if there is one. */
  readonly underlying: TypeSyntax | null;
  readonly attributes: readonly AttributeSyntax[];
  readonly members: readonly MemberSyntax[];
  /** Semicolons that stand where a comma should (the tutorial's unions). */
  readonly semicolons: readonly TokenIndex[];
  /** Nothing after the name says what integer it is. */
  readonly untyped: boolean;
}

export interface CallSyntax extends SyntaxNode {
  readonly name: TokenIndex;
  readonly request: NameSyntax | null;
  readonly response: NameSyntax | null;
  readonly attributes: readonly AttributeSyntax[];
}

export interface ServiceSyntax extends SyntaxNode {
  readonly kind: 'service';
  readonly name: TokenIndex;
  readonly attributes: readonly AttributeSyntax[];
  readonly calls: readonly CallSyntax[];
}

export interface NamespaceSyntax extends SyntaxNode {
  readonly kind: 'namespace';
  /** `null` leads back to the global namespace. */
  readonly name: NameSyntax | null;
}

export interface RootSyntax extends SyntaxNode {
  readonly kind: 'root';
  readonly name: NameSyntax;
}

/** A statement with one word or string. */
export interface SettingSyntax extends SyntaxNode {
  readonly kind: 'attribute' | 'identifier' | 'extension' | 'include' | 'native include';
  readonly value: TokenIndex;
}

/** A JSON object at the end of a schema. */
export interface JsonSyntax extends SyntaxNode {
  readonly kind: 'json';
}

export type DeclarationSyntax =
  ObjectSyntax | EnumSyntax | ServiceSyntax | NamespaceSyntax | RootSyntax | SettingSyntax | JsonSyntax;

export interface FileSyntax {
  readonly source: TextSource;
  readonly tokens: Tokens;
  readonly declarations: readonly DeclarationSyntax[];
}

// Code as values: what a generator's parts return. They say what is written, `render` alone says how: indentation,
// import lines and local names of imports are not known here.

/** A name that another file or module exports, or a whole module. @public */
export interface ImportedName {
  readonly kind: 'import';
  /** The output path (without extension) of the generated file, or the name of an external module. */
  readonly module: string;
  readonly external: boolean;
  /** The name it is exported under; `null` for the module as a whole. */
  readonly exported: string | null;
  /** The name it gets here if that is free. */
  readonly preferred: string;
  /** The name it gets otherwise. */
  readonly fallback: string;
  /** Whether only types need it, for languages that then import it in another way. */
  readonly typeOnly?: boolean;
  /** Import lines are in ascending order of this; names of one module share it. */
  readonly order: string;
}

/** A name that the language provides everywhere, and that a declaration of the file may hide. @public */
export interface GlobalName {
  readonly kind: 'global';
  readonly name: string;
}

/** A name whose final form only `render` knows. @public */
export type Name = ImportedName | GlobalName;

/** A piece of a line. @public */
export interface Fragment {
  readonly kind: 'fragment';
  readonly parts: readonly (string | Name)[];
}

/** Lines one step further in, between a head and a tail if it has them. @public */
export interface Block {
  readonly kind: 'block';
  readonly head: string | Fragment | null;
  readonly body: Code;
  readonly tail: string | Fragment | null;
}

/** An empty line; several in a row count once, none is left at the edges of a block. @public */
export interface Blank {
  readonly kind: 'blank';
}

/** Lines: a string or fragment is one line, an array is its items one after another, none for an empty one. @public */
export type Code = string | Fragment | Block | Blank | readonly Code[];

/** What fits in a hole of {@link code}. @public */
export type Piece = string | number | bigint | Name | Fragment;

/** An empty line. @public */
export const blank: Blank = { kind: 'blank' };

/** Tag that makes a line, or part of one, from a template whose holes are pieces. @public */
export function code(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Fragment {
  const parts: (string | Name)[] = [texts[0] ?? ''];
  for (const [i, piece] of pieces.entries()) {
    append(parts, piece);
    append(parts, texts[i + 1] ?? '');
  }
  return { kind: 'fragment', parts };
}

/** Pieces in a row with `separator` between them. @public */
export function join(pieces: readonly Piece[], separator: string): Fragment {
  const parts: (string | Name)[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) append(parts, separator);
    append(parts, piece);
  }
  return { kind: 'fragment', parts };
}

/** Lines between two others, such as the body of a function between its braces. @public */
export function block(head: string | Fragment, body: Code, tail: string | Fragment): Block {
  return { kind: 'block', head, body, tail };
}

/** Lines one step further in. @public */
export function indented(body: Code): Block {
  return { kind: 'block', head: null, body, tail: null };
}

/** Pieces as a list, a line each, `separator` after each but the last. @public */
export function list(pieces: readonly Piece[], separator: string): Code {
  return pieces.map((piece, i) => code`${piece}${i < pieces.length - 1 ? separator : ''}`);
}

/** The items that have any lines, with an empty line between each two. @public */
export function paragraphs(items: readonly Code[]): Code {
  const result: Code[] = [];
  for (const item of items) if (!isEmpty(item)) result.push(item, blank);
  return result;
}

function isEmpty(item: Code): boolean {
  return Array.isArray(item) && item.every(isEmpty);
}

/** Text that follows text becomes one part with it: schemas make millions of parts. */
function append(parts: (string | Name)[], piece: Piece): void {
  if (typeof piece === 'object') {
    if (piece.kind !== 'fragment') parts.push(piece);
    else for (const part of piece.parts) append(parts, part);
    return;
  }
  const last = parts.length - 1;
  const before = parts[last];
  if (typeof before === 'string') parts[last] = before + String(piece);
  else parts.push(String(piece));
}

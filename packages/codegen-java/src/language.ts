// Java as data: reserved words, literals, comments, imports.
import {
  block,
  code,
  docComment,
  indented,
  join,
  list,
  stringLiteral,
  type Code,
  type CommentStyle,
  type Dialect,
  type GlobalName,
  type Piece,
  type StringStyle,
} from '@fb/codegen';

/** Words that cannot be a name, or only in places. */
const KEYWORDS =
  `abstract assert boolean break byte case catch char class const continue default do double else enum extends final
  finally float for goto if implements import instanceof int interface long native new package private protected public
  return short static strictfp super switch synchronized this throw throws transient try void volatile while _`.split(
    /\s+/,
  );

/** Words that the language reads as literals. */
const LITERALS = ['true', 'false', 'null'];

/** Words that cannot name a variable, field or method. */
export const RESERVED: ReadonlySet<string> = new Set([...KEYWORDS, ...LITERALS]);

/**
 * Words that cannot name a class: each accessor class has a nested one called `Vector`, and classes that others hide are
 * written with their package.
 */
export const TYPE_WORDS: ReadonlySet<string> = new Set([
  ...RESERVED,
  'Vector',
  'com',
  'java',
  'javax',
  'org',
  'permits',
  'record',
  'sealed',
  'var',
  'yield',
]);

/** Words that cannot be a part of a package. */
const PACKAGE_WORDS = RESERVED;

/**
 * Methods without parameters that every class, or every one of the runtime, has, and whether one of that name with a
 * given result can be declared in a class of ours.
 */
export const INHERITED: Readonly<Record<string, (result: string) => boolean>> = {
  clone: (result: string) => !PRIMITIVES.has(result),
  finalize: () => false,
  getByteBuffer: () => false,
  getClass: () => false,
  hashCode: (result: string) => result === 'int',
  notify: () => false,
  notifyAll: () => false,
  toString: (result: string) => result === 'String',
  wait: () => false,
};

const PRIMITIVES: ReadonlySet<string> = new Set([
  'boolean',
  'byte',
  'short',
  'int',
  'long',
  'float',
  'double',
]);

// Unicode escapes are read before literals are: those of characters that end a line or a literal would do so.
const STRING: StringStyle = {
  quote: '"',
  escape: (unit) =>
    unit < 0x100 ? `\\${unit.toString(8).padStart(3, '0')}` : `\\u${unit.toString(16).padStart(4, '0')}`,
};

const COMMENT: CommentStyle = {
  open: '/**',
  close: ' */',
  line: ' *',
  // A compiler reads unicode escapes before it finds where a comment ends, and one tag means something to it.
  escape: (text) =>
    text
      .replaceAll('\\u', '\\ u')
      .replaceAll('*/', '*&#47;')
      .replace(/^([\s*]*)@deprecated/, '$1&#64;deprecated'),
};

/** A string literal, in ASCII: what else a file is read as is the compiler's choice. */
export function quoted(text: string): string {
  return stringLiteral(text, STRING).replace(/[^ -~]/g, (unit) => STRING.escape(unit.charCodeAt(0)));
}

/** A documentation comment, or nothing. */
export function documented(doc: readonly string[], body: Code): Code {
  return [docComment(doc, COMMENT), body];
}

/** A name as part of a package, a keyword made different. */
export function packageWord(name: string): string {
  return PACKAGE_WORDS.has(name) ? `${name}_` : name;
}

/** Whether `text` is the full name of a package. */
export function isPackage(text: string): boolean {
  return text.split('.').every((part) => /^[A-Za-z_$][\w$]*$/.test(part) && !PACKAGE_WORDS.has(part));
}

/** More than this many parameters are written on lines of their own. */
const SHORT_LIST = 4;

/** A method: `head(parameters) { body }`. */
export function method(head: Piece, parameters: readonly Piece[], body: Code): Code {
  if (parameters.length <= SHORT_LIST) return block(code`${head}(${join(parameters, ', ')}) {`, body, '}');
  return [block(code`${head}(`, list(parameters, ','), ') {'), indented(body), '}'];
}

/** A class of `java.lang`, which needs no import. */
export function lang(name: string): GlobalName {
  return { kind: 'global', name };
}

/** Imports cannot rename: a name that is hidden is written in full, and needs no line. */
export const DIALECT: Dialect = {
  indent: '  ',
  extension: '.java',
  hiddenGlobal: (name) => `java.lang.${name}`,
  imports: (imports) => {
    const lines = imports
      .filter(({ name, local }) => local === name.exported)
      .map(({ name, local }) => `import ${name.module}.${local};`);
    return [lines, lines.length > 0 ? '' : []];
  },
};

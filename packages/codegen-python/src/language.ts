// Python as data: reserved words, literals, comments, import lines, and functions in the three forms they are written in.
import {
  blank,
  block,
  code,
  docComment,
  indented,
  join,
  list,
  stringLiteral,
  visible,
  type Code,
  type CommentStyle,
  type Dialect,
  type Fragment,
  type ImportedName,
  type Piece,
  type ResolvedImport,
  type StringStyle,
} from '@fb/codegen';

const WORDS =
  `and as assert break class continue def del elif else except finally for from global if import in is
  lambda not or pass raise return try while with yield None`.split(/\s+/);

/** Words that the reference compiler escapes in every name: these lists decide names that users' programs call. */
const RESERVED_2: ReadonlySet<string> = new Set([...WORDS, 'exec', 'print']);
const RESERVED_3: ReadonlySet<string> = new Set([...WORDS, 'async', 'await', 'nonlocal', 'False', 'True']);

/** The reserved words of a version: `2.7`, `3.9`, `0`. */
export function reservedWords(version: string): ReadonlySet<string> {
  return version.startsWith('2') ? RESERVED_2 : RESERVED_3;
}

/** Names of `builtins` that bodies of generated functions use: no variable there may be called so. */
const BUILTINS = [
  'bool',
  'bytearray',
  'bytes',
  'callable',
  'classmethod',
  'float',
  'getattr',
  'hasattr',
  'int',
  'isinstance',
  'len',
  'list',
  'memoryview',
  'NotImplementedError',
  'object',
  'range',
  'reversed',
  'setattr',
  'staticmethod',
  'str',
  'type',
  'ValueError',
] as const;

/** Names that mean something in the body of a generated function, so that no variable or parameter there may have them. */
export const BODY_WORDS: ReadonlySet<string> = new Set([
  ...BUILTINS,
  'self',
  'cls',
  'builder',
  'flatbuffers',
  'np',
  'importlib',
]);

/** A name of `builtins`, imported under another one where the module declares its own. */
export function builtin(name: (typeof BUILTINS)[number]): ImportedName {
  return external('builtins', name);
}

/** A name of a module of the standard library or of a package, or such a module as a whole. */
export function external(module: string, exported: string | null): ImportedName {
  const name = exported ?? module;
  return {
    kind: 'import',
    module,
    external: true,
    exported,
    preferred: name,
    // No variable is called so: the casing of names never leaves a small letter behind a leading `_`.
    fallback: `_${name.replaceAll('.', '_')}`,
    order: `0${module}`,
  };
}

const STRING: StringStyle = { quote: "'", escape: (unit) => `\\u${unit.toString(16).padStart(4, '0')}` };

const COMMENT: CommentStyle = { open: null, close: null, line: '#', escape: (text) => text };

/** A string literal. */
export function quoted(text: string): string {
  return stringLiteral(text, STRING);
}

/** The bytes of the UTF-8 of `text` as a literal. */
export function bytesLiteral(text: string): string {
  const bytes = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /%([0-9A-F]{2})|./g,
    (char, hex: string | undefined) => `\\x${(hex ?? char.charCodeAt(0).toString(16)).toLowerCase()}`,
  );
  return `b'${bytes}'`;
}

/** Documentation as comment lines. A string would do too, but a comment cannot be ended by what stands in it. */
export function comments(doc: readonly string[]): Code {
  return docComment(doc, COMMENT);
}

/** Lines with comments before them, if there is documentation. */
export function documented(doc: readonly string[], body: Code): Code {
  return [comments(doc), body];
}

/** How the code of a module is written: without types, with annotations, or as a stub of nothing but signatures. */
export type Form = 'plain' | 'typed' | 'stub';

/** A parameter; `hint` is its type. */
export interface Parameter {
  readonly name: string;
  readonly hint?: Piece;
  readonly initial?: Piece;
}

/** A function or method. */
export interface Signature {
  readonly name: string;
  /** `null` where there is no result. */
  readonly result: Piece | null;
  readonly parameters: readonly Parameter[];
  readonly decorators?: readonly Piece[];
}

/** More parameters than that are written on lines of their own. */
const SHORT_LIST = 6;

/** A function in a form. `body` is not made for a stub. */
export function functionCode(form: Form, signature: Signature, body: () => Code): Code {
  const { name, parameters, result, decorators = [] } = signature;
  const pieces = parameters.map((parameter) => parameterCode(form, parameter));
  const arrow = form === 'plain' ? '' : code` -> ${result ?? 'None'}`;
  const end = form === 'stub' ? ': ...' : ':';
  const head =
    pieces.length <= SHORT_LIST
      ? code`def ${name}(${join(pieces, ', ')})${arrow}${end}`
      : block(
          `def ${name}(`,
          list([...pieces.slice(0, -1), code`${pieces.at(-1) ?? ''},`], ','),
          code`)${arrow}${end}`,
        );
  return [decorators.map((decorator) => code`@${decorator}`), head, form === 'stub' ? [] : indented(body())];
}

function parameterCode(form: Form, { name, hint, initial }: Parameter): Fragment {
  if (form === 'plain' || hint === undefined)
    return code`${name}${initial === undefined ? '' : code`=${initial}`}`;
  const value = form === 'stub' ? '...' : (initial ?? '');
  return code`${name}: ${hint}${initial === undefined ? '' : code` = ${value}`}`;
}

/** Lines below a line that ends with a colon. */
export function suite(head: Piece, body: Code): Code {
  return [code`${head}`, indented(body)];
}

/** A class; one without members is written so that it can be read. */
export function classCode(head: Piece, members: Code, empty: boolean): Code {
  return suite(head, empty ? 'pass' : members);
}

/** Import lines and layout of a module; `form` decides where names that only types need are imported. */
export function dialectOf(form: Form): Dialect {
  return {
    indent: '    ',
    extension: form === 'stub' ? '.pyi' : '.py',
    hiddenGlobal: (name) => name,
    imports: (imports) => importLines(imports, form),
  };
}

function importLines(imports: readonly ResolvedImport[], form: Form): Code {
  const late = imports.filter(({ name }) => form === 'typed' && name.typeOnly === true);
  const early = imports.filter((each) => !late.includes(each) && !isBuiltin(each));
  const lines: Code = [
    late.length === 0 ? [] : 'from typing import TYPE_CHECKING',
    early.map(importLine),
    late.length === 0 ? [] : [blank, suite('if TYPE_CHECKING:', late.map(importLine))],
  ];
  return imports.length === 0 ? [] : [lines, blank];
}

function isBuiltin({ name, local }: ResolvedImport): boolean {
  return name.module === 'builtins' && name.exported === local;
}

function importLine({ name, local }: ResolvedImport): string {
  const module = moduleName(name.module);
  if (name.exported === null) return local === module ? `import ${module}` : `import ${module} as ${local}`;
  const alias = local === name.exported ? '' : ` as ${local}`;
  return `from ${module} import ${name.exported}${alias}`;
}

/** What stands for the file at `path` in an import. */
export function moduleName(path: string): string {
  return path.replace(/\/__init__$/, '').replaceAll('/', '.');
}

/** The first lines of a module that was made of the schema at `path`. */
export function headOf(path: string, form: Form): Code {
  const file = visible(path.split(/[/\\]/).at(-1) ?? '');
  return [
    `# Code generated from ${file}: do not edit, change the schema instead.`,
    blank,
    // A stub has its annotations read late anyway.
    form === 'typed' ? ['from __future__ import annotations', blank] : [],
  ];
}

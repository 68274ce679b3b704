// TypeScript as data: reserved words, literals, comments, import lines.
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
  type ResolvedImport,
  type StringStyle,
} from '@fb/codegen';

/** Words that the reference compiler escapes in every name: this list decides names that users' programs call. */
export const RESERVED: readonly string[] =
  `arguments break case catch class const continue debugger default delete do else enum export extends false finally
  for function if import in instanceof new null Object return super switch this throw true try typeof var void while
  with as implements interface let package private protected public static yield undefined`.split(/\s+/);

/** Words that cannot name a variable in a module, or that generated code must reach whatever a schema declares. */
export const BINDING_WORDS: ReadonlySet<string> = new Set([...RESERVED, 'await', 'eval', 'globalThis']);

/** Words that cannot name a class or enum, or would be read as something else where a type is expected. */
export const TYPE_WORDS: ReadonlySet<string> = new Set([
  ...BINDING_WORDS,
  ...`any asserts bigint boolean infer keyof never number object readonly string symbol unique unknown`.split(
    ' ',
  ),
]);

/** Words that cannot name a member of an enum. */
export const ENUM_MEMBER_WORDS: ReadonlySet<string> = new Set([...RESERVED, 'NaN', 'Infinity', '__proto__']);

/** Words that cannot name a method of a generated class: its own members are among them. */
export const METHOD_WORDS: ReadonlySet<string> = new Set([
  ...RESERVED,
  'constructor',
  'bb',
  'bb_pos',
  '__init',
]);

/** Words that cannot name a static method of a generated class. */
export const STATIC_WORDS: ReadonlySet<string> = new Set([
  'prototype',
  'name',
  'length',
  'caller',
  'arguments',
]);

/** Words that cannot name a property of a plain class. */
export const PROPERTY_WORDS: ReadonlySet<string> = new Set([...RESERVED, '__proto__', 'constructor', 'pack']);

const STRING: StringStyle = { quote: "'", escape: (unit) => `\\u${unit.toString(16).padStart(4, '0')}` };

const COMMENT: CommentStyle = {
  open: '/**',
  close: ' */',
  line: ' *',
  escape: (text) => text.replaceAll('*/', '*\\/'),
};

/** A string literal. */
export function quoted(text: string): string {
  return stringLiteral(text, STRING);
}

/** A documentation comment, or nothing. */
export function documented(doc: readonly string[], body: Code): Code {
  return [docComment(doc, COMMENT), body];
}

/** More than this many parameters or arguments are written on lines of their own. */
const SHORT_LIST = 4;

/** A function or method: `head(parameters): result { body }`. */
export function functionCode(head: string, parameters: readonly Piece[], result: Piece, body: Code): Code {
  if (parameters.length <= SHORT_LIST) {
    return block(code`${head}(${join(parameters, ', ')}): ${result} {`, body, '}');
  }
  return [block(`${head}(`, list(parameters, ','), code`): ${result} {`), indented(body), '}'];
}

/** The statement `return callee(values);`, on one line for up to `short` values. */
export function returnCall(callee: string, values: readonly Piece[], short: number = SHORT_LIST): Code {
  if (values.length <= short) return code`return ${callee}(${join(values, ', ')});`;
  return block(`return ${callee}(`, list(values, ','), ');');
}

/** A name of the standard library. */
export function global(name: string): GlobalName {
  return { kind: 'global', name };
}

/** Import lines and layout of a file. `extension` is how the path of a generated file ends in an import. */
export function dialectOf(extension: '.js' | '.ts' | ''): Dialect {
  return {
    indent: '  ',
    extension: '.ts',
    hiddenGlobal: (name) => `globalThis.${name}`,
    imports: (imports, path) => importLines(imports, path, extension),
  };
}

/** `./x` or `../y/x`: the way from the file at `from` to the file at `to`, climbing no further than needed. */
export function relativePath(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++;
  const up = base.length - shared;
  return `${up === 0 ? './' : '../'.repeat(up)}${target.slice(shared).join('/')}`;
}

/** One line a module; a module taken as a whole comes first. */
function importLines(imports: readonly ResolvedImport[], path: string, extension: string): Code {
  const wholes = new Set<string>();
  const clauses = new Map<string, Set<string>>();
  for (const { name, local } of imports) {
    const from = name.external ? name.module : `${relativePath(path, name.module)}${extension}`;
    if (name.exported === null) wholes.add(`import * as ${local} from ${quoted(from)};`);
    else {
      const clause = clauses.get(from) ?? new Set<string>();
      const renamed = local === name.exported ? local : `${name.exported} as ${local}`;
      clauses.set(from, clause.add(name.typeOnly === true ? `type ${renamed}` : renamed));
    }
  }
  const named = [...clauses].map(
    ([from, names]) => code`import { ${[...names].join(', ')} } from ${quoted(from)};`,
  );
  const blankLine = '';
  return [[...wholes], wholes.size > 0 ? blankLine : [], named, named.length > 0 ? blankLine : []];
}

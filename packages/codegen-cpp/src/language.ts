// C++ as data: reserved words, literals, comments, and the shapes that code is made of.
import {
  block,
  code,
  docComment,
  indented,
  type Code,
  type CommentStyle,
  type Dialect,
  type Fragment,
} from '@fb/codegen';

/** Keywords up to C++20: a name that is one gets `_` behind it, which decides what users' programs call. */
const KEYWORDS: readonly string[] =
  `alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand bitor bool break case catch
  char char8_t char16_t char32_t class compl concept const consteval constexpr constinit const_cast continue co_await
  co_return co_yield decltype default delete do double dynamic_cast else enum explicit export extern false float for
  friend goto if import inline int long module mutable namespace new noexcept not not_eq nullptr operator or or_eq
  private protected public register reinterpret_cast requires return short signed sizeof static static_assert
  static_cast struct switch synchronized template this thread_local throw true try typedef typeid typename union
  unsigned using virtual void volatile wchar_t while xor xor_eq`.split(/\s+/);

/** Macros of the headers that the runtime includes: no declaration can have their name. */
const MACROS: readonly string[] = `NULL EOF assert errno offsetof stdin stdout stderr`.split(' ');

/** Types that generated code names without a namespace: a declaration of that name would hide them. */
const BARE_TYPES: readonly string[] =
  `int8_t uint8_t int16_t uint16_t int32_t uint32_t int64_t uint64_t size_t`.split(' ');

/** What no name can be. */
export const WORDS: ReadonlySet<string> = new Set([...KEYWORDS, ...MACROS]);

/** What no member of a class can be. */
export const MEMBER_WORDS: ReadonlySet<string> = new Set([...WORDS, ...BARE_TYPES]);

/** What no type, function or namespace can be: `std` and the C functions in use must stay within reach. */
export const GLOBAL_WORDS: ReadonlySet<string> = new Set([...MEMBER_WORDS, 'std', 'strcmp']);

/**
 * A string literal: bytes of UTF-8, in octal where they are not printable. Question marks are escaped too, as two of
 * them may start a trigraph.
 */
export function quoted(text: string): string {
  let body = '';
  for (const byte of utf8(text)) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c && byte !== 0x3f;
    body += plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  }
  return `"${body}"`;
}

/** The bytes of a text; a byte that was not UTF-8 is a lone surrogate U+DC80..U+DCFF there. */
export function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point >= 0xdc80 && point <= 0xdcff) bytes.push(point & 0xff);
    else {
      const extra = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      bytes.push(([0, 0xc0, 0xe0, 0xf0][extra] ?? 0) | (point >> (6 * extra)));
      for (let i = extra - 1; i >= 0; i--) bytes.push(0x80 | ((point >> (6 * i)) & 0x3f));
    }
  }
  return bytes;
}

/** A backslash at the end of a line, or the trigraph of one, would draw the next line into the comment. */
const COMMENT: CommentStyle = {
  open: null,
  close: null,
  line: '///',
  escape: (text) => text.replace(/(\\|\?\?\/)(\s*)$/, '$1$2.'),
};

/** A documentation comment, or nothing, and what it is about. */
export function documented(doc: readonly string[], body: Code): Code {
  return [docComment(doc, COMMENT), body];
}

/** `head { body }`. */
export function braces(head: string | Fragment, body: Code): Code {
  return block(code`${head} {`, body, '}');
}

/** `head { body };`, a type. */
export function typeCode(head: string, body: Code): Code {
  return block(`${head} {`, body, '};');
}

/** Calls with long lists of arguments have a line for each. */
export function call(callee: string, values: readonly string[], end = ';'): Code {
  const oneLine = `${callee}(${values.join(', ')})${end}`;
  if (oneLine.length <= 90) return oneLine;
  return block(
    `${callee}(`,
    values.map((value, i) => `${value}${i < values.length - 1 ? ',' : ''}`),
    `)${end}`,
  );
}

/** A function: `head(parameters) tail { body }`. */
export function functionCode(head: string, parameters: readonly string[], body: Code, tail = ''): Code {
  const after = tail === '' ? '' : ` ${tail}`;
  const oneLine = `${head}(${parameters.join(', ')})${after} {`;
  if (oneLine.length <= 100) return block(oneLine, body, '}');
  const lines = parameters.map((each, i) => (i < parameters.length - 1 ? `${each},` : `${each})${after} {`));
  return [`${head}(`, indented(indented(lines)), indented(body), '}'];
}

/** A constructor that initializes members before its body. */
export function constructorCode(
  head: string,
  parameters: readonly string[],
  initial: readonly string[],
  body: Code,
): Code {
  if (initial.length === 0) return functionCode(head, parameters, body);
  const oneLine = `${head}(${parameters.join(', ')})`;
  const opening =
    oneLine.length <= 96
      ? oneLine
      : [
          `${head}(`,
          indented(indented(parameters.map((each, i) => `${each}${i < parameters.length - 1 ? ',' : ')'}`))),
        ];
  const lines = initial.map(
    (each, i) => `${i === 0 ? ': ' : '  '}${each}${i < initial.length - 1 ? ',' : ' {'}`,
  );
  return [opening, indented(indented(lines)), indented(body), '}'];
}

/** Layout of a file; what it includes is part of its head. */
export function dialectOf(extension: string): Dialect {
  return { indent: '  ', extension: `.${extension}`, hiddenGlobal: (name) => `::${name}`, imports: () => [] };
}

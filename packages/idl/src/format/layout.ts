// Decides what stands before each token: nothing, a blank, or a line break. Knows the tree, but writes nothing.
// A decision must not hang on layout that writing changes, so that formatting twice is formatting once.
import type {
  AttributeSyntax,
  DeclarationSyntax,
  EnumSyntax,
  FileSyntax,
  ObjectSyntax,
  ServiceSyntax,
  SyntaxNode,
  TokenIndex,
} from '../syntax/syntax.js';
import { Kind } from '../syntax/token.js';
import { gapBefore, hasComment } from './comments.js';

/** What stands before a token; comments are fitted in. */
export const Separator = {
  nothing: 0,
  space: 1,
  line: 2,
  /** An empty line, even if there was none. */
  emptyLine: 3,
  /** A line break before what closes a list; comments before it belong to the list. */
  closingLine: 4,
} as const;

/** How a file is to be written. */
export interface Layout {
  /** A {@link Separator} for each token. */
  readonly separators: Uint8Array;
  /** How deep a line is indented that begins with the token. */
  readonly levels: Uint8Array;
  /** Tokens after which a comma is added. */
  readonly addedCommas: ReadonlySet<TokenIndex>;
  /** Commas to leave out; no comment is before them or after. */
  readonly dropped: ReadonlySet<TokenIndex>;
}

/** Columns after which an attribute list, or an enum on one line, is broken up. */
const WIDTH = 100;
/** The lines of a statement after its first are indented by this many levels more. */
const CONTINUATION = 2;

/** The layout of a file without syntax errors. */
export function layOut(file: FileSyntax): Layout {
  return new LayoutPlan(file).plan();
}

class LayoutPlan implements Layout {
  readonly separators: Uint8Array;
  readonly levels: Uint8Array;
  readonly addedCommas: Set<TokenIndex> = new Set();
  readonly dropped: Set<TokenIndex> = new Set();
  readonly #file: FileSyntax;
  readonly #kinds: Uint8Array;

  constructor(file: FileSyntax) {
    this.separators = new Uint8Array(file.tokens.count);
    this.levels = new Uint8Array(file.tokens.count);
    this.#file = file;
    this.#kinds = file.tokens.kinds;
  }

  plan(): Layout {
    let afterBody = false;
    for (const [index, declaration] of this.#file.declarations.entries()) {
      const hasBody = this.#declaration(declaration);
      const apart = index > 0 && (hasBody || afterBody);
      this.separators[declaration.first] = apart ? Separator.emptyLine : Separator.line;
      afterBody = hasBody;
    }
    this.separators[this.#file.tokens.count - 1] = Separator.closingLine;
    return this;
  }

  /** Whether the declaration takes several lines. */
  #declaration(declaration: DeclarationSyntax): boolean {
    switch (declaration.kind) {
      case 'table':
      case 'struct':
        return this.#block(declaration, declaration.name + 1, declaration.fields);
      case 'service':
        return this.#block(declaration, declaration.name + 1, declaration.calls);
      case 'enum':
      case 'union':
        return this.#enum(declaration);
      case 'json':
        return true;
      default:
        this.#statement(declaration.first, declaration.end, 0, []);
        return false;
    }
  }

  #enum(syntax: EnumSyntax): boolean {
    const { members, attributes } = syntax;
    const afterName = syntax.underlying?.end ?? syntax.name + 1;
    if (this.#isOneLine(syntax, afterAttributes(attributes, afterName))) {
      const lists = [attributes, ...members.map((member) => member.attributes)];
      if (this.#statement(syntax.first, syntax.end, 0, lists)) {
        const beforeBrace = syntax.end - 2;
        if (this.#kinds[beforeBrace] === Kind.comma) this.dropped.add(beforeBrace);
        return false;
      }
    }
    const hasBody = this.#block(syntax, afterName, members);
    for (const { end } of members) if (end < syntax.end - 1) this.#continue(end, 1, Separator.nothing);
    const last = members.at(-1);
    // The tutorial's unions have semicolons, which stay.
    if (last !== undefined && this.#kinds[last.end] !== Kind.comma && syntax.semicolons.length === 0)
      this.addedCommas.add(last.end - 1);
    return hasBody;
  }

  /** Whether an enum was written on one line, without comments. */
  #isOneLine(syntax: EnumSyntax, brace: TokenIndex): boolean {
    const [first] = syntax.members;
    if (first === undefined || gapBefore(this.#file, first.first).breaks > 0) return false;
    for (let token = brace + 1; token < syntax.end; token++) if (hasComment(this.#file, token)) return false;
    return true;
  }

  /** A header, and in braces one item a line. */
  #block(
    syntax: ObjectSyntax | EnumSyntax | ServiceSyntax,
    afterName: TokenIndex,
    items: readonly (SyntaxNode & { readonly attributes: readonly AttributeSyntax[] })[],
  ): boolean {
    const brace = afterAttributes(syntax.attributes, afterName);
    this.#statement(syntax.first, brace + 1, 0, [syntax.attributes]);
    for (const item of items) {
      this.#line(item.first, 1);
      this.#statement(item.first, item.end, 1, [item.attributes]);
    }
    const close = syntax.end - 1;
    const isEmpty = items.length === 0 && !hasComment(this.#file, close);
    if (!isEmpty) this.#close(close, 0);
    return !isEmpty;
  }

  /** Tokens that belong on one line, whether they fit or not; if they do not, attribute lists are broken up. */
  #statement(
    first: TokenIndex,
    end: TokenIndex,
    level: number,
    lists: readonly (readonly AttributeSyntax[])[],
  ): boolean {
    for (let token = first + 1; token < end; token++) {
      const apart = isApart(this.#kinds[token - 1] ?? 0, this.#kinds[token] ?? 0);
      this.#continue(token, level, apart ? Separator.space : Separator.nothing);
    }
    for (const attributes of lists) {
      const [firstAttribute] = attributes;
      // Without the blank, the parenthesis would make a function of the word before it.
      if (firstAttribute !== undefined) this.separators[firstAttribute.first - 1] = Separator.space;
      for (const { value } of attributes) if (value >= 0) this.separators[value] = Separator.space;
    }
    const fits = this.#width(first, end, level) <= WIDTH;
    if (fits) return true;
    for (const attributes of lists) {
      if (attributes.length < 2) continue;
      for (const attribute of attributes) this.#line(attribute.first, level + 1);
      this.#close(afterAttributes(attributes, 0) - 1, level);
    }
    return false;
  }

  /** A token that goes on a line. If comments leave none to go on, its own line is indented more. */
  #continue(token: TokenIndex, level: number, separator: number): void {
    this.separators[token] = separator;
    this.levels[token] = level + CONTINUATION;
  }

  #line(token: TokenIndex, level: number): void {
    this.separators[token] = Separator.line;
    this.levels[token] = level;
  }

  #close(token: TokenIndex, level: number): void {
    this.separators[token] = Separator.closingLine;
    this.levels[token] = level;
  }

  /** The columns that tokens take on one line; infinite if comments keep them from it. */
  #width(first: TokenIndex, end: TokenIndex, level: number): number {
    const { starts, ends } = this.#file.tokens;
    let width = 2 * level;
    for (let token = first; token < end && width <= WIDTH; token++) {
      width += (ends[token] ?? 0) - (starts[token] ?? 0);
      if (token === first) continue;
      if (this.separators[token] !== Separator.nothing) width++;
      if (!hasComment(this.#file, token)) continue;
      for (const { kind, text } of gapBefore(this.#file, token).comments) {
        if (kind !== 'block' || text.includes('\n')) return Infinity;
        width += text.length + 1;
      }
    }
    return width;
  }
}

/** The token after an attribute list, if there is one, that begins at `from`. */
function afterAttributes(attributes: readonly AttributeSyntax[], from: TokenIndex): TokenIndex {
  const last = attributes.at(-1);
  return last === undefined ? from : last.end + 1;
}

/** Whether a blank goes between two tokens of a statement. */
function isApart(before: number, kind: number): boolean {
  switch (kind) {
    case Kind.comma:
    case Kind.semicolon:
    case Kind.colon:
    case Kind.dot:
    case Kind.openParen:
    case Kind.closeParen:
    case Kind.closeBracket:
      return false;
  }
  switch (before) {
    case Kind.colon:
    case Kind.dot:
    case Kind.openParen:
    case Kind.openBracket:
    case Kind.plus:
    case Kind.minus:
      return false;
  }
  return true;
}

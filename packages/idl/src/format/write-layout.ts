// Writes tokens and comments as a layout says. Every token and comment comes out, in order: only white space, and
// commas that the layout names, differ from the text.
import type { FileSyntax, TokenIndex } from '../syntax/syntax.js';
import { Kind } from '../syntax/token.js';
import { gapBefore, hasComment, withLineFeeds, withoutEndBlanks, type Comment } from './comments.js';
import { Separator, type Layout } from './layout.js';

/** The text of a file in a layout. */
export function writeLayout(file: FileSyntax, layout: Layout): string {
  const { tokens, source } = file;
  const last = file.declarations.at(-1);
  const json = last?.kind === 'json' ? last.first : -1;
  const writer = new LayoutWriter(file, layout);
  for (let token = 0; token < tokens.count; token++) {
    writer.gap(token);
    if (token === json) {
      writer.put(withLineFeeds(withoutEndBlanks(source.text.slice(tokens.starts[json]))));
      break;
    }
    if (!layout.dropped.has(token)) writer.put(source.text.slice(tokens.starts[token], tokens.ends[token]));
    if (layout.addedCommas.has(token)) writer.put(',');
  }
  return writer.done();
}

class LayoutWriter {
  readonly #file: FileSyntax;
  readonly #layout: Layout;
  readonly #parts: string[] = [];

  constructor(file: FileSyntax, layout: Layout) {
    this.#file = file;
    this.#layout = layout;
  }

  put(text: string): void {
    if (text !== '') this.#parts.push(text);
  }

  done(): string {
    return this.#parts.length === 0 ? '' : `${this.#parts.join('')}\n`;
  }

  /** What goes before a token. */
  gap(token: TokenIndex): void {
    const separator = this.#layout.separators[token] ?? Separator.nothing;
    if (separator === Separator.nothing || separator === Separator.space) {
      if (hasComment(this.#file, token)) this.#commentsInLine(token, separator);
      else if (separator === Separator.space) this.put(' ');
    } else {
      this.#lines(token, separator);
    }
  }

  /** Comments inside a statement. After a line comment it goes on in the next line. */
  #commentsInLine(token: TokenIndex, separator: number): void {
    const { kinds } = this.#file.tokens;
    const level = this.#layout.levels[token] ?? 0;
    const before = kinds[token - 1] ?? Kind.end;
    let apart = before !== Kind.openParen && before !== Kind.openBracket;
    let needsLine = false;
    for (const comment of gapBefore(this.#file, token).comments) {
      if (needsLine || comment.kind === 'doc' || (comment.kind === 'line' && comment.breaks > 0))
        this.#line(level, false);
      else if (apart) this.put(' ');
      this.put(commentText(comment, level));
      needsLine = comment.kind !== 'block';
      apart = true;
    }
    if (needsLine) this.#line(level, false);
    else if (separator === Separator.space || !closesOrSeparates(kinds[token] ?? Kind.end)) this.put(' ');
  }

  /** A line break, or several with comments between. Comments on the line of the token before stay there. */
  #lines(token: TokenIndex, separator: number): void {
    const closes = separator === Separator.closingLine;
    const isEnd = this.#file.tokens.kinds[token] === Kind.end;
    const level = this.#layout.levels[token] ?? 0;
    const { comments, breaks } = gapBefore(this.#file, token);
    const places = [...comments.map((comment) => comment.breaks), breaks];
    const lastPlace = comments.length;
    const isBreak = places.map(
      (count, place) => count > 0 || comments[place]?.kind === 'doc' || isLine(comments[place - 1]),
    );
    if (closes) isBreak[lastPlace] = true;
    else if (!isBreak.includes(true)) isBreak[0] = true;
    const isEmpty = places.map(
      (count, place) =>
        count > 1 &&
        isBreak[place] === true &&
        !(place === 0 && this.#opens(token - 1)) &&
        !(place === lastPlace && closes),
    );
    if (separator === Separator.emptyLine && !isEmpty.includes(true)) isEmpty[isBreak.indexOf(true)] = true;
    const commentLevel = closes && !isEnd ? level + 1 : level;
    for (const [place, comment] of comments.entries()) {
      if (isBreak[place] === true) this.#line(commentLevel, isEmpty[place] === true);
      else if (this.#parts.length > 0) this.put(' ');
      this.put(commentText(comment, commentLevel));
    }
    if (isEnd) return;
    if (isBreak[lastPlace] === true) this.#line(level, isEmpty[lastPlace] === true);
    else this.put(' ');
  }

  #opens(token: TokenIndex): boolean {
    const kind = this.#file.tokens.kinds[token];
    return kind === Kind.openBrace || kind === Kind.openParen;
  }

  /** Begins a line; the first of the file has begun already. */
  #line(level: number, afterEmpty: boolean): void {
    if (this.#parts.length > 0) this.put((afterEmpty ? '\n\n' : '\n') + '  '.repeat(level));
  }
}

/** A comment at a level of indentation. The lines of a block follow if each begins with a star, else they stay. */
function commentText(comment: Comment, level: number): string {
  if (comment.kind !== 'block' || !comment.text.includes('\n')) return comment.text;
  const [first = '', ...rest] = comment.text.split('\n');
  const trimmed = rest.map((line) => line.replace(/^[ \t]+/, ''));
  if (!trimmed.every((line) => line.startsWith('*'))) return comment.text;
  return [first, ...trimmed.map((line) => `${'  '.repeat(level)} ${line}`)].join('\n');
}

function isLine(comment: Comment | undefined): boolean {
  return comment !== undefined && comment.kind !== 'block';
}

function closesOrSeparates(kind: number): boolean {
  return (
    kind === Kind.comma ||
    kind === Kind.semicolon ||
    kind === Kind.colon ||
    kind === Kind.closeParen ||
    kind === Kind.closeBracket
  );
}

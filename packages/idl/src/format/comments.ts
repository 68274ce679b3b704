// What lies between two tokens: comments, and where lines were broken. The lexer steps over both.
import type { FileSyntax, TokenIndex } from '../syntax/syntax.js';

/** A comment and the place it had among the lines. */
export interface Comment {
  /** `doc` is `///`, whose text means something; it is always the first thing on its line. */
  readonly kind: 'line' | 'doc' | 'block';
  /** As written, with line feeds for line breaks; of a plain line comment, without blanks at the end. */
  readonly text: string;
  /** How many line breaks stand right before it. */
  readonly breaks: number;
}

/** All that lies before a token. */
export interface Gap {
  readonly comments: readonly Comment[];
  /** How many line breaks stand between the last comment, or the token before, and the token. */
  readonly breaks: number;
}

const LF = 10;
const CR = 13;
const SLASH = 0x2f;
const BLANKS = ' \t\r\n';

/** Whether any comment stands before a token. */
export function hasComment(file: FileSyntax, token: TokenIndex): boolean {
  const { text } = file.source;
  const { start, stop } = bounds(file, token);
  for (let at = start; at < stop; at++) if (text.charCodeAt(at) === SLASH) return true;
  return false;
}

/** The gap before a token. */
export function gapBefore(file: FileSyntax, token: TokenIndex): Gap {
  const { text } = file.source;
  const { start, stop } = bounds(file, token);
  const comments: Comment[] = [];
  let breaks = 0;
  for (let at = start; at < stop;) {
    const c = text.charCodeAt(at);
    if (c === SLASH) {
      const end = commentEnd(text, at, stop);
      comments.push(readComment(text.slice(at, end), breaks));
      breaks = 0;
      at = end;
    } else {
      if (c === LF || (c === CR && text.charCodeAt(at + 1) !== LF)) breaks++;
      at++;
    }
  }
  return { comments, breaks };
}

/** Line breaks as line feeds. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Without white space at the end. By hand: a regular expression would try from every blank on the way. */
export function withoutEndBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && BLANKS.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function bounds(file: FileSyntax, token: TokenIndex): { readonly start: number; readonly stop: number } {
  const { starts, ends } = file.tokens;
  return { start: token === 0 ? 0 : (ends[token - 1] ?? 0), stop: starts[token] ?? 0 };
}

function readComment(text: string, breaks: number): Comment {
  if (text.startsWith('/*')) return { kind: 'block', text: withLineFeeds(text), breaks };
  if (text.startsWith('///')) return { kind: 'doc', text, breaks };
  return { kind: 'line', text: withoutEndBlanks(text), breaks };
}

function commentEnd(text: string, start: number, stop: number): number {
  if (text.startsWith('/*', start)) return text.indexOf('*/', start + 2) + 2;
  let end = start + 2;
  while (end < stop && text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end++;
  return end;
}

// Documentation: the `///` lines between a token and the one before it. Blank lines and other comments in between
// do not interrupt. Texts are kept as written, without the slashes.
import type { Tokens } from './token.js';

const NONE: readonly string[] = Object.freeze([]);

/** The documentation lines in front of a token. */
export function docBefore(text: string, tokens: Tokens, token: number): readonly string[] {
  const stop = tokens.starts[token] ?? 0;
  let at = token === 0 ? 0 : (tokens.ends[token - 1] ?? 0);
  if (!hasSlash(text, at, stop)) return NONE;
  const lines: string[] = [];
  while (at < stop) {
    if (text.startsWith('//', at)) {
      let end = at + 2;
      while (end < stop && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
      if (text.charCodeAt(at + 2) === 0x2f && end > at + 2) lines.push(text.slice(at + 3, end));
      at = end;
    } else if (text.startsWith('/*', at)) {
      at = text.indexOf('*/', at + 2) + 2;
      if (at < 2) break;
    } else {
      at++;
    }
  }
  return lines.length === 0 ? NONE : lines;
}

/** Most tokens have nothing but blanks before them. */
function hasSlash(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 0x2f) return true;
  return false;
}

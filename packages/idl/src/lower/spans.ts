// Places of syntax nodes.
import type { Span } from '@fb/diagnostics';
import type { FileUnit } from '../loader.js';

/** The place of a token. */
export function tokenSpan(unit: FileUnit, token: number): Span {
  const { source, tokens } = unit.syntax;
  return { source, start: tokens.starts[token] ?? 0, end: tokens.ends[token] ?? 0 };
}

/** The place of a node, from its first token to its last. */
export function nodeSpan(unit: FileUnit, node: { readonly first: number; readonly end: number }): Span {
  const { source, tokens } = unit.syntax;
  return {
    source,
    start: tokens.starts[node.first] ?? 0,
    end: tokens.ends[Math.max(node.first, node.end - 1)] ?? 0,
  };
}

/** The text of a token. */
export function tokenText(unit: FileUnit, token: number): string {
  const { source, tokens } = unit.syntax;
  return source.text.slice(tokens.starts[token], tokens.ends[token]);
}

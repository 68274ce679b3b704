// Diagnostics as text with a caret frame. Colour is the caller's: it passes a painter, the default paints nothing.
import type { Diagnostic } from './diagnostic.js';
import type { Span } from './source.js';

/** What a piece of rendered text is, for a painter to colour. @public */
export type PaintRole = 'error' | 'warning' | 'place' | 'gutter' | 'hint';

/** Options of {@link renderDiagnostic}. @public */
export interface RenderOptions {
  /** Wraps `text` in whatever shows its role; plain text by default. */
  readonly paint?: (role: PaintRole, text: string) => string;
}

/**
 * The diagnostic as lines of text, without a final line break:
 *
 * ```text
 * monster.fbs:11:15: warning W-DIALECT-DEFAULT: ...
 *   11 |   mana:short (default=150);
 *      |               ^~~~~~~~~~~
 *   hint: write `mana:short = 150;`
 * ```
 * @public
 */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions = {}): string {
  const paint = options.paint ?? ((_role: PaintRole, text: string) => text);
  const { severity, code, message, span, related, hint } = diagnostic;
  const place = span === null ? '' : paint('place', `${printable(placeOf(span))}: `);
  const at = diagnostic.path === undefined ? '' : ` (at ${diagnostic.path})`;
  const lines = [`${place}${paint(severity, `${severity} ${code}:`)} ${printable(message + at)}`];
  if (span !== null) lines.push(...frame(span, severity, paint));
  for (const other of related) {
    lines.push(
      `  ${paint('place', `${printable(placeOf(other.span))}:`)} ${printable(other.message)}`,
      ...frame(other.span, 'hint', paint),
    );
  }
  if (hint !== null) lines.push(`  ${paint('hint', 'hint:')} ${printable(hint)}`);
  return lines.join('\n');
}

/** `path:line:column` of the start of a span. @public */
export function placeOf(span: Span): string {
  const { line, column } = span.source.position(span.start);
  return `${span.source.path}:${line}:${column}`;
}

/** Longest piece of a source line that a frame shows, in UTF-16 code units. */
const FRAME_WIDTH = 100;

function frame(span: Span, role: PaintRole, paint: (role: PaintRole, text: string) => string): string[] {
  const start = span.source.position(span.start);
  const end = span.source.position(Math.max(span.end, span.start));
  const full = span.source.lineText(start.line);
  const from = start.column - 1 > FRAME_WIDTH - 20 ? start.column - 1 - 40 : 0;
  const shown = printable(full.slice(from, from + FRAME_WIDTH));
  const stop = end.line === start.line ? end.column - 1 : full.length;
  const width = Math.max(1, Math.min(stop - from, shown.length) - (start.column - 1 - from));
  const lead = shown.slice(0, start.column - 1 - from).replace(/[^\t]/g, ' ');
  const number = String(start.line);
  const gutter = ' '.repeat(number.length);
  return [
    `${paint('gutter', `  ${number} |`)} ${from > 0 ? '…' : ''}${shown}`,
    `${paint('gutter', `  ${gutter} |`)} ${from > 0 ? ' ' : ''}${lead}${paint(role, `^${'~'.repeat(width - 1)}`)}`,
  ];
}

/** Control characters, which messages may quote as well, would move the cursor of a terminal: show a dot instead; tabs stay. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters meant
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/gu, '·');
}

// Lays a schema's text out anew. Knows the syntax only: names, types and rules have no say in it.
import { TextSource, type Diagnostic } from '@fb/diagnostics';
import { lex } from '../syntax/lexer.js';
import { parse } from '../syntax/parser.js';
import { layOut } from './layout.js';
import { reportMissingValues } from './missing-values.js';
import { writeLayout } from './write-layout.js';

/** Options of {@link format}. @public */
export interface FormatOptions {
  /** The name to give the text in diagnostics; `schema.fbs` by default. */
  readonly path?: string;
}

/** What came of formatting. @public */
export interface FormatResult {
  /** The text laid out; exactly the given one if there are diagnostics. */
  readonly text: string;
  /** Errors of the syntax, in the order in which they were found; empty if the text was laid out. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lays out the text of a schema: two blanks a level, one field a line, one blank line at most between lines, at least
 * one around definitions that take several lines, line feeds, no byte order mark. Attribute lists longer than 100
 * columns, and enums that are longer or were not written on one line, have one item a line; the last value of such an
 * enum gets a comma, one on a single line gets none. Comments stay where they are.
 *
 * Names, strings, numbers and the tutorial's dialect stay as written, so that the meaning is the same, documentation
 * included. A JSON object at the end is kept as it is. Formatting twice is formatting once. Text with errors of the
 * syntax is returned as it is, with diagnostics; other mistakes do not matter. Never throws for what is in the text.
 * @public
 */
export function format(text: string, options: FormatOptions = {}): FormatResult {
  const source = new TextSource(options.path ?? 'schema.fbs', text);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  // What is inside of strings has no say in the layout either.
  const tokens = lex(source, report, { allowNonUtf8: true });
  const file = parse(source, tokens, report, { included: false });
  reportMissingValues(file, report);
  if (diagnostics.length > 0) return { text, diagnostics };
  return { text: writeLayout(file, layOut(file)), diagnostics };
}

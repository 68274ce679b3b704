// The parser leaves it to those who know a field's type to say that its value is missing. To whoever knows the syntax
// only, it is a mistake like others.
import { messages } from '../messages.js';
import { Cursor } from '../syntax/cursor.js';
import type { Report } from '../report.js';
import type { AttributeSyntax, FileSyntax, ValueSyntax } from '../syntax/syntax.js';

/** Reports every equals sign that no value follows. */
export function reportMissingValues(file: FileSyntax, report: Report): void {
  const cursor = new Cursor(file.source, file.tokens, report);
  for (const { kind, token } of valuesOf(file)) {
    if (kind !== 'missing') continue;
    const params = { wanted: 'a value', found: cursor.describe(token) };
    report(messages.create('SYN-EXPECT', cursor.span(token), params));
  }
}

function* valuesOf(file: FileSyntax): Iterable<ValueSyntax> {
  for (const declaration of file.declarations) {
    switch (declaration.kind) {
      case 'table':
      case 'struct':
        yield* valuesIn(declaration.attributes);
        for (const { value, attributes } of declaration.fields) {
          if (value !== null) yield value;
          yield* valuesIn(attributes);
        }
        break;
      case 'enum':
      case 'union':
        yield* valuesIn(declaration.attributes);
        for (const { attributes } of declaration.members) yield* valuesIn(attributes);
        break;
      case 'service':
        yield* valuesIn(declaration.attributes);
        for (const { attributes } of declaration.calls) yield* valuesIn(attributes);
        break;
      default:
    }
  }
}

function* valuesIn(attributes: readonly AttributeSyntax[]): Iterable<ValueSyntax> {
  for (const { equals } of attributes) if (equals !== null) yield equals;
}

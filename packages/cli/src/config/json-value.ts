// JSON for people (comments and a comma too many are fine) as values that know where they are.
import type { Diagnostic, Span, TextSource } from '@fb/diagnostics';
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { configMessages } from './messages.js';

/** A value and its place. */
export type JsonValue = { readonly span: Span } & (
  | { readonly kind: 'object'; readonly properties: readonly JsonProperty[] }
  | { readonly kind: 'list'; readonly items: readonly JsonValue[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
);

/** A property of an object, in the order of the text; a name may be there twice. */
export interface JsonProperty {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: JsonValue;
}

/** What each kind of value is called. */
export const KINDS: Readonly<Record<JsonValue['kind'], string>> = {
  object: 'an object',
  list: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

/** The value that `source` holds, or the first thing that is wrong with it. */
export function readJson(source: TextSource): JsonValue | Diagnostic {
  // The parser knows no byte order mark.
  const text = source.text.replace(/^\ufeff/, ' ');
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (first !== undefined) {
      // Such as CommaExpected.
      const words = printParseErrorCode(first.error).replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter}`);
      const span = { source, start: first.offset, end: first.offset + first.length };
      return configMessages.create('CONFIG-JSON', span, { problem: words.toLowerCase() });
    }
    if (root !== undefined) return valueOf(root, source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const span = { source, start: 0, end: 0 };
    return configMessages.create('CONFIG-JSON', span, { problem: 'it is nested too deeply' });
  }
  return configMessages.create('CONFIG-JSON', { source, start: 0, end: 0 }, { problem: 'it is empty' });
}

function valueOf(node: Node, source: TextSource): JsonValue {
  const span = spanOf(node, source);
  const children = node.children ?? [];
  switch (node.type) {
    case 'object': {
      const properties = children.flatMap(({ children: [name, value] = [] }) =>
        name === undefined || value === undefined
          ? []
          : [{ name: String(name.value), nameSpan: spanOf(name, source), value: valueOf(value, source) }],
      );
      return { kind: 'object', span, properties };
    }
    case 'array':
      return { kind: 'list', span, items: children.map((child) => valueOf(child, source)) };
    case 'string':
      return { kind: 'string', span, value: String(node.value) };
    case 'number':
      return { kind: 'number', span, value: Number(node.value) };
    case 'boolean':
      return { kind: 'boolean', span, value: node.value === true };
    default:
      return { kind: 'null', span };
  }
}

function spanOf({ offset, length }: Node, source: TextSource): Span {
  return { source, start: offset, end: offset + length };
}

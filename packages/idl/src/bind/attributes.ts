// Attribute lists with their values. Which attributes mean something where is a matter of rules.
import type { Span } from '@fb/diagnostics';
import { BUILTIN_ATTRIBUTES, type Attribute } from '@fb/schema';
import type { FileUnit } from '../loader.js';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import { parseInteger } from '../syntax/numbers.js';
import { stringValue } from '../syntax/scan-string.js';
import type { AttributeSyntax, ValueSyntax } from '../syntax/syntax.js';
import { Kind } from '../syntax/token.js';

/** An attribute as written. */
export interface AttributeDraft {
  readonly name: string;
  readonly value: string | null;
  readonly isString: boolean;
  readonly span: Span;
}

/** The attributes of a definition, first of each name only. */
export interface AttributeList {
  readonly items: readonly AttributeDraft[];
  /** The tutorial's `(default=value)`. */
  readonly dialectDefault: { readonly value: ValueSyntax; readonly span: Span } | null;
}

const NO_ATTRIBUTES: readonly Attribute[] = Object.freeze([]);
const EMPTY: AttributeList = Object.freeze({ items: Object.freeze([]), dialectDefault: null });
const INT_MIN = -(2n ** 31n);
const INT_MAX = 2n ** 31n - 1n;

/** The attribute of this name, if it is there. */
export function findAttribute(list: AttributeList, name: string): AttributeDraft | null {
  // Asked many times for each field, mostly of an empty list.
  if (list.items.length === 0) return null;
  for (const item of list.items) if (item.name === name) return item;
  return null;
}

export function hasAttribute(list: AttributeList, name: string): boolean {
  return findAttribute(list, name) !== null;
}

/** Reads the names and values of a list. */
export function readAttributes(
  unit: FileUnit,
  syntaxes: readonly AttributeSyntax[],
  report: Report,
): AttributeList {
  if (syntaxes.length === 0) return EMPTY;
  const { source, tokens } = unit.syntax;
  const spanOf = (token: number): Span => ({
    source,
    start: tokens.starts[token] ?? 0,
    end: tokens.ends[token] ?? 0,
  });
  const seen = new Map<string, Span>();
  const items: AttributeDraft[] = [];
  let dialectDefault: AttributeList['dialectDefault'] = null;
  for (const syntax of syntaxes) {
    const span = spanOf(syntax.name);
    const isWord = tokens.kinds[syntax.name] === Kind.word;
    if (tokens.kinds[syntax.name] === Kind.badString) continue;
    const name = isWord
      ? source.text.slice(span.start, span.end)
      : stringValue(source.text, span.start, span.end);
    if (syntax.equals !== null) {
      const whole = { source, start: span.start, end: tokens.ends[syntax.end - 1] ?? span.end };
      if (name === 'default') dialectDefault ??= { value: syntax.equals, span: whole };
      continue;
    }
    const first = seen.get(name);
    if (first !== undefined) {
      report(
        messages.create(
          'W-ATTR-DUP',
          span,
          { name },
          { related: [{ message: 'first listed here', span: first }] },
        ),
      );
      continue;
    }
    seen.set(name, span);
    items.push({
      name,
      span,
      ...readValue(source.text, tokens.kinds[syntax.value] ?? -1, spanOf(syntax.value), report),
    });
  }
  return { items, dialectDefault };
}

/** As the model lists them. Declaring an attribute of the language again makes it one of the schema's own. */
export function modelAttributes(
  list: AttributeList,
  declared: ReadonlyMap<string, unknown>,
): readonly Attribute[] {
  if (list.items.length === 0) return NO_ATTRIBUTES;
  return list.items.map(({ name, value }) => ({
    name,
    value,
    builtin: BUILTIN_ATTRIBUTES.has(name) && !declared.has(name),
  }));
}

function readValue(
  text: string,
  kind: number,
  span: Span,
  report: Report,
): { value: string | null; isString: boolean } {
  if (kind === Kind.string) return { value: stringValue(text, span.start, span.end), isString: true };
  if (kind !== Kind.integer) return { value: null, isString: false };
  const written = text.slice(span.start, span.end);
  const value = parseInteger(written);
  if (value === null || value < INT_MIN || value > INT_MAX) {
    report(
      messages.create('VAL-RANGE', span, {
        value: written,
        type: 'an attribute',
        min: INT_MIN,
        max: INT_MAX,
      }),
    );
    return { value: null, isString: false };
  }
  return { value: String(value), isString: false };
}

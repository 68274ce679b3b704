// Values of a config file as what they have to be; what they are not is collected.
import { didYouMean, type Diagnostic, type Span } from '@fb/diagnostics';
import { KINDS, type JsonValue } from './json-value.js';
import { configMessages } from './messages.js';

/** Looks at values and remembers what was wrong. */
export class ValueReader {
  readonly #found: Diagnostic[] = [];

  get diagnostics(): readonly Diagnostic[] {
    return this.#found;
  }

  add(diagnostic: Diagnostic): void {
    this.#found.push(diagnostic);
  }

  /** Says that `value` is not what it has to be. */
  refuse(value: JsonValue, what: string, expected: string): null {
    const params = { what, expected, found: KINDS[value.kind] };
    this.add(configMessages.create('CONFIG-TYPE', value.span, params));
    return null;
  }

  /** The values of an object that has no other properties than `names`. */
  object<N extends string>(
    value: JsonValue,
    owner: string,
    names: readonly N[],
  ): Partial<Record<N, JsonValue>> | null {
    if (value.kind !== 'object') return this.refuse(value, owner, KINDS.object);
    const known = new Map<string, N>(names.map((name) => [name, name]));
    const values: Partial<Record<N, JsonValue>> = {};
    for (const { name, nameSpan, value: each } of this.#once(value)) {
      const property = known.get(name);
      if (property !== undefined) {
        values[property] = each;
        continue;
      }
      const hint = didYouMean(name, names) ?? `it may have ${names.join(', ')}`;
      this.add(configMessages.create('CONFIG-PROPERTY', nameSpan, { owner, name }, { hint }));
    }
    return values;
  }

  /** The properties of an object, whatever they are called; none if there is no value. */
  entries(value: JsonValue | undefined, what: string): readonly Entry[] {
    if (value === undefined) return [];
    if (value.kind === 'object') return this.#once(value);
    this.refuse(value, what, KINDS.object);
    return [];
  }

  string(value: JsonValue, what: string): string | null {
    return value.kind === 'string' ? value.value : this.refuse(value, what, KINDS.string);
  }

  list(value: JsonValue, what: string): readonly JsonValue[] {
    if (value.kind === 'list') return value.items;
    this.refuse(value, what, KINDS.list);
    return [];
  }

  /** A list of strings, each with its place; none if there is no value. */
  strings(
    value: JsonValue | undefined,
    what: string,
  ): readonly { readonly text: string; readonly span: Span }[] {
    if (value === undefined) return [];
    return this.list(value, what).flatMap((item) => {
      const text = this.string(item, `what ${what} lists`);
      return text === null ? [] : [{ text, span: item.span }];
    });
  }

  /** An object of texts, numbers and switches as `name=value` each; none if there is no value. */
  texts(value: JsonValue | undefined, what: string): readonly string[] {
    return this.entries(value, what).flatMap(({ name, value: each }) => {
      if (each.kind === 'string' || each.kind === 'number' || each.kind === 'boolean')
        return [`${name}=${each.value}`];
      this.refuse(each, `"${name}"`, KINDS.string);
      return [];
    });
  }

  #once({ properties }: JsonValue & { readonly kind: 'object' }): readonly Entry[] {
    const first = new Map<string, Span>();
    for (const { name, nameSpan } of properties) {
      const before = first.get(name);
      if (before === undefined) {
        first.set(name, nameSpan);
        continue;
      }
      const related = [{ message: 'the first time', span: before }];
      this.add(configMessages.create('CONFIG-REPEATED', nameSpan, { name }, { related }));
    }
    return properties;
  }
}

type Entry = (JsonValue & { readonly kind: 'object' })['properties'][number];

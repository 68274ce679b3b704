// How messages repeat what a text says: not at any length.
import type { JsonCode, JsonParams } from '../messages.js';

const MAX_LENGTH = 60;

/** The parameters of messages that repeat what the text says. */
const ECHOES: ReadonlySet<string> = new Set(['found', 'key', 'name', 'text']);

/** The start of `text` and an ellipsis, if it is long. */
export function excerpt(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  // Half a surrogate pair is no character.
  return `${text.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What a message is given, none of it from the text at any length. */
export function excerpts<C extends JsonCode>(params: JsonParams<C>): JsonParams<C> {
  const entries: [string, string | number | bigint][] = Object.entries(params);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      ECHOES.has(name) && typeof value === 'string' ? excerpt(value) : value,
    ]),
  ) as JsonParams<C>;
}

/** A key or an index as part of a path. */
export function pathStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  if (step === '') return '';
  const shown = excerpt(step);
  return /^[A-Za-z_]\w*$/.test(shown) ? `.${shown}` : `[${JSON.stringify(shown)}]`;
}

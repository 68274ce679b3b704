// A typed table of messages: each code names its parameters, so a forgotten one does not compile.
import type { Diagnostic, Related, Severity } from './diagnostic.js';
import type { Span } from './source.js';

/** A message with named holes. @public */
export interface MessageTemplate<Param extends string = string> {
  readonly severity: Severity;
  readonly parts: readonly string[];
  readonly params: readonly Param[];
}

/** What a diagnostic may carry besides its message. @public */
export interface DiagnosticExtras {
  readonly related?: readonly Related[];
  readonly hint?: string | null;
  readonly path?: string;
}

/** The values for the holes of a message. @public */
export type MessageParams<T> =
  T extends MessageTemplate<infer P> ? Readonly<Record<P, string | number | bigint>> : never;

/** A closed set of diagnostics, keyed by code. @public */
export interface Catalogue<T extends Readonly<Record<string, MessageTemplate>>> {
  /** The templates themselves, for documentation and for tests that every code has a case. */
  readonly messages: T;
  /** Makes the diagnostic `code` at `span` with the holes of its message filled. */
  create<C extends keyof T & string>(
    code: C,
    span: Span | null,
    params: MessageParams<T[C]>,
    extras?: DiagnosticExtras,
  ): Diagnostic;
}

/**
 * Tag for an error message. Each hole holds the name of a parameter, as a string:
 *
 * ```ts
 * error`the type ${'name'} is not declared`
 * ```
 * @public
 */
export function error<const P extends readonly string[]>(
  parts: TemplateStringsArray,
  ...params: P
): MessageTemplate<P[number]> {
  return { severity: 'error', parts: [...parts], params };
}

/** Tag for a warning message, used like {@link error}. @public */
export function warning<const P extends readonly string[]>(
  parts: TemplateStringsArray,
  ...params: P
): MessageTemplate<P[number]> {
  return { severity: 'warning', parts: [...parts], params };
}

/** Makes a catalogue from its templates. @public */
export function defineCatalogue<const T extends Readonly<Record<string, MessageTemplate>>>(
  messages: T,
): Catalogue<T> {
  return {
    messages,
    create(code, span, params, extras = {}) {
      const template: MessageTemplate = messages[code] as MessageTemplate;
      const values: Readonly<Record<string, string | number | bigint>> = params;
      const message = template.parts.reduce(
        (text, part, i) => `${text}${values[template.params[i - 1] ?? ''] ?? ''}${part}`,
      );
      return {
        code,
        severity: template.severity,
        message,
        span,
        ...(extras.path === undefined ? {} : { path: extras.path }),
        related: extras.related ?? [],
        hint: extras.hint ?? null,
      };
    },
  };
}

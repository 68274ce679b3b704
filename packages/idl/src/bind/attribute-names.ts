// Which attributes a schema declares, and that none is used without. Declarations of any file count.
import { didYouMean, type Span } from '@fb/diagnostics';
import { BUILTIN_ATTRIBUTES } from '@fb/schema';
import type { FileUnit } from '../loader.js';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import { stringValue } from '../syntax/scan-string.js';
import { Kind } from '../syntax/token.js';

/** How many misspelt names get a hint; looking for near names is slow in a large schema. */
const MAX_HINTS = 20;

export class AttributeNames {
  /** Where each is declared first. */
  readonly declared: Map<string, Span> = new Map();
  readonly #strict: boolean;
  readonly #report: Report;
  /** Uses before a declaration. */
  readonly #early: { readonly name: string; readonly span: Span }[] = [];

  constructor(strict: boolean, report: Report) {
    this.#strict = strict;
    this.#report = report;
  }

  declare(unit: FileUnit, token: number): void {
    const { source, tokens } = unit.syntax;
    const span = { source, start: tokens.starts[token] ?? 0, end: tokens.ends[token] ?? 0 };
    if (tokens.kinds[token] === Kind.badString) return;
    const isWord = tokens.kinds[token] === Kind.word;
    const name = isWord
      ? source.text.slice(span.start, span.end)
      : stringValue(source.text, span.start, span.end);
    if (!this.declared.has(name)) this.declared.set(name, span);
  }

  use(name: string, span: Span): void {
    if (!this.declared.has(name)) this.#early.push({ name, span });
  }

  /** Reports what is not declared, each name once; called when all files are known. */
  finish(): void {
    const reported = new Set<string>();
    for (const { name, span } of this.#early) {
      const later = this.declared.get(name);
      if ((later !== undefined && !this.#strict) || reported.has(name)) continue;
      reported.add(name);
      const near =
        later === undefined && reported.size <= MAX_HINTS
          ? didYouMean(name, [...BUILTIN_ATTRIBUTES, ...this.declared.keys()])
          : null;
      const hint =
        later !== undefined
          ? 'declare it before it is used'
          : near === null
            ? `declare it: attribute "${name}";`
            : `${near} Otherwise declare it: attribute "${name}";`;
      const related = later === undefined ? [] : [{ message: 'declared here', span: later }];
      this.#report(messages.create('NAME-ATTR', span, { name }, { hint, related }));
    }
  }
}

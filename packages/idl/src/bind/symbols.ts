// The names of types. Files them as the reference compiler does, forward references included: an object that is
// mentioned before its definition is filed under the words of the mention until a definition takes it over.
import { didYouMean, type Span } from '@fb/diagnostics';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import type { NameSyntax } from '../syntax/syntax.js';
import type { EnumDraft, ObjectDraft, ObjectSymbol, Scope, ServiceDraft, TypeRef } from './draft.js';
import { SCALAR_WORDS } from './scalar-words.js';

/** How many misspelt names get a hint; looking for near names is slow in a large schema. */
const MAX_HINTS = 20;

export class SymbolTable {
  readonly objects: Map<string, ObjectSymbol> = new Map();
  readonly enums: Map<string, EnumDraft> = new Map();
  // The last parts of these names: most that are looked up, those of fields above all, end like none of them.
  readonly #objectEndings = new Set<string>();
  readonly #enumEndings = new Set<string>();
  readonly #services = new Map<string, ServiceDraft>();
  readonly #strict: boolean;
  readonly #report: Report;
  readonly #fieldNames: { readonly symbol: ObjectSymbol; readonly name: string; readonly span: Span }[] = [];
  readonly #enumMentions: TypeRef[] = [];
  #hints = 0;

  constructor(strict: boolean, report: Report) {
    this.#strict = strict;
    this.#report = report;
  }

  /** A name in the place of a type: an enum in sight, else an object. */
  mention(name: NameSyntax, scope: Scope): TypeRef {
    if (!this.#enumEndings.has(lastPart(name.text))) return this.mentionObject(name, scope);
    for (const prefix of scope.prefixes) {
      const found = this.enums.get(prefix + name.text);
      if (found === undefined) continue;
      this.#warnIfOuter(found, prefix, name, scope);
      return { scope, name, target: found, late: false };
    }
    return this.mentionObject(name, scope);
  }

  /** A name that can only be an object's. */
  mentionObject(name: NameSyntax, scope: Scope): TypeRef {
    const symbol = this.#lookUp(name.text, scope) ?? this.#forward(name.text);
    const ref: TypeRef = { scope, name, target: symbol, late: symbol.draft === null };
    if (symbol.draft === null) symbol.mentions.push(ref);
    return ref;
  }

  /** A name that can only be an enum's: the underlying type of another. */
  mentionEnum(name: NameSyntax, scope: Scope): TypeRef {
    const target = scope.prefixes
      .map((prefix) => this.enums.get(prefix + name.text))
      .find((found) => found !== undefined);
    const ref: TypeRef = { scope, name, target: target ?? null, late: target === undefined };
    if (target === undefined && !this.#strict) this.#enumMentions.push(ref);
    return ref;
  }

  /** For `root_type`: the full name, then the current namespace's, nothing in between. */
  findExact(text: string, scope: Scope): ObjectSymbol | null {
    return this.objects.get(text) ?? this.objects.get(`${scope.prefixes[0] ?? ''}${text}`) ?? null;
  }

  /** Any definition of an object that is in sight, wherever it stands. */
  findDefined(text: string, scope: Scope): ObjectSymbol | null {
    for (const prefix of scope.prefixes) {
      const found = this.objects.get(prefix + text);
      if (found?.draft) return found;
    }
    return null;
  }

  /** An enum (not a union's) that is in sight. */
  findEnum(text: string, scope: Scope): EnumDraft | null {
    for (const prefix of scope.prefixes) {
      const found = this.enums.get(prefix + text);
      if (found !== undefined) return found;
    }
    return null;
  }

  defineObject(draft: ObjectDraft): void {
    const full = draft.def.fullName;
    const known = this.objects.get(full);
    const sameEnum = this.enums.get(full);
    if (known?.draft || sameEnum !== undefined) {
      this.#duplicate('NAME-DUP-TYPE', full, draft.span, known?.draft?.span ?? sameEnum?.span ?? draft.span);
      return;
    }
    const forward = this.objects.get(draft.name);
    const symbol = forward !== undefined && forward.draft === null ? forward : known;
    this.#objectEndings.add(draft.name);
    if (symbol === undefined) {
      this.objects.set(full, { kind: 'object', key: full, draft, mentions: [] });
      return;
    }
    symbol.draft = draft;
    if (symbol.key === full) return;
    this.objects.delete(symbol.key);
    symbol.key = full;
    this.objects.set(full, symbol);
    // A mention filed under the full name is the same thing.
    if (known !== undefined && known !== symbol) for (const ref of known.mentions) ref.target = symbol;
    for (const ref of symbol.mentions) this.#warnIfFar(ref, draft);
  }

  defineEnum(draft: EnumDraft): void {
    const full = draft.def.fullName;
    const known = this.enums.get(full);
    const object = this.objects.get(full)?.draft;
    if (known !== undefined) this.#duplicate('NAME-DUP-ENUM', full, draft.span, known.span);
    else if (object) this.#duplicate('NAME-DUP-TYPE', full, draft.span, object.span);
    else this.enums.set(full, draft);
    this.#enumEndings.add(draft.name);
  }

  defineService(draft: ServiceDraft): void {
    const full = draft.def.fullName;
    const known = this.#services.get(full);
    if (known !== undefined) this.#duplicate('NAME-DUP-SERVICE', full, draft.span, known.span);
    else this.#services.set(full, draft);
  }

  /** A field must not bear the name of an object in sight; whether that is one is known at the end. */
  checkFieldName(name: string, span: Span, scope: Scope): void {
    const symbol = this.#objectEndings.has(name) ? this.#lookUp(name, scope) : null;
    if (symbol !== null) this.#fieldNames.push({ symbol, name, span });
  }

  /** Resolves what is still open and reports what stays so; called when all files are known. */
  finish(): void {
    for (const ref of this.#enumMentions) ref.target = this.findEnum(ref.name.text, ref.scope);
    const open = [...this.objects.values()].filter((symbol) => symbol.draft === null);
    for (const symbol of open) {
      const lost = symbol.mentions.filter((ref) => this.#strict || !this.#resolveLate(ref));
      const first = lost[0];
      for (const ref of lost) ref.target = null;
      if (first !== undefined) this.#undefined(first);
    }
    for (const { symbol, name, span } of this.#fieldNames) {
      if (symbol.draft === null) continue;
      const related = [{ message: `the ${symbol.draft.kind} is defined here`, span: symbol.draft.span }];
      this.#report(messages.create('NAME-FIELD-IS-TYPE', span, { name }, { related }));
    }
  }

  /** Tries all definitions, as if every one stood before the mention. */
  #resolveLate(ref: TypeRef): boolean {
    const text = ref.name.text;
    ref.target = this.findEnum(text, ref.scope) ?? this.findDefined(text, ref.scope);
    return ref.target !== null;
  }

  #lookUp(text: string, scope: Scope): ObjectSymbol | null {
    if (!this.#objectEndings.has(lastPart(text))) return null;
    const asWritten = this.objects.get(text);
    if (asWritten !== undefined && asWritten.draft === null) return asWritten;
    for (const prefix of scope.prefixes) {
      const found = this.objects.get(prefix + text);
      if (found !== undefined) return found;
    }
    return null;
  }

  #forward(text: string): ObjectSymbol {
    const symbol: ObjectSymbol = { kind: 'object', key: text, draft: null, mentions: [] };
    this.objects.set(text, symbol);
    this.#objectEndings.add(lastPart(text));
    return symbol;
  }

  #undefined(ref: TypeRef): void {
    const name = ref.name.text;
    const span = spanOf(ref);
    const known = this.#findAnywhere(ref);
    if (known !== null) {
      const related = [{ message: 'defined here', span: known.span }];
      const hint =
        known.scope === ref.scope
          ? 'define it before it is used'
          : `write the full name "${known.def.fullName}" and define it before it is used`;
      this.#report(messages.create('NAME-UNDEF', span, { name }, { related, hint }));
      return;
    }
    const hint = SCALAR_WORDS.has(name)
      ? `${name} is a scalar, which cannot stand here: put it into a table or a struct`
      : this.#hints++ < MAX_HINTS
        ? didYouMean(name, this.#names(ref.scope))
        : null;
    this.#report(messages.create('NAME-UNDEF', span, { name }, { hint }));
  }

  /** A definition that was perhaps meant: in sight, but too late or not of the right kind. */
  #findAnywhere(ref: TypeRef): EnumDraft | ObjectDraft | null {
    return (
      this.findEnum(ref.name.text, ref.scope) ?? this.findDefined(ref.name.text, ref.scope)?.draft ?? null
    );
  }

  /** Names as they would be written in a scope. */
  *#names(scope: Scope): Iterable<string> {
    const own = scope.prefixes[0] ?? '';
    for (const map of [this.objects, this.enums]) {
      for (const [full, symbol] of map) {
        if (symbol.kind === 'object' && symbol.draft === null) continue;
        yield own !== '' && full.startsWith(own) ? full.slice(own.length) : full;
      }
    }
    yield* SCALAR_WORDS.keys();
    yield 'string';
  }

  #warnIfFar(ref: TypeRef, draft: ObjectDraft): void {
    const { name, scope } = ref;
    if (scope.prefixes.some((prefix) => prefix + name.text === draft.def.fullName)) return;
    const hint = `write "${draft.def.fullName}"`;
    const params = { name: name.text, target: draft.def.fullName };
    this.#report(messages.create('W-NAME-FAR', spanOf(ref), params, { hint }));
  }

  #warnIfOuter(found: EnumDraft, prefix: string, name: NameSyntax, scope: Scope): void {
    for (const inner of scope.prefixes) {
      if (inner === prefix) return;
      if (!this.objects.get(inner + name.text)?.draft) continue;
      const params = { name: name.text, target: found.def.fullName };
      this.#report(messages.create('W-NAME-OUTER', spanOf({ scope, name }), params));
      return;
    }
  }

  #duplicate(
    code: 'NAME-DUP-TYPE' | 'NAME-DUP-ENUM' | 'NAME-DUP-SERVICE',
    name: string,
    span: Span,
    first: Span,
  ): void {
    this.#report(
      messages.create(code, span, { name }, { related: [{ message: 'first defined here', span: first }] }),
    );
  }
}

/** What follows the last dot of a name. */
function lastPart(text: string): string {
  const dot = text.lastIndexOf('.');
  return dot < 0 ? text : text.slice(dot + 1);
}

/** The place of a mention. */
export function spanOf(ref: { readonly scope: Scope; readonly name: NameSyntax }): Span {
  const { source, tokens } = ref.scope.unit.syntax;
  return { source, start: tokens.starts[ref.name.first] ?? 0, end: tokens.ends[ref.name.end - 1] ?? 0 };
}

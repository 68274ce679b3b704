// The names of messages and enums, filed as the reference compiler does: a message that is mentioned before its
// definition is filed under the words of the mention until a definition takes it over.
import { didYouMean, type Span } from '@fb/diagnostics';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import type { Mention, ProtoEnum, ProtoMessage, ProtoNamespace, ProtoUnion } from './model.js';
import type { Spelling } from './syntax.js';

/** How many misspelt names get a hint; looking for near names is slow among many. */
const MAX_HINTS = 20;

export class ProtoNames {
  readonly #report: Report;
  readonly #namespaces = new Map<string, ProtoNamespace>();
  readonly #messages = new Map<string, ProtoMessage>();
  readonly #enums = new Map<string, ProtoEnum | ProtoUnion>();
  /** Mentions of messages that are not defined yet. */
  readonly #open = new Map<ProtoMessage, Mention[]>();
  #hints = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  /** The namespace of a package or, as the next component, a message. */
  namespace(components: readonly string[], fromMessages: number): ProtoNamespace {
    const key = components.join('.');
    const known = this.#namespaces.get(key);
    if (known !== undefined) return known;
    const prefixes = components.map((_, i) => `${components.slice(0, components.length - i).join('.')}.`);
    const namespace = { components, fromMessages, prefixes: [...prefixes, ''] };
    this.#namespaces.set(key, namespace);
    return namespace;
  }

  /** A name in the place of a type: an enum in sight, else a message, be it one to come. */
  mention(name: Spelling, namespace: ProtoNamespace): Mention {
    const early = { name, namespace, early: true };
    const found = this.#enumInSight(name.text, namespace);
    if (found !== null) return { ...early, early: false, target: found };
    const message = this.message(name.text, namespace) ?? this.#forward(name, namespace);
    if (message.defined) return { ...early, early: false, target: message };
    const mention = { ...early, target: message };
    this.#mentionsOf(message).push(mention);
    return mention;
  }

  /** The message that a name means, mentioned or defined so far. */
  message(text: string, namespace: ProtoNamespace): ProtoMessage | null {
    const asWritten = this.#messages.get(text);
    if (asWritten !== undefined && !asWritten.defined) return asWritten;
    for (const prefix of namespace.prefixes) {
      const found = this.#messages.get(prefix + text);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Starts the definition of a message; one that was mentioned becomes it. */
  defineMessage(name: Spelling, namespace: ProtoNamespace, imported: boolean): ProtoMessage {
    const full = fullName(name.text, namespace);
    const known = this.#messages.get(full);
    const rival = known?.defined === true ? known : this.#enums.get(full);
    if (rival !== undefined) {
      this.#duplicate('NAME-DUP-TYPE', full, name.span, rival.name.span);
      return newMessage(name, namespace, imported);
    }
    const forward = this.#messages.get(name.text);
    const message = forward?.defined === false ? forward : known;
    if (message === undefined) {
      const made = newMessage(name, namespace, imported);
      this.#messages.set(full, made);
      return made;
    }
    if (message === forward) this.#messages.delete(name.text);
    this.#messages.set(full, message);
    // Mentions under the full name mean the same.
    if (known !== undefined && known !== message) this.#moveMentions(known, message);
    for (const mention of this.#open.get(message) ?? []) this.#warnIfFar(mention, name.text, full);
    this.#open.delete(message);
    Object.assign(message, { name, namespace, imported, defined: true });
    return message;
  }

  /** Files an enum or union. */
  defineEnum(definition: ProtoEnum | ProtoUnion): void {
    const full = fullName(definition.name.text, definition.namespace);
    const known = this.#enums.get(full);
    const message = this.#messages.get(full);
    const { span } = definition.name;
    if (known !== undefined) this.#duplicate('NAME-DUP-ENUM', full, span, known.name.span);
    else if (message?.defined === true) this.#duplicate('NAME-DUP-TYPE', full, span, message.name.span);
    else this.#enums.set(full, definition);
  }

  /** Resolves what is still open and reports what stays so; called when all files are known. */
  finish(): void {
    for (const mentions of this.#open.values()) {
      const [first] = mentions;
      if (first === undefined) continue;
      // All that were filed as one mean what the first one means.
      const common = this.#enumInSight(first.name.text, first.namespace);
      const lost = mentions.filter((mention) => !this.#resolve(mention, common));
      if (lost[0] !== undefined) this.#undefined(lost[0]);
    }
  }

  #resolve(mention: Mention, common: ProtoEnum | null): boolean {
    const { text } = mention.name;
    const target = common ?? this.#enumInSight(text, mention.namespace) ?? this.#messageInSight(mention);
    if (target === null) return false;
    mention.target = target;
    if (target === common) this.#warnIfFar(mention, text, fullName(common.name.text, common.namespace));
    return true;
  }

  #enumInSight(text: string, namespace: ProtoNamespace): ProtoEnum | null {
    for (const prefix of namespace.prefixes) {
      const found = this.#enums.get(prefix + text);
      if (found?.kind === 'enum') return found;
    }
    return null;
  }

  #messageInSight({ name, namespace }: Mention): ProtoMessage | null {
    for (const prefix of namespace.prefixes) {
      const found = this.#messages.get(prefix + name.text);
      if (found?.defined === true) return found;
    }
    return null;
  }

  #forward(name: Spelling, namespace: ProtoNamespace): ProtoMessage {
    const message = { ...newMessage(name, namespace, false), defined: false };
    this.#messages.set(name.text, message);
    return message;
  }

  #moveMentions(from: ProtoMessage, to: ProtoMessage): void {
    const moved = this.#open.get(from) ?? [];
    for (const mention of moved) mention.target = to;
    this.#open.set(to, [...this.#mentionsOf(to), ...moved]);
    this.#open.delete(from);
  }

  #mentionsOf(message: ProtoMessage): Mention[] {
    const known = this.#open.get(message);
    if (known !== undefined) return known;
    const mentions: Mention[] = [];
    this.#open.set(message, mentions);
    return mentions;
  }

  #undefined({ name, namespace }: Mention): void {
    const hint = this.#hints++ < MAX_HINTS ? didYouMean(name.text, this.#namesIn(namespace)) : null;
    this.#report(messages.create('NAME-UNDEF', name.span, { name: name.text }, { hint }));
  }

  /** Names as they would be written in a namespace. */
  *#namesIn({ prefixes }: ProtoNamespace): Iterable<string> {
    for (const map of [this.#messages, this.#enums]) {
      for (const [full, definition] of map) {
        if (definition.kind === 'union' || (definition.kind === 'message' && !definition.defined)) continue;
        yield full.slice(prefixes.find((prefix) => full.startsWith(prefix))?.length);
      }
    }
  }

  /** Like the reference, an early mention means the first definition of its name, even one that is not in sight. */
  #warnIfFar({ name, namespace }: Mention, simple: string, full: string): void {
    if (name.text !== simple || namespace.prefixes.some((prefix) => prefix + name.text === full)) return;
    const hint = `write "${full}", or define it before it is used`;
    this.#report(messages.create('W-NAME-FAR', name.span, { name: name.text, target: full }, { hint }));
  }

  #duplicate(code: 'NAME-DUP-TYPE' | 'NAME-DUP-ENUM', name: string, span: Span, first: Span): void {
    const related = [{ message: 'first defined here', span: first }];
    this.#report(messages.create(code, span, { name }, { related }));
  }
}

function fullName(name: string, namespace: ProtoNamespace): string {
  return `${namespace.prefixes[0] ?? ''}${name}`;
}

/** A message without anything in it. */
export function newMessage(name: Spelling, namespace: ProtoNamespace, imported: boolean): ProtoMessage {
  return {
    kind: 'message',
    name,
    namespace,
    doc: [],
    fields: new Map(),
    reserved: [],
    defined: true,
    imported,
  };
}

// Walks over tokens for the parser: looks, takes, expects. Steps over characters that start no token.
import type { Related, Span, TextSource } from '@fb/diagnostics';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import { Kind, type Tokens } from './token.js';

/** A semicolon, as something that is missing. */
const SEMICOLON = '";"';

export class Cursor {
  readonly source: TextSource;
  readonly tokens: Tokens;
  readonly report: Report;
  #at = 0;

  constructor(source: TextSource, tokens: Tokens, report: Report) {
    this.source = source;
    this.tokens = tokens;
    this.report = report;
    this.#skipBad();
  }

  /** Index of the token to look at. */
  get at(): number {
    return this.#at;
  }

  /** Its kind. A method, since the answer changes as tokens are taken. */
  peek(): number {
    return this.tokens.kinds[this.#at] ?? Kind.end;
  }

  /** The kind of the token after it. */
  peekNext(): number {
    let at = this.#at + 1;
    while (this.tokens.kinds[at] === Kind.bad) at++;
    return this.tokens.kinds[at] ?? Kind.end;
  }

  /** Whether it starts right where the token before it ended. */
  get touches(): boolean {
    return this.#at > 0 && this.tokens.starts[this.#at] === this.tokens.ends[this.#at - 1];
  }

  text(token: number): string {
    return this.source.text.slice(this.tokens.starts[token], this.tokens.ends[token]);
  }

  /** Whether the token to look at is this very word. */
  isWord(word: string): boolean {
    if (this.peek() !== Kind.word) return false;
    const start = this.tokens.starts[this.#at] ?? 0;
    return this.tokens.ends[this.#at] === start + word.length && this.source.text.startsWith(word, start);
  }

  /** The place of a token. */
  span(token: number): Span {
    return { source: this.source, start: this.tokens.starts[token] ?? 0, end: this.tokens.ends[token] ?? 0 };
  }

  /** Takes the token and returns its index. The end is never passed. */
  take(): number {
    const token = this.#at;
    if (this.peek() !== Kind.end) this.#at++;
    this.#skipBad();
    return token;
  }

  /** Takes the token if it is of this kind. */
  accept(kind: number): boolean {
    if (this.peek() !== kind) return false;
    this.take();
    return true;
  }

  /** Takes the token of this kind and returns its index; without one reports `what` as missing and returns -1. */
  expect(kind: number, what: string): number {
    if (this.peek() === kind) return this.take();
    this.missing(what);
    return -1;
  }

  /** Reports that `what` is missing here, unless that is explained. */
  missing(what: string, hint: string | null = null): void {
    if (this.isExplained) return;
    const params = { wanted: what, found: this.describe(this.#at) };
    const related = what === SEMICOLON ? this.#forgotten() : [];
    this.report(messages.create('SYN-EXPECT', this.span(this.#at), params, { hint, related }));
  }

  /** Whether what is wrong here comes of malformed text just before, which was reported. */
  get isExplained(): boolean {
    const before = this.tokens.kinds[this.#at - 1];
    return before === Kind.bad || before === Kind.badString || before === Kind.badNumber;
  }

  /** A token in words. */
  describe(token: number): string {
    const kind = this.tokens.kinds[token] ?? Kind.end;
    if (kind === Kind.end) return 'the end of the file';
    const text = this.text(token);
    const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    if (kind === Kind.string || kind === Kind.badString) return `the string ${short}`;
    return kind === Kind.word || kind > Kind.badString ? `"${short}"` : `the number ${short}`;
  }

  /** The index after the last token taken, bad ones not counted. */
  get end(): number {
    let at = this.#at;
    while (at > 0 && this.tokens.kinds[at - 1] === Kind.bad) at--;
    return at;
  }

  /** Where a semicolon was forgotten, if that is a line above. */
  #forgotten(): Related[] {
    const last = this.end - 1;
    const gap = this.source.text.slice(this.tokens.ends[last], this.tokens.starts[this.#at]);
    return last >= 0 && gap.includes('\n')
      ? [{ message: 'it is missing after this', span: this.span(last) }]
      : [];
  }

  #skipBad(): void {
    while (this.tokens.kinds[this.#at] === Kind.bad) this.#at++;
  }
}

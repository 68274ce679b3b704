// Tokens as parallel arrays: a large schema has millions, and an object each would cost more than parsing them.
// Together with the text they lose nothing: what lies between two tokens is white space and comments.

/** Kinds of tokens; punctuation has its character code as kind. */
export const Kind = {
  end: 0,
  /** Characters that start no token; the parser steps over them. */
  bad: 1,
  word: 2,
  integer: 3,
  float: 4,
  string: 5,
  /** A malformed number or string, already reported: stands for any value and is not checked further. */
  badNumber: 6,
  badString: 7,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  openParen: 0x28,
  closeParen: 0x29,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  comma: 0x2c,
  dot: 0x2e,
  colon: 0x3a,
  semicolon: 0x3b,
  equals: 0x3d,
  plus: 0x2b,
  minus: 0x2d,
} as const;

export interface Tokens {
  /** How many there are; the last one is {@link Kind.end}. */
  readonly count: number;
  readonly kinds: Uint8Array;
  /** Where each starts in the text, in UTF-16 code units. */
  readonly starts: Uint32Array;
  /** Where each ends (exclusive). */
  readonly ends: Uint32Array;
}

/** Collects tokens into arrays that grow by doubling. */
export class TokenList {
  #kinds: Uint8Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #count = 0;

  constructor(textLength: number) {
    const room = (textLength >> 2) + 16;
    this.#kinds = new Uint8Array(room);
    this.#starts = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
  }

  get count(): number {
    return this.#count;
  }

  push(kind: number, start: number, end: number): void {
    const at = this.#count;
    if (at === this.#kinds.length) this.#grow();
    this.#kinds[at] = kind;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#count = at + 1;
  }

  done(): Tokens {
    return { count: this.#count, kinds: this.#kinds, starts: this.#starts, ends: this.#ends };
  }

  #grow(): void {
    const room = this.#kinds.length * 2;
    const kinds = new Uint8Array(room);
    const starts = new Uint32Array(room);
    const ends = new Uint32Array(room);
    kinds.set(this.#kinds);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#kinds = kinds;
    this.#starts = starts;
    this.#ends = ends;
  }
}

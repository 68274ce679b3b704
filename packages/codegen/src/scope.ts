// Names that must not clash: a scope hands out each name once and keeps away from reserved words.

/** A place where every name may be declared once, such as a file, a class or a list of parameters. @public */
export class Scope {
  readonly #reserved: ReadonlySet<string>;
  readonly #taken: Set<string>;

  /** `reserved` words are never handed out; `taken` ones are declared already. */
  constructor(reserved: ReadonlySet<string>, taken: Iterable<string> = []) {
    this.#reserved = reserved;
    this.#taken = new Set(taken);
  }

  /** Declares `wish`, or `wish` with as many `_` after it as make it free. */
  claim(wish: string): string {
    let name = wish;
    while (this.#reserved.has(name) || this.#taken.has(name)) name += '_';
    this.#taken.add(name);
    return name;
  }

  /** The names declared so far. */
  get names(): ReadonlySet<string> {
    return this.#taken;
  }
}

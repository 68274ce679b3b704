// What a diagnostic points into: a named text, held as a string or as the bytes it came from.
// Offsets are in the source's own unit (UTF-16 code units or bytes); only positions are for people.

/** A place for people: both numbers count from 1; a column counts UTF-16 code units, as editors do. @public */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A named text that can tell where an offset is. A byte order mark at its start is not part of its first line. @public */
export interface Source {
  /** The path as the user would recognise it; `<stdin>` or a similar mark where there is no file. */
  readonly path: string;
  /** Length in the source's own unit: UTF-16 code units for {@link TextSource}, bytes for {@link ByteSource}. */
  readonly length: number;
  /** The position of `offset`, which is clamped to `0..length`. */
  position(offset: number): Position;
  /** The text of a line (counted from 1) without its line break; empty if there is no such line. */
  lineText(line: number): string;
}

/** A half-open range `start..end` of a source, in the source's own unit. @public */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A source held as a string. @public */
export class TextSource implements Source {
  readonly path: string;
  readonly text: string;
  #lineStarts: number[] | null = null;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  get length(): number {
    return this.text.length;
  }

  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.length);
    const starts = this.#starts();
    const line = lineOf(starts, at);
    return { line, column: Math.max(at - (starts[line - 1] ?? 0), 0) + 1 };
  }

  lineText(line: number): string {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    const end = starts[line] ?? this.length + 1;
    return withoutReturn(this.text.slice(start, end - 1));
  }

  #starts(): number[] {
    if (this.#lineStarts === null) {
      const starts = [this.text.startsWith('\ufeff') ? 1 : 0];
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1))
        starts.push(at + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}

/**
 * A source held as UTF-8 bytes, so that inputs larger than a string can be are possible. Only the lines asked
 * for are decoded; malformed bytes show as U+FFFD. @public
 */
export class ByteSource implements Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly #decode: (bytes: Uint8Array) => string;
  #lineStarts: number[] | null = null;

  /** `decode` turns UTF-8 bytes into a string and never throws; malformed bytes become U+FFFD. */
  constructor(path: string, bytes: Uint8Array, decode: (bytes: Uint8Array) => string) {
    this.path = path;
    this.bytes = bytes;
    this.#decode = decode;
  }

  get length(): number {
    return this.bytes.length;
  }

  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.length);
    const starts = this.#starts();
    const line = lineOf(starts, at);
    return { line, column: this.#decode(this.bytes.subarray(starts[line - 1] ?? 0, at)).length + 1 };
  }

  lineText(line: number): string {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    const end = starts[line] ?? this.length + 1;
    return withoutReturn(this.#decode(this.bytes.subarray(start, end - 1)));
  }

  #starts(): number[] {
    if (this.#lineStarts === null) {
      const { bytes } = this;
      const starts = [bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0];
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}

/** The 1-based line that holds `offset`, by binary search over the line starts. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Lines may be megabytes long: look at the last character only. */
function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

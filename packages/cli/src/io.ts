// What the command needs of the process around it, so that tests can run it in their own.

/** Where text goes; a process's streams are such. @public */
export interface OutputStream {
  /** Takes the next piece of text, or of a binary output that `-o -` sends there. */
  write(text: string | Uint8Array): unknown;
  /** Calls when there is room again, which a `write` that gave `false` has used up, or when nobody takes anything any more. */
  once?(event: 'drain' | 'error', listener: () => void): unknown;
  /** Whether a person reads it: colours are for them only. */
  readonly isTTY?: boolean;
  /** Width of the terminal in characters. */
  readonly columns?: number;
}

/** Says when to end; an `AbortSignal` is such. The types of this package need neither those of Node nor of a page. @public */
export interface EndSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The surroundings of a run. @public */
export interface Io {
  /** Gets what was asked to be shown: help, version, names of outputs, make rules. */
  readonly stdout: OutputStream;
  /** Gets errors and warnings. */
  readonly stderr: OutputStream;
  /** What `-` reads; nothing by default. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** Ends work that would go on for ever, such as that of `flatc watch`; asked for, a process is not ended by Ctrl-C. */
  readonly signal?: EndSignal;
  /** What relative paths start from. */
  readonly cwd: string;
  /** Environment variables; `NO_COLOR` and `FORCE_COLOR` are looked at. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

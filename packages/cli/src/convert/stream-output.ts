// Where a stream goes: standard output as it comes, or a file that appears when it is complete.
import { accessSync, closeSync, constants, openSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Io } from '../io.js';
import { followed, stageFile, type StagedFile } from '../staged-file.js';

/** The end of a stream. Those that write to a file throw what node:fs throws. */
export interface StreamOutput {
  /** Takes a piece, which is not changed any more. */
  add(piece: Uint8Array): void;
  /** Sends on what was taken; whether anybody still wants more. */
  flush(): Promise<boolean>;
  /** Sends on the rest; a file gets its name. */
  finish(): Promise<void>;
  /** Takes a file away that was not finished. */
  discard(): void;
}

/** Standard output, at the speed of whoever reads it. */
export function stdoutOutput({ stdout }: Io): StreamOutput {
  let pieces: Uint8Array[] = [];
  let isLeft = false;
  let wake: (() => void) | null = null;
  // The reader has gone, as `head` does. What else may be wrong is said where the process begins.
  stdout.once?.('error', () => {
    isLeft = true;
    wake?.();
  });
  const flush = async (): Promise<boolean> => {
    if (pieces.length === 0 || isLeft) return !isLeft;
    const hasRoom = stdout.write(Buffer.concat(pieces));
    pieces = [];
    if (hasRoom === false && stdout.once !== undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        stdout.once?.('drain', resolve);
      });
    }
    return !isLeft;
  };
  return {
    add: (piece) => pieces.push(piece),
    flush,
    async finish() {
      await flush();
    },
    discard() {},
  };
}

/** Signals that end a process which does not expect them. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The file `name`. Nobody sees it before it is complete, and nothing of it is left if it never is; one that was there leaves it its permissions. */
export function fileOutput(name: string, cwd: string): StreamOutput {
  const target = followed(path.resolve(cwd, name));
  const found = statSync(target, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  if (found !== undefined) accessSync(target, constants.W_OK);
  // A device or a pipe is written to, not replaced.
  const staged = found === undefined || found.isFile() ? stageFile(target) : null;
  const descriptor = openFor(staged, target);
  let pieces: Uint8Array[] = [];
  const interrupted = (signal: NodeJS.Signals): void => {
    discard();
    process.kill(process.pid, signal);
  };
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    closeSync(descriptor);
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
  };
  const discard = (): void => {
    close();
    staged?.discard();
  };
  for (const signal of SIGNALS) process.on(signal, interrupted);
  const flush = async (): Promise<boolean> => {
    const bytes = Buffer.concat(pieces);
    pieces = [];
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    return true;
  };
  return {
    add: (piece) => pieces.push(piece),
    flush,
    async finish() {
      await flush();
      close();
      staged?.commit();
    },
    discard,
  };
}

function openFor(staged: StagedFile | null, target: string): number {
  try {
    return staged === null ? openSync(target, 'w') : staged.create();
  } catch (error) {
    staged?.discard();
    throw error;
  }
}

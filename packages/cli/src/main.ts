// The process around a run: real streams, real arguments, the exit status. Called by bin/flatc.js.
import { run } from './run.js';

/** Runs flatc for this process, which ends when all of its output got out, whatever a plugin has left running. */
export async function main(): Promise<void> {
  const { stdout, stderr, env } = process;
  // A reader such as `head` may leave before all is written; there is nobody left to tell.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    stderr.write(`flatc: cannot write to standard output: ${error.message}\n`);
    process.exit(1);
  });
  let ending: AbortSignal | null = null;
  try {
    const io = {
      stdout,
      stderr,
      env,
      cwd: process.cwd(),
      // Asked for, the stream starts to read: only those who want it may ask.
      get stdin() {
        return process.stdin;
      },
      // Likewise: from then on the first Ctrl-C is a request, and the second ends the process as ever.
      get signal() {
        return (ending ??= endingSignal());
      },
    };
    process.exitCode = await run(process.argv.slice(2), io);
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stderr.write(`flatc: this is a defect of flatc itself, please report it:\n${details}\n`);
    process.exitCode = 1;
  }
  // What could not be written has been said, or is nobody's business.
  stdout.write('', (error) => {
    if (!error) stderr.write('', () => process.exit());
  });
}

/** Is aborted when somebody wants the process to end. */
function endingSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

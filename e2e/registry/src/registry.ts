// The registry that the tests publish to and install from.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from './run.js';

/** A running registry. */
export interface Registry {
  /** Where it listens, with a final slash. */
  readonly url: string;
  /** Lines of an `.npmrc` that send the packages of this repository there, and nothing else. */
  readonly npmrc: string;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
}

/** Starts an empty registry that keeps its packages in `folder`, which belongs to it from now on. */
export async function startRegistry(folder: string): Promise<Registry> {
  const child = fork(fileURLToPath(new URL('serve.mjs', import.meta.url)), [folder], {
    env: cleanEnvironment(),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [message] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => {
      throw new Error('the registry did not start');
    }),
  ])) as [{ readonly port: number }];
  const host = `127.0.0.1:${message.port}`;
  return {
    url: `http://${host}/`,
    npmrc: `@fb:registry=http://${host}/\n//${host}/:_authToken=anyone\n`,
    async close() {
      child.disconnect();
      await ended;
    },
  };
}

// The page's side of the worker: typed requests, of which only the latest of a channel counts. While one runs, newer
// ones wait, and the newest replaces those; a worker that hangs on an old request is ended and started anew.
import type { Name, RequestMessage, RequestOf, ResponseMessage, ResponseOf } from './protocol.js';

/** How long a request may run once a newer one of its channel waits, in milliseconds. */
const PATIENCE = 10_000;

interface Job {
  readonly name: Name;
  readonly request: unknown;
  readonly resolve: (response: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Channel {
  running: { readonly id: number; readonly job: Job } | null;
  waiting: Job | null;
  timer: ReturnType<typeof setTimeout> | null;
}

/** A worker with channels. Requests of different channels take turns in the order in which they came. */
export class Engine {
  #worker: Worker;
  readonly #start: () => Worker;
  readonly #channels = new Map<string, Channel>();
  #lastId = 0;

  constructor(start: () => Worker) {
    this.#start = start;
    this.#worker = this.#begin();
  }

  /**
   * Asks the worker. Resolves to `null` if a newer request of the same channel came before this one was started or done.
   * The channel is the request's name unless given: two views that ask the same kind of thing use two channels.
   */
  latest<N extends Name>(
    name: N,
    request: RequestOf<N>,
    channelName: string = name,
  ): Promise<{ readonly value: ResponseOf<N> } | null> {
    const channel = this.#channel(channelName);
    return new Promise((resolve, reject) => {
      channel.waiting?.resolve(null);
      channel.waiting = {
        name,
        request,
        resolve: (value) => {
          resolve(value === null ? null : (value as { readonly value: ResponseOf<N> }));
        },
        reject,
      };
      if (channel.running === null) this.#next(channel);
      else channel.timer ??= setTimeout(() => this.#restart(), PATIENCE);
    });
  }

  #channel(name: string): Channel {
    const known = this.#channels.get(name);
    if (known !== undefined) return known;
    const channel: Channel = { running: null, waiting: null, timer: null };
    this.#channels.set(name, channel);
    return channel;
  }

  #next(channel: Channel): void {
    if (channel.timer !== null) clearTimeout(channel.timer);
    channel.timer = null;
    const job = channel.waiting;
    channel.waiting = null;
    channel.running = job === null ? null : { id: ++this.#lastId, job };
    if (job === null) return;
    const message: RequestMessage = { id: this.#lastId, name: job.name, request: job.request };
    this.#worker.postMessage(message);
  }

  #begin(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', (event: MessageEvent<ResponseMessage>) => this.#receive(event.data));
    return worker;
  }

  #receive(message: ResponseMessage): void {
    for (const channel of this.#channels.values()) {
      const { running } = channel;
      if (running?.id !== message.id) continue;
      // A newer request makes this answer stale: nobody should see it.
      if (channel.waiting !== null) running.job.resolve(null);
      else if ('error' in message) running.job.reject(new Error(message.error));
      else running.job.resolve({ value: message.response });
      this.#next(channel);
      return;
    }
  }

  /** Ends a worker that hangs. What ran on channels without a newer request is asked again. */
  #restart(): void {
    this.#worker.terminate();
    this.#worker = this.#begin();
    for (const channel of this.#channels.values()) {
      const { running } = channel;
      if (running === null) continue;
      if (channel.waiting === null) channel.waiting = running.job;
      else running.job.resolve(null);
      this.#next(channel);
    }
  }
}

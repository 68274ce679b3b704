// The page's side of the worker: typed requests, of which only the latest of a channel counts. While one runs, newer
// ones wait, and the newest replaces those. The worker takes requests in the order of their ids, so that the oldest one
// without an answer is what holds up the others: if it does so for long, the worker is ended and started without it.
import type { Name, RequestMessage, RequestOf, ResponseMessage, ResponseOf } from './protocol.js';

/** How long a request may hold up others that a newer one of its channel made stale, in milliseconds. */
const PATIENCE_FOR_STALE = 10_000;
/** How long one may hold up others whose answer is still wanted. */
const PATIENCE = 30_000;

/** Told of a request that gets no answer, and why; that a newer one replaced it is no reason. */
export type Report = (name: Name, reason: string) => void;

interface Job {
  readonly name: Name;
  readonly request: unknown;
  readonly resolve: (response: unknown) => void;
}

interface Channel {
  busy: boolean;
  waiting: Job | null;
}

interface Running {
  readonly channel: Channel;
  readonly job: Job;
}

type Timer = ReturnType<typeof setTimeout>;

/** A worker with channels. Requests of different channels take turns in the order in which they came. */
export class Engine {
  /** `null` after it failed as a whole: the next request starts another. */
  #worker: Worker | null;
  readonly #start: () => Worker;
  readonly #report: Report;
  readonly #channels = new Map<string, Channel>();
  /** By id, the oldest first. */
  readonly #running = new Map<number, Running>();
  #lastId = 0;
  /** Whether the worker is loaded: only from then on it can hang. */
  #ready = false;
  #watched: { readonly id: number; readonly patience: number; readonly timer: Timer } | null = null;

  constructor(start: () => Worker, report: Report) {
    this.#start = start;
    this.#report = report;
    this.#worker = this.#begin();
  }

  /**
   * Asks the worker. Resolves to `null` if a newer request of the same channel came before this one was started or done,
   * or if it failed, which was reported then: callers have nothing to catch.
   * The channel is the request's name unless given: two views that ask the same kind of thing use two channels.
   */
  latest<N extends Name>(
    name: N,
    request: RequestOf<N>,
    channelName: string = name,
  ): Promise<{ readonly value: ResponseOf<N> } | null> {
    const channel = this.#channel(channelName);
    return new Promise((resolve) => {
      channel.waiting?.resolve(null);
      channel.waiting = {
        name,
        request,
        resolve: (value) => {
          resolve(value === null ? null : (value as { readonly value: ResponseOf<N> }));
        },
      };
      if (!channel.busy) this.#next(channel);
      this.#watch();
    });
  }

  #channel(name: string): Channel {
    const known = this.#channels.get(name);
    if (known !== undefined) return known;
    const channel: Channel = { busy: false, waiting: null };
    this.#channels.set(name, channel);
    return channel;
  }

  #next(channel: Channel): void {
    const job = channel.waiting;
    channel.waiting = null;
    channel.busy = job !== null;
    if (job === null) return;
    const id = ++this.#lastId;
    this.#running.set(id, { channel, job });
    const message: RequestMessage = { id, name: job.name, request: job.request };
    this.#worker ??= this.#begin();
    try {
      this.#worker.postMessage(message);
    } catch (error) {
      // A request that cannot be copied to the worker, such as one that memory is too small for.
      this.#running.delete(id);
      channel.busy = false;
      this.#fail(job, String(error));
    }
  }

  #begin(): Worker {
    this.#ready = false;
    const worker = this.#start();
    worker.addEventListener('message', (event: MessageEvent<ResponseMessage>) => this.#receive(event.data));
    worker.addEventListener('error', ({ message }: Partial<ErrorEvent>) =>
      this.#abandon(worker, message ?? 'the worker cannot be loaded'),
    );
    worker.addEventListener('messageerror', () => this.#abandon(worker, 'its answer cannot be read'));
    return worker;
  }

  #receive(message: ResponseMessage): void {
    if ('ready' in message) this.#ready = true;
    else {
      const running = this.#running.get(message.id);
      if (running === undefined) return;
      this.#running.delete(message.id);
      const { channel, job } = running;
      // A newer request makes this answer stale: nobody should see it.
      if (channel.waiting !== null) job.resolve(null);
      else if ('error' in message) this.#fail(job, message.error);
      else job.resolve({ value: message.response });
      this.#next(channel);
    }
    this.#watch();
  }

  /** Sees to it that the oldest request holds up others for a while only. */
  #watch(): void {
    const [oldest] = this.#running;
    const stale = oldest?.[1].channel.waiting !== null;
    const id = this.#ready && oldest !== undefined && (stale || this.#running.size > 1) ? oldest[0] : -1;
    const patience = stale ? PATIENCE_FOR_STALE : PATIENCE;
    if (this.#watched?.id === id && this.#watched.patience === patience) return;
    if (this.#watched !== null) clearTimeout(this.#watched.timer);
    this.#watched = id < 0 ? null : { id, patience, timer: setTimeout(() => this.#restart(), patience) };
  }

  /** Ends a worker that hangs. The oldest request is given up, as it must be the one that does; the others are asked again. */
  #restart(): void {
    const [suspect, ...others] = this.#running.values();
    this.#running.clear();
    this.#worker?.terminate();
    this.#worker = this.#begin();
    for (const { channel, job } of others) {
      if (channel.waiting === null) channel.waiting = job;
      else job.resolve(null);
      this.#next(channel);
    }
    if (suspect !== undefined) {
      const { channel, job } = suspect;
      if (channel.waiting === null) this.#fail(job, 'it took too long');
      else job.resolve(null);
      // Last, as it is likely to hang as well.
      this.#next(channel);
    }
    this.#watch();
  }

  /** Ends a worker of which no answer can be expected any more, with all that was asked. */
  #abandon(worker: Worker, reason: string): void {
    if (worker !== this.#worker) return;
    worker.terminate();
    this.#worker = null;
    const failed = [...this.#running.values()];
    this.#running.clear();
    for (const { channel, job } of failed) {
      channel.waiting?.resolve(null);
      channel.waiting = null;
      channel.busy = false;
      this.#fail(job, reason);
    }
    this.#watch();
  }

  #fail(job: Job, reason: string): void {
    this.#report(job.name, reason);
    job.resolve(null);
  }
}

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Engine } from '../../src/worker/engine.js';
import type { RequestMessage, ResponseMessage } from '../../src/worker/protocol.js';

/** A worker that answers when it is told to. */
class SlowWorker extends EventTarget {
  static readonly all: SlowWorker[] = [];
  readonly posted: RequestMessage[] = [];
  ended = false;
  constructor() {
    super();
    SlowWorker.all.push(this);
  }
  postMessage(message: RequestMessage): void {
    this.posted.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(message: ResponseMessage): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }));
  }
}

let engine: Engine;
const worker = (): SlowWorker => SlowWorker.all.at(-1)!;
const ask = (text: string, channel?: string): Promise<unknown> =>
  engine.latest('format', { path: 'a.fbs', text }, channel);

beforeEach(() => {
  vi.useFakeTimers();
  engine = new Engine(() => new SlowWorker() as unknown as Worker);
});
afterEach(() => {
  vi.useRealTimers();
});

it('answers a request', async () => {
  const answer = ask('a');
  worker().answer({ id: worker().posted[0]!.id, response: 'A' });
  expect(await answer).toEqual({ value: 'A' });
});

it('runs only the newest of those that wait, and drops the answer that is stale', async () => {
  const answers = [ask('a'), ask('b'), ask('c')];
  expect(worker().posted).toHaveLength(1);
  worker().answer({ id: worker().posted[0]!.id, response: 'A' });
  expect(worker().posted.map(({ request }) => (request as { text: string }).text)).toEqual(['a', 'c']);
  worker().answer({ id: worker().posted[1]!.id, response: 'C' });
  expect(await Promise.all(answers)).toEqual([null, null, { value: 'C' }]);
});

it('keeps channels apart', async () => {
  const answers = [ask('a', 'one'), ask('b', 'two')];
  for (const { id, request } of worker().posted.slice())
    worker().answer({ id, response: (request as { text: string }).text.toUpperCase() });
  expect(await Promise.all(answers)).toEqual([{ value: 'A' }, { value: 'B' }]);
});

it('tells of a bug in the worker', async () => {
  const answer = ask('a');
  worker().answer({ id: worker().posted[0]!.id, error: 'oh' });
  await expect(answer).rejects.toThrow('oh');
});

it('starts anew when a request hangs and a newer one waits, and asks again what hung beside it', async () => {
  const hanging = ask('a', 'one');
  const beside = ask('x', 'two');
  const hung = worker();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hung.ended).toBe(false);
  const newer = ask('b', 'one');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hung.ended).toBe(true);
  expect(await hanging).toBeNull();
  expect(worker().posted.map(({ request }) => (request as { text: string }).text)).toEqual(['b', 'x']);
  for (const { id } of worker().posted.slice()) worker().answer({ id, response: 'done' });
  expect(await newer).toEqual({ value: 'done' });
  expect(await beside).toEqual({ value: 'done' });
});

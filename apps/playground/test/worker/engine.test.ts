import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Engine } from '../../src/worker/engine.js';
import type { RequestMessage, ResponseMessage } from '../../src/worker/protocol.js';

/** A worker that answers when it is told to. */
class SlowWorker extends EventTarget {
  static readonly all: SlowWorker[] = [];
  static loads = true;
  readonly posted: RequestMessage[] = [];
  ended = false;
  constructor() {
    super();
    SlowWorker.all.push(this);
    queueMicrotask(() => {
      if (SlowWorker.loads) this.answer({ ready: true });
    });
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
let reported: string[] = [];
const start = (): Engine =>
  new Engine(
    () => new SlowWorker() as unknown as Worker,
    (name, reason) => reported.push(`${name}: ${reason}`),
  );
const worker = (): SlowWorker => SlowWorker.all.at(-1)!;
const texts = (): string[] => worker().posted.map(({ request }) => (request as { text: string }).text);
const ask = (text: string, channel?: string): Promise<unknown> =>
  engine.latest('format', { path: 'a.fbs', text }, channel);

beforeEach(() => {
  SlowWorker.loads = true;
  reported = [];
  vi.useFakeTimers();
  engine = start();
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
  expect(texts()).toEqual(['a', 'c']);
  worker().answer({ id: worker().posted[1]!.id, response: 'C' });
  expect(await Promise.all(answers)).toEqual([null, null, { value: 'C' }]);
});

it('keeps channels apart', async () => {
  const answers = [ask('a', 'one'), ask('b', 'two')];
  for (const { id, request } of worker().posted.slice())
    worker().answer({ id, response: (request as { text: string }).text.toUpperCase() });
  expect(await Promise.all(answers)).toEqual([{ value: 'A' }, { value: 'B' }]);
});

it('reports a bug in the worker', async () => {
  const answer = ask('a');
  worker().answer({ id: worker().posted[0]!.id, error: 'oh' });
  expect(await answer).toBeNull();
  expect(reported).toEqual(['format: oh']);
});

it('reports a request that cannot be posted, and takes the next one', async () => {
  const post = vi.spyOn(worker(), 'postMessage').mockImplementationOnce(() => {
    throw new RangeError('too much');
  });
  expect(await ask('a')).toBeNull();
  expect(reported).toEqual(['format: RangeError: too much']);
  const answer = ask('b');
  expect(post).toHaveBeenCalledTimes(2);
  worker().answer({ id: worker().posted[0]!.id, response: 'B' });
  expect(await answer).toEqual({ value: 'B' });
});

it('reports nothing about a request that a newer one made stale', async () => {
  const answers = [ask('a'), ask('b')];
  worker().answer({ id: worker().posted[0]!.id, error: 'oh' });
  worker().answer({ id: worker().posted[1]!.id, response: 'B' });
  expect(await Promise.all(answers)).toEqual([null, { value: 'B' }]);
  expect(reported).toEqual([]);
});

it.each([
  ['cannot be loaded', () => new Event('error'), 'the worker cannot be loaded'],
  [
    'throws outside of a request',
    () => Object.assign(new Event('error'), { message: 'Error: no' }),
    'Error: no',
  ],
  ['answers what cannot be read', () => new Event('messageerror'), 'its answer cannot be read'],
])('ends a worker that %s, and starts another for the next request', async (_what, event, reason) => {
  const answers = [ask('a', 'one'), ask('b', 'one'), ask('c', 'two')];
  const failed = worker();
  failed.dispatchEvent(event());
  expect(await Promise.all(answers)).toEqual([null, null, null]);
  expect(failed.ended).toBe(true);
  expect(reported).toEqual([`format: ${reason}`, `format: ${reason}`]);
  const next = ask('d', 'one');
  expect(worker()).not.toBe(failed);
  worker().answer({ id: worker().posted[0]!.id, response: 'D' });
  expect(await next).toEqual({ value: 'D' });
});

it('starts anew when a request hangs and a newer one waits, and asks again what hung beside it', async () => {
  const hanging = ask('a', 'one');
  const beside = ask('x', 'two');
  const hung = worker();
  await vi.advanceTimersByTimeAsync(11_000);
  expect(hung.ended).toBe(false);
  const newer = ask('b', 'one');
  await vi.advanceTimersByTimeAsync(11_000);
  expect(hung.ended).toBe(true);
  expect(await hanging).toBeNull();
  expect(texts()).toEqual(['x', 'b']);
  for (const { id } of worker().posted.slice()) worker().answer({ id, response: 'done' });
  expect(await newer).toEqual({ value: 'done' });
  expect(await beside).toEqual({ value: 'done' });
});

it('gives up the oldest request when others wait behind it, on whatever channel', async () => {
  const hanging = ask('hangs', 'inspect');
  const first = ask('a', 'generate');
  await vi.advanceTimersByTimeAsync(20_000);
  const second = ask('b', 'generate');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await hanging).toBeNull();
  expect(reported).toEqual(['format: it took too long']);
  expect(await first).toBeNull();
  expect(texts()).toEqual(['b']);
  worker().answer({ id: worker().posted[0]!.id, response: 'done' });
  expect(await second).toEqual({ value: 'done' });
});

it('gives up one request at each start, until one runs that does not hang', async () => {
  const answers = ['a', 'b', 'c'].map((text) => ask(text, text));
  await vi.advanceTimersByTimeAsync(31_000);
  expect(texts()).toEqual(['b', 'c']);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(texts()).toEqual(['c']);
  await vi.advanceTimersByTimeAsync(100_000);
  worker().answer({ id: worker().posted[0]!.id, response: 'C' });
  expect(await Promise.all(answers)).toEqual([null, null, { value: 'C' }]);
  expect(reported).toHaveLength(2);
});

it('counts anew from every answer that lets the next request run', async () => {
  const answers = ['a', 'b', 'c'].map((text) => ask(text, text));
  const only = worker();
  for (const { id } of only.posted.slice()) {
    await vi.advanceTimersByTimeAsync(25_000);
    only.answer({ id, response: 'done' });
  }
  expect(await Promise.all(answers)).toEqual(answers.map(() => ({ value: 'done' })));
  expect(only.ended).toBe(false);
});

it('waits for a worker that is still being loaded', async () => {
  SlowWorker.loads = false;
  engine = start();
  const answers = [ask('a', 'one'), ask('b', 'two')];
  await vi.advanceTimersByTimeAsync(100_000);
  expect(worker().ended).toBe(false);
  for (const { id } of worker().posted.slice()) worker().answer({ id, response: 'done' });
  expect(await Promise.all(answers)).toEqual([{ value: 'done' }, { value: 'done' }]);
});

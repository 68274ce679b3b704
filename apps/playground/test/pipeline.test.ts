import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import * as doc from '../src/document.js';
import { handlers } from '../src/worker/handlers.js';
import type { Name, RequestMessage, ResponseMessage } from '../src/worker/protocol.js';

const posted: RequestMessage[] = [];
const workers: EventTarget[] = [];

/** A worker whose requests run when a test says so. */
class HeldWorker extends EventTarget {
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(message: RequestMessage): void {
    posted.push(message);
  }
}

/** Answers what was asked with the handlers of the real worker, and what follows from it, but for requests of `held`. */
async function work(held?: Name): Promise<void> {
  for (;;) {
    const index = posted.findIndex(({ name }) => name !== held);
    if (index < 0) return;
    const [{ id, name, request }] = posted.splice(index, 1) as [RequestMessage];
    const handler = handlers[name] as (request: unknown) => unknown;
    const data: ResponseMessage = { id, response: await handler(request) };
    workers.at(-1)?.dispatchEvent(new MessageEvent('message', { data }));
    // The promise of the answer, and what waits for it.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

vi.stubGlobal('Worker', HeldWorker);
const { startPipeline } = await import('../src/pipeline.js');

beforeEach(() => {
  doc.files.value = [{ path: 'a.fbs', text: 'table T { a: int; b: string; } root_type T;' }];
  doc.entry.value = 'a.fbs';
  doc.json.value = '{ a: 1, b: "one" }';
});
const stop = startPipeline();
afterAll(() => {
  stop();
  vi.unstubAllGlobals();
});

it('keeps with an inspection what it is of: bytes of the same length are others', async () => {
  await work();
  const before = doc.bytes.value;
  expect(before).not.toBeNull();
  expect(doc.inspection.value?.bytes).toBe(before);
  doc.editJson('{ a: 1, b: "two" }');
  await work('inspect');
  expect(doc.bytes.value).not.toBe(before);
  expect(doc.bytes.value).toHaveLength(before?.length ?? -1);
  expect(doc.inspection.value?.bytes).toBe(before);
  await work();
  expect(doc.inspection.value?.bytes).toBe(doc.bytes.value);
});

it('keeps bytes that an edit does not change, and what is known of them', async () => {
  await work();
  const { value: bytes } = doc.bytes;
  const { value: inspection } = doc.inspection;
  doc.editJson('{ a: 1,  b: "one" }');
  await work();
  expect(doc.bytes.value).toBe(bytes);
  expect(doc.inspection.value).toBe(inspection);
});

it('keeps the inspection of the last good schema as long as the bytes are the same', async () => {
  await work();
  const { value: inspection } = doc.inspection;
  doc.editFile('a.fbs', 'table T {');
  await work();
  expect(doc.stale.value).toBe(true);
  expect(doc.inspection.value).toBe(inspection);
});

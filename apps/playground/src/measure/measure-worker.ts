// Measures in a worker of its own: nothing else runs beside it, the page stays quick, and ending it stops the work.
import type { SchemaInput } from '../worker/protocol.js';
import type { ContestId } from './contest-titles.js';
import { prepare } from './contests.js';
import { timeBatches, type Timing } from './time-batches.js';

export interface MeasureRequest {
  readonly schema: SchemaInput;
  readonly json: string;
}

/** One measured piece of work. */
export interface Measured extends Timing {
  readonly contest: ContestId;
  readonly format: 'FlatBuffer' | 'JSON';
  readonly call: string;
}

export type MeasureMessage =
  | { readonly kind: 'ready'; readonly total: number; readonly flatBuffer: number; readonly json: number }
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'problem'; readonly problem: string }
  | { readonly kind: 'done' };

interface Scope {
  addEventListener(type: 'message', listener: (event: MessageEvent<MeasureRequest>) => void): void;
  postMessage(message: MeasureMessage): void;
}

// The types of a page's global are not those of a worker's.
const scope = globalThis as unknown as Scope;

const TIMES = { now: () => performance.now(), warmUp: 200, batch: 12, batches: 21 };

scope.addEventListener('message', ({ data }) => {
  try {
    const prepared = prepare(data.schema, data.json);
    if ('problem' in prepared) {
      scope.postMessage({ kind: 'problem', problem: prepared.problem });
      return;
    }
    const { runners, flatBuffer, json } = prepared;
    scope.postMessage({ kind: 'ready', total: runners.length, flatBuffer, json });
    for (const { contest, format, call, run } of runners)
      scope.postMessage({
        kind: 'measured',
        measured: { contest, format, call, ...timeBatches(run, TIMES) },
      });
    scope.postMessage({ kind: 'done' });
  } catch (error) {
    scope.postMessage({ kind: 'problem', problem: error instanceof Error ? error.message : String(error) });
  }
});

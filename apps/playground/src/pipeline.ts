// Keeps what follows from the document up to date: schema -> outline, JSON -> bytes (or bytes -> JSON), bytes -> inspection.
// Each arrow is one effect that asks the worker; answers that a newer question made stale never arrive.
import { batch, effect } from '@preact/signals';
import * as doc from './document.js';
import { reportFailure } from './layout/failure.js';
import { Engine } from './worker/engine.js';

/** The worker of this page; tabs ask it on channels of their own. */
export const engine = new Engine(
  () => new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name: 'fb' }),
  reportFailure,
);

/** Starts the arrows; call once, after the document was filled. Gives a function that stops them. */
export function startPipeline(): () => void {
  const stops = [
    effect(() => {
      void engine.latest('compile', doc.schemaInput.value).then((answer) => {
        if (answer !== null) doc.compiled.value = answer.value;
      });
    }),
    effect(() => {
      if (doc.lead.value !== 'json') return;
      const request = {
        schema: doc.schemaInput.value,
        json: doc.json.value,
        sizePrefixed: doc.sizePrefixed.value,
      };
      void engine.latest('encode', request).then((answer) => {
        if (answer === null || doc.lead.peek() !== 'json') return;
        const { bytes, problems } = answer.value;
        batch(() => {
          // Half-written text is no reason to take the bytes away from whoever looks at them; and those that did not
          // change stay the same object, so that what is known of them stays, too.
          const before = doc.bytes.peek();
          if (bytes !== null && (before === null || !sameBytes(bytes, before))) doc.bytes.value = bytes;
          doc.stale.value = bytes === null;
          doc.jsonProblems.value = problems;
        });
      });
    }),
    effect(() => {
      if (doc.lead.value !== 'bytes') return;
      const bytes = doc.bytes.value;
      if (bytes === null) return;
      const request = { schema: doc.schemaInput.value, bytes, sizePrefixed: doc.sizePrefixed.value };
      void engine.latest('decode', request).then((answer) => {
        if (answer === null || doc.lead.peek() !== 'bytes') return;
        const { value } = answer;
        batch(() => {
          if ('json' in value) doc.json.value = value.json;
          doc.undecodable.value = 'json' in value ? null : value;
        });
      });
    }),
    effect(() => {
      const bytes = doc.bytes.value;
      const request = { schema: doc.schemaInput.value, sizePrefixed: doc.sizePrefixed.value };
      if (bytes === null) {
        doc.inspection.value = null;
        return;
      }
      void engine.latest('inspect', { ...request, bytes }).then((answer) => {
        // Without a schema there is none: that of the last good schema stays, if it is of these bytes.
        if (answer === null || (answer.value === null && doc.inspection.peek()?.bytes === bytes)) return;
        doc.inspection.value = answer.value && { ...answer.value, bytes };
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

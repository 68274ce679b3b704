// What the worker failed at, for the notice that tells of it. Mistakes of a person are not here: they are part of answers.
import { signal, type Signal } from '@preact/signals';
import type { Name } from '../worker/protocol.js';

export const failure: Signal<string | null> = signal(null);

/** What a request does, as the page calls it. */
const DOING: Readonly<Record<Name, string>> = {
  compile: 'compiling the schema',
  format: 'laying out the schema',
  encode: 'making bytes of the JSON text',
  decode: 'making text of the bytes',
  inspect: 'inspecting the bytes',
  inspectFlex: 'inspecting the FlexBuffer',
  regions: 'looking up a byte',
  regionsOfPath: 'looking up a field',
  generate: 'generating code',
  archive: 'making the archive',
  compare: 'comparing the schemas',
  encodeFlex: 'making the FlexBuffer',
  flexFacts: 'counting the values',
  flexSizes: 'measuring sizes',
  oldBytes: 'reading bytes across versions',
  printBinarySchema: 'reading the binary schema',
};

/** Shows that a request has no answer; of a reason of many lines the first says what happened. */
export function reportFailure(name: Name, reason: string): void {
  failure.value = `The playground failed at ${DOING[name]}: ${reason.split('\n', 1)[0] ?? ''}`;
}

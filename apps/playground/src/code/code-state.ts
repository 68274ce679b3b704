// What a person chose about the code: the generator, its options, the file that is shown.
import { signal, type Signal } from '@preact/signals';
import type { GeneratorId, GeneratorOptions } from '../worker/protocol.js';

export const generator: Signal<GeneratorId> = signal('typescript');
/** Changed options of each generator. */
export const options: Signal<Readonly<Partial<Record<GeneratorId, GeneratorOptions>>>> = signal({});
/** Path of the file that is shown, for each generator. */
export const shownFile: Signal<Readonly<Partial<Record<GeneratorId, string>>>> = signal({});

export function optionsOf(id: GeneratorId): GeneratorOptions {
  return options.value[id] ?? {};
}

export function setOption(id: GeneratorId, name: string, value: boolean | string): void {
  options.value = { ...options.value, [id]: { ...options.value[id], [name]: value } };
}

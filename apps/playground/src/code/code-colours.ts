// Colours for generated code; each language's are loaded when it is first shown.
import { StreamLanguage, type StreamParser } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import type { GeneratorId } from '../worker/protocol.js';

const LOADERS: Readonly<Record<GeneratorId, () => Promise<StreamParser<unknown>>>> = {
  typescript: async () => (await import('@codemirror/legacy-modes/mode/javascript')).typescript,
  jsonschema: async () => (await import('@codemirror/legacy-modes/mode/javascript')).json,
  cpp: async () => (await import('@codemirror/legacy-modes/mode/clike')).cpp,
  java: async () => (await import('@codemirror/legacy-modes/mode/clike')).java,
  python: async () => (await import('@codemirror/legacy-modes/mode/python')).python,
};

export async function coloursOf(id: GeneratorId): Promise<Extension> {
  return StreamLanguage.define(await LOADERS[id]());
}

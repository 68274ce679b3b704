// Colours for generated code; each language's are loaded when it is first shown.
import { StreamLanguage, type StreamParser } from '@codemirror/language';
import { tags } from '@lezer/highlight';
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
  // What the JSON mode calls keys is no name that CodeMirror knows.
  return StreamLanguage.define({ ...(await LOADERS[id]()), tokenTable: { property: tags.propertyName } });
}

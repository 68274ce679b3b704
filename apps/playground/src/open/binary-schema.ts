// A binary schema is two things: a schema, and a buffer of the schema of schemas. Who drops one is asked which is meant.
import { batch, signal, type Signal } from '@preact/signals';
import reflection from '../../../../packages/schema/src/bfbs/reflection.fbs?raw';
import { activeFile, entry, files, openBytes, sizePrefixed } from '../document.js';
import { announce } from '../layout/announcement.js';
import { engine } from '../pipeline.js';
import { isSchemaPath } from '../schema/schema-path.js';

export interface BinarySchema {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The file that the question is about, while it is open. */
export const asked: Signal<BinarySchema | null> = signal(null);

export function askAboutBinarySchema(file: BinarySchema): void {
  asked.value = file;
}

/** Replaces the schema by the text of the file. */
export async function useAsSchema({ name, bytes }: BinarySchema): Promise<void> {
  const answer = await engine.latest('printBinarySchema', { bytes });
  if (answer === null) return;
  if ('message' in answer.value) announce(`${name} is no good binary schema: ${answer.value.message}`);
  else replaceSchema(name.replace(/\.bfbs$/i, '.fbs'), answer.value.text);
}

/** Shows the bytes with the schema of schemas. */
export function lookAtBytes({ name, bytes }: BinarySchema): void {
  batch(() => {
    replaceSchema('reflection.fbs', reflection);
    sizePrefixed.value = false;
    openBytes(name, bytes);
  });
}

function replaceSchema(name: string, text: string): void {
  const path = isSchemaPath(name) ? name : 'schema.fbs';
  batch(() => {
    files.value = [{ path, text }];
    entry.value = path;
    activeFile.value = path;
  });
}

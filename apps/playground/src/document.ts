// The document: what a person made (schema files, JSON, dropped bytes, the texts of other tabs) and what the worker made
// of it. State only: `pipeline.ts` keeps the second part up to date, components read and write signals.
import { batch, computed, signal, type Signal } from '@preact/signals';
import { isSchemaPath } from './schema/schema-path.js';
import type {
  CompileResult,
  DecodeResult,
  InspectionSummary,
  Problem,
  SchemaFile,
} from './worker/protocol.js';

/**
 * A field that is pointed at. Whoever sets it knows its own side only: the JSON text gives a path, and the bytes find
 * their regions with `regionsOfPath`; the bytes give the path of a region and its range, and the text finds the field.
 */
export interface Selection {
  /** As `@fb/inspect` writes it: `weapons[2].name`; empty for the root. */
  readonly path: string;
  /** Of bytes, the end exclusive; `null` where the JSON text chose. */
  readonly range: readonly [start: number, end: number] | null;
  /** Who chose it: a view does not scroll to what it chose itself. */
  readonly by: 'json' | 'bytes';
}

/** Everything a share link holds, and a sample gives. */
export interface DocumentState {
  readonly files: readonly SchemaFile[];
  readonly entry: string;
  readonly json: string;
  /** Bytes that lead, as base64: JSON follows them. `null` where JSON leads. */
  readonly bytes: string | null;
  readonly sizePrefixed: boolean;
  /** The text of the FlexBuffers tab. */
  readonly flex: string;
  /** The older schema of the Evolution tab; the newer one is the document's own. */
  readonly base: string;
}

/** An inspection with what it is of. */
export interface DocumentInspection extends InspectionSummary {
  readonly bytes: Uint8Array;
}

// What a person made.
export const files: Signal<readonly SchemaFile[]> = signal([]);
/** The file that a schema starts at. */
export const entry: Signal<string> = signal('');
/** The file in the editor. */
export const activeFile: Signal<string> = signal('');
export const json: Signal<string> = signal('');
/** Whether bytes follow the JSON text, or the text follows bytes that were dropped or pasted. */
export const lead: Signal<'json' | 'bytes'> = signal('json');
export const sizePrefixed: Signal<boolean> = signal(false);
export const flexJson: Signal<string> = signal('');
export const baseSchema: Signal<string> = signal('');
/** Name of the dropped file, if bytes lead. */
export const bytesName: Signal<string | null> = signal(null);

// What the worker made of it.
/** `null` until the first answer. */
export const compiled: Signal<CompileResult | null> = signal(null);
/** The buffer: made from the JSON text, or dropped; while there is an error in the way, the last one that was good. */
export const bytes: Signal<Uint8Array<ArrayBuffer> | null> = signal(null);
/** Whether an error is in the way: the bytes are those of an earlier text then. */
export const stale: Signal<boolean> = signal(false);
export const jsonProblems: Signal<readonly Problem[]> = signal([]);
/** Why bytes that lead have no text. */
export const undecodable: Signal<Exclude<DecodeResult, { readonly json: string }> | null> = signal(null);
/** Of the bytes that it names, which need not be those of now. */
export const inspection: Signal<DocumentInspection | null> = signal(null);

/** What is pointed at, in the JSON text or in the bytes. */
export const hovered: Signal<Selection | null> = signal(null);
/** What was clicked, or is at the cursor. */
export const selected: Signal<Selection | null> = signal(null);

/** The outline of the schema, if it compiles. */
export const outline = computed(() => compiled.value?.outline ?? null);
/** The schema as requests to the worker name it. */
export const schemaInput = computed(() => ({ files: files.value, entry: entry.value }));

/** Changes the text of one schema file. */
export function editFile(path: string, text: string): void {
  files.value = files.value.map((file) => (file.path === path ? { path, text } : file));
}

/** Adds a schema file and shows it. The name gets a number if there is one like it; one that no path is, is `schema`. */
export function addFile(wish: string, text: string): void {
  const taken = new Set(files.value.map(({ path }) => path));
  const stem = isSchemaPath(wish) ? wish.replace(/\.fbs$/, '') : 'schema';
  let path = `${stem}.fbs`;
  for (let number = 2; taken.has(path); number++) path = `${stem}${number}.fbs`;
  batch(() => {
    files.value = [...files.value, { path, text }];
    activeFile.value = path;
  });
}

/** Gives a file another name; `false` if the name cannot be. */
export function renameFile(path: string, name: string): boolean {
  if (name === path) return true;
  if (!isSchemaPath(name) || files.value.some((file) => file.path === name)) return false;
  batch(() => {
    files.value = files.value.map((file) => (file.path === path ? { path: name, text: file.text } : file));
    if (entry.value === path) entry.value = name;
    if (activeFile.value === path) activeFile.value = name;
  });
  return true;
}

/** Takes a file away; the last one stays. */
export function removeFile(path: string): void {
  const rest = files.value.filter((file) => file.path !== path);
  const first = rest[0];
  if (first === undefined) return;
  batch(() => {
    files.value = rest;
    if (entry.value === path) entry.value = first.path;
    if (activeFile.value === path) activeFile.value = entry.value;
  });
}

/** What a person types into the JSON editor leads from then on. */
export function editJson(text: string): void {
  batch(() => {
    lead.value = 'json';
    bytesName.value = null;
    undecodable.value = null;
    json.value = text;
  });
}

/** Bytes that were dropped or pasted lead from then on. */
export function openBytes(name: string, dropped: Uint8Array<ArrayBuffer>): void {
  batch(() => {
    lead.value = 'bytes';
    bytesName.value = name;
    jsonProblems.value = [];
    stale.value = false;
    selected.value = null;
    hovered.value = null;
    bytes.value = dropped;
  });
}

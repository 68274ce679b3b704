// --annotate: what each byte of buffers is, as text beside each. Damaged buffers are what it is for.
import type { InputFile } from './arguments.js';
import { loadConformBase } from './conform-base.js';
import { deliver } from './deliver.js';
import { diskHost } from './host.js';
import type { Io } from './io.js';
import { isSchemaPath, loadSchemaFile } from './load-schema.js';
import { messages } from './messages.js';
import { readStdin } from './read-stdin.js';
import type { Report } from './report.js';
import type { Settings } from './settings.js';

/**
 * Writes a `.afb` beside each of `files`; whether all went well. Like flatc it looks at neither `-o` nor `--root-type`,
 * and only warns of a file that cannot be read.
 */
export async function annotate(
  schemaPath: string,
  files: readonly InputFile[],
  settings: Readonly<Settings>,
  io: Io,
  report: Report,
): Promise<boolean> {
  const host = diskHost(io.cwd, files.some(({ path }) => path === '-') ? await readStdin(io) : null);
  if (!isSchemaPath(schemaPath) || schemaPath.endsWith('.proto'))
    return report([messages.create('ANNOTATE-SCHEMA', null, { path: schemaPath })]);
  // flatc insists on this one, although there is nothing to compare it with.
  const base = await loadConformBase(host, settings);
  if (base !== null && !report(base.diagnostics)) return false;
  const { input, diagnostics } = await loadSchemaFile(schemaPath, host, { ...settings, rootType: null });
  if (!report(diagnostics) || input === null) return false;
  const { inspectFlatBuffer, renderAnnotation } = await import('@fb/inspect');
  const { schema } = input;
  const outputs = new Map<string, Uint8Array>();
  for (const { path } of files) {
    const content = host.read(path);
    if ('reason' in content) {
      if (!report([messages.create('W-ANNOTATE-READ', null, { path, reason: content.reason })])) return false;
      continue;
    }
    const { bytes } = content;
    if (isJsonText(bytes)) {
      const hint = `make a buffer of it first: flatc -b ${schemaPath} ${path}`;
      return report([messages.create('ANNOTATE-TEXT', null, { path }, { hint })]);
    }
    const { sizePrefixed, annotateSparse: sparseVectors } = settings;
    const inspection = inspectFlatBuffer(schema, bytes, { sizePrefixed, maxElements: Infinity });
    const text = renderAnnotation(schema, inspection, bytes, {
      schemaName: schemaPath,
      bufferName: path,
      sparseVectors,
    });
    const output = annotationPath(path);
    if (outputs.has(output)) {
      const twice = { path: output, input: path };
      return report([messages.create('OUTPUT-TWICE', null, twice)]);
    }
    outputs.set(output, new TextEncoder().encode(text));
  }
  const inputs = [...input.sources, ...files.map(({ path }) => path)];
  return deliver(outputs, inputs, settings, io, report);
}

/** The name of the input with another extension, in the same folder. */
function annotationPath(path: string): string {
  if (path === '-') return 'stdin.afb';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return `${dot < 0 ? path : path.slice(0, path.length - name.length + dot)}.afb`;
}

/** Whether this is an object of JSON. A buffer that begins so would have 16 MB and not one zero byte. */
function isJsonText(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?[ \t\r\n]*\{/.test(start) && !bytes.includes(0);
}

// Everything as one zip file: a folder of code for each generator, the schema's files, the JSON text and the bytes.
import { strToU8, zipSync, type Zippable } from 'fflate';
import { isSchemaPath } from '../schema/schema-path.js';
import { generate } from './generate.js';
import type { RequestOf } from './protocol.js';

export async function archive({
  schema,
  generators,
  json,
  bytes,
}: RequestOf<'archive'>): Promise<Uint8Array<ArrayBuffer>> {
  // As entries first: a path is free to be called like anything an object has.
  const entries: [path: string, content: Uint8Array][] = schema.files.map(({ path, text }) => [
    `schema/${path}`,
    strToU8(text),
  ]);
  for (const { id, options } of generators) {
    const { files, problems } = await generate({ schema, generator: id, options });
    for (const { path, content } of files) entries.push([`${id}/${path}`, strToU8(content)]);
    const messages = problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}\n`);
    if (messages.length > 0) entries.push([`${id}/problems.txt`, strToU8(messages.join(''))]);
  }
  entries.push(['data/data.json', strToU8(json)]);
  if (bytes !== null) entries.push(['data/data.bin', bytes]);
  const outside = entries.find(([path]) => !isSchemaPath(path));
  if (outside !== undefined) throw new RangeError(`no file of an archive is called ${outside[0]}`);
  const contents: Zippable = Object.fromEntries(entries);
  return new Uint8Array(zipSync(contents));
}

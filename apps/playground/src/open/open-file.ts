// What a dropped or chosen file is, and what to do with it: schemas become schema files, JSON text is edited, everything
// else is a buffer of the document's schema.
import { addFile, editFile, editJson, files, activeFile, openBytes } from '../document.js';
import { announce } from '../layout/announcement.js';
import { askAboutBinarySchema } from './binary-schema.js';

/** More than a browser's text editor and a page's memory are for. */
const LARGEST = 512 << 20;

/** Opens files one after the other. */
export async function openFiles(list: Iterable<File>): Promise<void> {
  for (const file of list) await openFile(file);
}

async function openFile(file: File): Promise<void> {
  if (file.size > LARGEST) {
    announce(`${file.name} is larger than ${LARGEST >> 20} MB`);
    return;
  }
  if (/\.fbs$/i.test(file.name)) return openSchema(file.name, await file.text());
  if (/\.json5?$/i.test(file.name)) {
    editJson((await file.text()).replace(/\r\n?/g, '\n'));
    announce(`Opened ${file.name}`);
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isBinarySchema(bytes)) askAboutBinarySchema({ name: file.name, bytes });
  else {
    openBytes(file.name, bytes);
    announce(`Opened ${file.name}, ${bytes.length.toLocaleString('en')} bytes`);
  }
}

function openSchema(name: string, text: string): void {
  const plain = text.replace(/\r\n?/g, '\n');
  if (files.peek().some(({ path }) => path === name)) {
    editFile(name, plain);
    activeFile.value = name;
  } else addFile(name, plain);
  announce(`Opened ${name}`);
}

/** The identifier of a binary schema. */
function isBinarySchema(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(4, 8)) === 'BFBS';
}

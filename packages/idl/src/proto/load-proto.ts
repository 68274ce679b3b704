// Reads a .proto file and what it imports, each file once, and parses them. Imported files come before those that
// import them.
import { decodeSource, encodeSource, TextSource } from '@fb/diagnostics';
import { baseName, findInclude, KnownFiles } from '../find-include.js';
import type { Host } from '../host.js';
import type { Report } from '../report.js';
import { fnv1a } from './fnv1a.js';
import { parseProto } from './parse-proto.js';
import type { ProtoFileSyntax } from './syntax.js';

/** A parsed file. */
export interface ProtoUnit {
  readonly syntax: ProtoFileSyntax;
  readonly path: string;
  /** The path as an import names it; that of the main file is `null`. */
  readonly importedAs: string | null;
  readonly isMain: boolean;
  /** Its content, which counts for the order of includes. */
  readonly bytes: Uint8Array;
}

/** Parses `bytes`, the file at `path`, and all that it imports. */
export function loadProtoFiles(
  path: string,
  bytes: Uint8Array,
  host: Host,
  includePaths: readonly string[],
  report: Report,
): readonly ProtoUnit[] {
  const units: ProtoUnit[] = [];
  const known = new KnownFiles();
  const opened = new Set([path]);
  const open = (at: string, content: Uint8Array, text: string, importedAs: string | null): Pending => {
    const syntax = parseProto(new TextSource(at, text), report);
    return { unit: { syntax, path: at, importedAs, isMain: importedAs === null, bytes: content }, next: 0 };
  };
  const mainText = decodeSource(bytes);
  known.add(path, mainText);
  // An explicit stack: a chain of imports may be longer than the call stack is deep.
  const stack = [open(path, bytes, mainText, null)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const name = top.unit.syntax.imports[top.next++];
    if (name === undefined) {
      units.push(top.unit);
      stack.pop();
      continue;
    }
    const search = { from: top.unit.path, main: path, includePaths, host };
    const found = findInclude(name.text, name.span, search, report);
    if (found === null || opened.has(found.path)) continue;
    opened.add(found.path);
    const text = decodeSource(found.bytes);
    if (known.add(found.path, text)) stack.push(open(found.path, found.bytes, text, name.text));
  }
  return units;
}

/** A file whose imports are being read. */
interface Pending {
  readonly unit: ProtoUnit;
  next: number;
}

/**
 * The imported files in the order in which the reference lists them: by a 64-bit hash, FNV-1a of the base name combined
 * by exclusive or with FNV-1a of the content.
 */
export function inHashOrder(units: readonly ProtoUnit[]): readonly ProtoUnit[] {
  const hashed = units
    .filter(({ isMain }) => !isMain)
    .map((unit) => {
      const name = fnv1a(encodeSource(baseName(unit.path)));
      const content = unit.bytes.length === 0 ? 0n : fnv1a(unit.bytes);
      return { unit, hash: name ^ content };
    });
  return hashed.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ unit }) => unit);
}

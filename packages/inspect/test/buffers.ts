// Buffers and schemas to inspect: those that the reference compiler wrote, from the vectors of the conformance tests.
import { existsSync, readFileSync } from 'node:fs';
import { loadSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';
import type { Inspection, Region } from '../src/index.js';

const vectors = new URL('../../../conformance/vectors/', import.meta.url);

export function vectorBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, vectors)));
}

export function vectorJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, vectors), 'utf8')) as T;
}

export function vectorSchema(path: string): Schema {
  const { schema, diagnostics } = loadSchema(path, { readFile: readVector });
  if (schema === null) throw new Error(`${path}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return schema;
}

export function regionsOf(inspection: Inspection): Region[] {
  return inspection.sections.flatMap((section) => section.regions);
}

/** Why the regions that are not marked do not cover the buffer exactly, or are not in order; `null` if all is well. */
export function tilingFault({ sections, length: total }: Inspection): string | null {
  let covered = 0;
  for (const region of sections
    .flatMap(({ regions }) => regions)
    .toSorted((a, b) => a.position - b.position)) {
    const { position, length, overlaps } = region;
    if (length < 1 || position < 0 || position + length > total)
      return `a region of ${length} bytes at ${position}`;
    if (overlaps) continue;
    if (position !== covered) return `a region at ${position}, covered until ${covered}`;
    covered = position + length;
  }
  if (covered !== total) return `covered until ${covered}`;
  const lists = [sections, ...sections.map(({ regions }) => regions)];
  return lists.every(isAscending) ? null : 'not in order';
}

function isAscending(list: readonly { readonly position: number }[]): boolean {
  return list.every(({ position }, index) => position >= (list[index - 1]?.position ?? 0));
}

function readVector(path: string): Uint8Array | null {
  return existsSync(new URL(path, vectors)) ? vectorBytes(path) : null;
}

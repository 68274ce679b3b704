// Vtables: described once for each position, read once for each table type that uses them.
import type { TableDef, TableField } from '@fb/schema';
import type { RegionRole } from '../inspection.js';
import { byteCount, damaged, type RegionDraft, type SectionDraft } from './claims.js';
import type { Frame, Walk } from './walk.js';

/** What a vtable says about the tables that use it. */
export interface Vtable {
  /** Bytes of the table itself. */
  readonly objectSize: number;
  /** Fields that are there, in slot order; `offset` counts from the table's first byte. */
  readonly present: ReadonlyMap<TableField, number>;
  /** What slots that the schema does not know lead to, in slot order. */
  readonly unknown: readonly UnknownField[];
  /** Names of the required fields that are not there, as text. */
  readonly missing: string;
}

/** Bytes of a table that a slot beyond the schema's leads to: up to the next field, or the end of the table. */
export interface UnknownField {
  readonly slot: number;
  readonly offset: number;
  /** In bytes, at least 1. */
  readonly length: number;
}

/** Vtables by their position, and of these by the type of the table. */
export type Vtables = Map<number, { readonly section: SectionDraft; readonly byType: Map<TableDef, Vtable> }>;

/**
 * Reads and describes the vtable at `position`. `from` is the region that led there and bears the damage if there
 * can be no vtable. Gives `null` then.
 */
export function visitVtable(
  walk: Walk,
  vtables: Vtables,
  frame: Frame,
  position: number,
  table: TableDef,
  path: string,
  from: RegionDraft,
): Vtable | null {
  const size = vtableSize(walk, frame, position, from);
  if (size === null) return null;
  let known = vtables.get(position);
  if (known === undefined) {
    known = { section: describe(walk, position, size, table, path), byType: new Map() };
    vtables.set(position, known);
  }
  let vtable = known.byType.get(table);
  if (vtable === undefined) {
    if (known.byType.size > 0) known.section.name += `, ${table.fullName}`;
    vtable = read(walk, position, size, table);
    known.byType.set(table, vtable);
  }
  return vtable;
}

function vtableSize(walk: Walk, frame: Frame, position: number, from: RegionDraft): number | null {
  if (position < frame.base || position + 4 > frame.end) {
    damaged(from, 'bounds', 'leads outside the buffer', 'error');
    return null;
  }
  const size = walk.view.getUint16(position, true);
  if (size < 4 || size % 2 !== 0) {
    damaged(
      from,
      'vtable',
      `leads to a vtable of ${byteCount(size)}; it must be an even number from 4`,
      'error',
    );
    return null;
  }
  if (position + size > frame.end) {
    damaged(
      from,
      'vtable',
      `leads to a vtable of ${byteCount(size)}, only ${frame.end - position} are left`,
      'error',
    );
    return null;
  }
  if ((position - frame.base) % 2 !== 0)
    damaged(from, 'alignment', 'leads to a vtable at an odd position', 'error');
  return size;
}

function read(walk: Walk, position: number, size: number, table: TableDef): Vtable {
  const objectSize = walk.view.getUint16(position + 2, true);
  const unknown: Omit<UnknownField, 'length'>[] = [];
  const present = new Map<TableField, number>();
  for (let slot = 0; slot < (size - 4) / 2; slot++) {
    const offset = walk.view.getUint16(position + 4 + 2 * slot, true);
    if (offset === 0) continue;
    const field = table.fields[slot];
    if (field === undefined) unknown.push({ slot, offset });
    else present.set(field, offset);
  }
  const missing = table.fields
    .filter((field) => field.presence === 'required' && !present.has(field))
    .map(({ name }) => name)
    .join(', ');
  return { objectSize, present, unknown: measured(unknown, present.values(), objectSize), missing };
}

/** The unknown fields with their lengths. Those without bytes are left out here: many tables may share the vtable. */
function measured(
  unknown: readonly Omit<UnknownField, 'length'>[],
  present: Iterable<number>,
  objectSize: number,
): UnknownField[] {
  if (unknown.length === 0) return [];
  const starts = [...new Set([...present, ...unknown.map(({ offset }) => offset)])].toSorted((a, b) => a - b);
  const nextStart = new Map(starts.map((offset, index) => [offset, starts[index + 1] ?? Infinity]));
  return unknown
    .map(({ slot, offset }) => {
      const end = Math.min(nextStart.get(offset) ?? Infinity, objectSize);
      return { slot, offset, length: end - offset };
    })
    .filter(({ offset, length }) => offset >= 4 && length > 0);
}

function describe(walk: Walk, position: number, size: number, table: TableDef, path: string): SectionDraft {
  const section = walk.section('vtable', position, table.fullName, path);
  const word = (at: number, role: RegionRole, name: string): RegionDraft => {
    const value = walk.view.getUint16(at, true);
    return walk.region(section, { position: at, length: 2, role, type: 'uint16', name, path, value });
  };
  word(position, 'vtable-size', 'size of the vtable');
  word(position + 2, 'object-size', 'size of the table');
  for (let slot = 0; slot < (size - 4) / 2 && walk.complete; slot++) {
    const field = table.fields[slot];
    const name = field?.name ?? `unknown field (slot ${slot})`;
    const region = word(position + 4 + 2 * slot, 'slot', name);
    const id = field === undefined ? [] : [`id ${slot}`];
    const label = region.value === 0 ? [...id, ...absence(field)] : id;
    if (label.length > 0) region.label = label.join(', ');
  }
  return section;
}

/** That a field is absent, and what readers get then. */
function absence(field: TableField | undefined): string[] {
  const text = field?.presence === 'default' ? field.defaultText : null;
  return text === null ? ['absent'] : ['absent', `reads ${text}`];
}

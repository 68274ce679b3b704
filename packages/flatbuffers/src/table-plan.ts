// What is left to check of a table once its vtable is known: where all that it has itself ends, how it must lie, and
// which offsets to follow. Most tables share few vtables, and then this saves the way through all fields.

/** What the offset of a step leads to. `OTHER` is in no step: it is what plans do not know. */
export const STRING = 0;
export const SCALARS = 1;
export const TABLE = 2;
export const TABLES = 3;
export const STRINGS = 4;
export const UNION = 5;
export const NESTED = 6;
export const UNIONS = 7;
export const OTHER = 8;

/** In a step: how far the offset of the field is shifted, and which bits are the kind. */
export const STEP_SHIFT = 3;
export const STEP_KIND = 7;

/** What a plan must know of a field. */
export interface PlannableField {
  /** Where in the vtable its entry is. */
  readonly entry: number;
  readonly isRequired: boolean;
  readonly isInline: boolean;
  readonly isVector: boolean;
  readonly isBuffer: boolean;
  readonly size: number;
  readonly align: number;
  readonly offsetSize: 4 | 8;
  readonly countSize: 4 | 8;
  readonly table: object | null;
  readonly nested: object | null;
  readonly union: { readonly tagSize: number } | null;
}

/** How to check a table with a certain vtable, which passes all checks. */
export class TablePlan<Field extends PlannableField> {
  /** Where the vtable was last seen, in the run with this number. */
  vtable = -1;
  run = -1;
  /** Bytes from the start of the table to the end of its last field. */
  readonly extent: number;
  /** The bits of the table's position that must be those of `residue`, so that all its fields are aligned. */
  readonly alignMask: number;
  readonly residue: number;
  /** What the limit on steps counts: the table, and each field of its type. */
  readonly cost: number;
  /** Fields with offsets to follow, each as its offset in the table and its kind, in one number. */
  readonly steps: Int32Array;
  /** For each step the size of a vector's elements, or where in the table the tag or the tags of a union are. */
  readonly details: Int32Array;
  readonly fields: readonly Field[];
  /** The entries of the fields that the type knows. */
  private readonly entries: Uint16Array;

  constructor(
    fields: readonly Field[],
    entries: Uint16Array,
    parts: readonly Part[],
    steps: readonly Step<Field>[],
  ) {
    const strictest = parts.reduce((most, part) => (part.align > most.align ? part : most));
    this.extent = Math.max(...parts.map((part) => part.offset + part.size));
    this.alignMask = strictest.align - 1;
    this.residue = -strictest.offset & this.alignMask;
    this.cost = 1 + fields.length;
    this.steps = Int32Array.from(steps, (step) => (step.offset << STEP_SHIFT) | step.kind);
    this.details = Int32Array.from(steps, (step) => step.detail);
    this.fields = steps.map((step) => step.field);
    this.entries = entries;
  }

  /** Whether the vtable at `vtable`, with `count` entries of known fields, is that of the plan. */
  matches(view: DataView, vtable: number, count: number): boolean {
    const { entries } = this;
    if (entries.length !== count) return false;
    for (let i = 0; i < count; i++) {
      if (view.getUint16(vtable + 4 + 2 * i, true) !== entries[i]) return false;
    }
    return true;
  }
}

/**
 * The plan for tables of a type with these `fields` and the vtable at `vtable`, whose size is sound, with `count` entries
 * of fields that are known; `null` if no such table can be valid, or plans do not know what it has.
 */
export function planTable<Field extends PlannableField>(
  fields: readonly Field[],
  view: DataView,
  vtable: number,
  count: number,
): TablePlan<Field> | null {
  const entries = new Uint16Array(count);
  for (let i = 0; i < entries.length; i++) entries[i] = view.getUint16(vtable + 4 + 2 * i, true);
  // Every table has the offset to its vtable.
  const parts: Part[] = [{ offset: 0, size: 4, align: 4 }];
  const steps: Step<Field>[] = [];
  for (const field of fields) {
    const slot = (field.entry - 4) / 2;
    const offset = entries[slot] ?? 0;
    const tag = field.union === null ? 0 : (entries[slot - 1] ?? 0);
    if (offset === 0) {
      // A tag alone is right if its value may be absent, which takes a look at it.
      if (field.isRequired || tag !== 0) return null;
      continue;
    }
    if (field.isInline && !field.isVector) {
      parts.push({ offset, size: field.size, align: field.align });
      continue;
    }
    const kind = kindOf(field, tag);
    if (kind === OTHER) return null;
    parts.push({ offset, size: 4, align: 4 });
    if (kind === UNION) parts.push({ offset: tag, size: 1, align: 1 });
    if (kind === UNIONS) parts.push({ offset: tag, size: 4, align: 4 });
    steps.push({ offset, kind, detail: field.union === null ? field.size : tag, field });
  }
  const plan = new TablePlan(fields, entries, parts, steps);
  const isAligned = parts.every((part) => ((plan.residue + part.offset) & (part.align - 1)) === 0);
  return isAligned ? plan : null;
}

/** What a table has itself. */
interface Part {
  readonly offset: number;
  readonly size: number;
  readonly align: number;
}

interface Step<Field> {
  readonly offset: number;
  readonly kind: number;
  readonly detail: number;
  readonly field: Field;
}

function kindOf(field: PlannableField, tag: number): number {
  if (field.offsetSize === 8 || field.countSize === 8) return OTHER;
  if (field.union !== null) {
    if (tag === 0 || field.union.tagSize !== 1) return OTHER;
    return field.isVector ? UNIONS : UNION;
  }
  if (field.isBuffer) return NESTED;
  if (field.table !== null) return field.isVector ? TABLES : TABLE;
  if (field.isInline) return SCALARS;
  return field.isVector ? STRINGS : STRING;
}

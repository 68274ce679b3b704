// A part of a document: the way to it by names and indexes, through the buffer.
import { appendBytes } from '@fb/bytes';
import { fieldOffset } from '../plan/field-offset.js';
import { DOUBLE, STRING, STRUCT, TABLE, UNION, VECTOR } from '../plan/kind.js';
import type { FieldPlan, RecordPlan, ValuePlan } from '../plan/plan.js';
import type { DocumentPrinter } from './document-printer.js';
import { writeDefault } from './scalar-writer.js';
import { word } from './word.js';

/** A value in the buffer. */
interface Place {
  /** Prints it as if it were the root. */
  print(): void;
  /** The place of a member or element; `null` if there is none. */
  child(step: string | number): Place | null;
}

/** Prints the part of the table at `at` that `steps` lead to. Returns whether there is one. */
export function printPart(
  printer: DocumentPrinter,
  root: RecordPlan,
  at: number,
  steps: readonly (string | number)[],
): boolean {
  let place: Place | null = tablePlace(printer, root, at);
  for (const step of steps) if (place !== null) place = place.child(step);
  place?.print();
  return place !== null;
}

function leaf(print: () => void): Place {
  return { print, child: () => null };
}

function tablePlace(printer: DocumentPrinter, plan: RecordPlan, at: number): Place {
  return {
    print: () => printer.table(plan, at, 0),
    child(step) {
      const field = fieldOf(plan, step);
      if (field === undefined) return null;
      const { view } = printer;
      const vtable = at - view.getInt32(at, true);
      const size = view.getUint16(vtable, true);
      const offset = fieldOffset(view, vtable, size, field);
      if (offset === 0) return field.kind > DOUBLE ? null : leaf(() => printDefault(printer, field));
      if (field.kind === UNION)
        return unionPlace(printer, field, at + offset, printer.tag(field, vtable, size, at));
      if (field.kind !== VECTOR) return valuePlace(printer, field.value, at + offset, field.offset64);
      return vectorPlace(printer, field, at, offset, vtable, size);
    },
  };
}

function structPlace(printer: DocumentPrinter, plan: RecordPlan, at: number): Place {
  return {
    print: () => printer.struct(plan, at, 0),
    child(step) {
      const field = fieldOf(plan, step);
      return field === undefined ? null : valuePlace(printer, field.value, at + field.offset, false);
    },
  };
}

/** The place of a value that is no union and no vector, whose inline bytes are at `at`. */
function valuePlace(printer: DocumentPrinter, type: ValuePlan, at: number, wide: boolean): Place {
  const { kind, record, element } = type;
  if (record !== null && kind === STRUCT) return structPlace(printer, record, at);
  if (record !== null) return tablePlace(printer, record, printer.target(at, wide));
  return {
    print: () => printer.value(type, at, wide, 0),
    child: (step) =>
      element !== null && typeof step === 'number' && step < type.length
        ? valuePlace(printer, element, at + step * element.size, false)
        : null,
  };
}

function unionPlace(printer: DocumentPrinter, field: FieldPlan, at: number, tag: number): Place {
  const member = (field.value.union ?? field.value.element?.union)?.members.get(tag);
  const target = printer.target(at, false);
  if (member?.kind === TABLE && member.record !== null) return tablePlace(printer, member.record, target);
  if (member?.kind === STRUCT && member.record !== null) return structPlace(printer, member.record, target);
  // A string, or a member that is not known, about which the printer has something to say.
  return leaf(() => (member?.kind === STRING ? printer.string(target) : printer.union(field, at, tag, 0)));
}

function vectorPlace(
  printer: DocumentPrinter,
  field: FieldPlan,
  table: number,
  offset: number,
  vtable: number,
  size: number,
): Place {
  const { element, wide } = field.value;
  const at = printer.target(table + offset, field.offset64);
  const count = printer.view.getUint32(at, true);
  const first = at + (wide ? 8 : 4);
  const { nested } = field;
  if (nested !== null && printer.rules.nestedObjects) {
    const within = <T>(visit: (place: Place) => T): T =>
      printer.nested(nested, first, count, (root, start) => visit(tablePlace(printer, root, start)));
    return nestedPlace(within);
  }
  return {
    print: () => printer.vectorField(field, at, vtable, size, table, 0),
    child(step) {
      if (element === null || typeof step !== 'number' || step >= count) return null;
      const each = first + step * element.size;
      if (element.kind !== UNION) return valuePlace(printer, element, each, false);
      if (field.tag === null) return null;
      const tags = printer.target(table + fieldOffset(printer.view, vtable, size, field.tag), false) + 4;
      const tagSize = field.tag.value.element?.size ?? 1;
      return unionPlace(printer, field, each, printer.tagAt(tags + step * tagSize, tagSize));
    },
  };
}

/** A place in a nested buffer: `within` visits it while positions are those of that buffer. */
function nestedPlace(within: <T>(visit: (place: Place) => T) => T): Place {
  return {
    print: () => within((place) => place.print()),
    child(step) {
      if (within((place) => place.child(step)) === null) return null;
      return nestedPlace((visit) =>
        within((place) => {
          const child = place.child(step);
          if (child === null) throw new Error('internal error: what was there is gone');
          return visit(child);
        }),
      );
    },
  };
}

function fieldOf(plan: RecordPlan, step: string | number): FieldPlan | undefined {
  return typeof step === 'string' ? plan.byName.get(step) : undefined;
}

function printDefault(printer: DocumentPrinter, field: FieldPlan): void {
  if (field.optional) appendBytes(printer.out, word('null'));
  else writeDefault(printer.out, field, printer.rules);
}

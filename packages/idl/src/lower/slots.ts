// Slots of a table's fields: by position, or by `id` where the table has ids.
import type { TableField } from '@fb/schema';
import type { FieldDraft, ObjectDraft, Open } from '../bind/draft.js';
import { messages } from '../messages.js';
import { findAttribute } from '../bind/attributes.js';
import type { LowerContext } from './context.js';
import { parseInteger } from '../syntax/numbers.js';

/** How many slots a vtable has room for: its size, of 16 bits, counts two more. */
const MAX_FIELDS = 32765;

/** Sets the slots and returns the fields in slot order. Fields come in declaration order, tags before their unions. */
export function assignSlots(
  draft: ObjectDraft,
  fields: readonly Open<TableField>[],
  context: LowerContext,
): readonly Open<TableField>[] {
  let slot = 0;
  for (const field of fields) field.slot = slot++;
  const beyond = fields[MAX_FIELDS];
  if (beyond !== undefined) {
    const params = { kind: 'table', name: draft.def.fullName, limit: `${MAX_FIELDS} fields` };
    context.report(messages.create('TYPE-SIZE', beyond.span, params));
  }
  const withId = draft.fields.find((field) => findAttribute(field.attributes, 'id') !== null);
  if (withId === undefined) {
    const first = draft.fields[0];
    if (context.options.requireIds === true && first !== undefined) {
      context.report(messages.create('ATT-ID-ALL', first.span, { name: first.name }));
    }
    return fields;
  }
  const without = draft.fields.find((field) => findAttribute(field.attributes, 'id') === null);
  if (without !== undefined) {
    // One mistake, however many fields lack one.
    const related = [{ message: 'this one has an id', span: withId.span }];
    context.report(messages.create('ATT-ID-MIX', without.span, { name: without.name }, { related }));
  }
  let valid = without === undefined;
  for (const field of draft.fields) {
    const id = readId(field, context);
    if (id === null) valid = false;
    if (id === null || field.def?.kind !== 'tableField') continue;
    field.def.slot = id;
    if (field.def.tag !== null) (field.def.tag as Open<TableField>).slot = id - 1;
  }
  // A field that is not valid leaves a gap that is not its author's mistake.
  if (
    !valid ||
    draft.fields.length !== draft.syntax.fields.length ||
    draft.fields.some((field) => field.type === null)
  ) {
    return fields;
  }
  const sorted = fields.toSorted((a, b) => a.slot - b.slot);
  const wrong = sorted.findIndex((field, i) => field.slot !== i);
  const field = sorted[wrong];
  if (field !== undefined) {
    const isTwice = field.slot < wrong;
    const params = { problem: isTwice ? 'more than one' : 'no', id: isTwice ? field.slot : wrong };
    context.report(messages.create('ATT-ID-SEQ', field.span, params));
  }
  return sorted;
}

/** The id of a field; `null` if it has none, or none that is valid, which is reported. */
function readId(field: FieldDraft, context: LowerContext): number | null {
  const attribute = findAttribute(field.attributes, 'id');
  if (attribute === null) return null;
  const id = parseInteger(attribute.value?.trim() ?? '0');
  if (id === null || id < 0n || id > 65535n) {
    context.report(messages.create('ATT-ID-NUM', attribute.span, {}));
    return null;
  }
  const hasTag = field.def?.kind === 'tableField' && field.def.tag !== null;
  if (hasTag && id === 0n) {
    context.report(messages.create('ATT-ID-UNION', attribute.span, {}));
    return null;
  }
  return Number(id);
}

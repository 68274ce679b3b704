// Structs: members, and where they lie. Members that are structs come first, whatever the order of declarations.
import { placeMembers, type StructDef, type StructField, type Type } from '@fb/schema';
import type { FieldDraft, ObjectDraft, Open } from '../bind/draft.js';
import { messages } from '../messages.js';
import { docBefore } from '../syntax/doc-comments.js';
import { findAttribute, hasAttribute, modelAttributes } from '../bind/attributes.js';
import type { LowerContext } from './context.js';
import { parseInteger } from '../syntax/numbers.js';
import { nodeSpan } from './spans.js';

/** Offsets in a buffer are signed numbers of 32 bits. */
const MAX_SIZE = 2 ** 31 - 1;

/** Lays out all structs. A struct that contains itself is reported and has no size. */
export function lowerStructs(context: LowerContext): void {
  const drafts = new Map<StructDef, ObjectDraft>();
  for (const draft of context.program.objects) if (draft.def.kind === 'struct') drafts.set(draft.def, draft);
  const states = new Map<ObjectDraft, 'open' | 'done'>();
  // An explicit stack: a chain of structs may be longer than the call stack is deep.
  for (const start of drafts.values()) {
    const stack = [{ draft: start, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { draft } = top;
      if (top.next === 0) {
        if (states.has(draft)) {
          stack.pop();
          continue;
        }
        states.set(draft, 'open');
      }
      const field = draft.fields[top.next++];
      if (field === undefined) {
        states.set(draft, 'done');
        placeStruct(draft, context);
        stack.pop();
        continue;
      }
      const inner = innerStruct(field.type);
      const member = inner === null ? undefined : drafts.get(inner);
      if (member === undefined) continue;
      if (states.get(member) === 'open') reportCycle(draft, field, member, context);
      else if (!states.has(member)) stack.push({ draft: member, next: 0 });
    }
  }
}

function innerStruct(type: Type | null): StructDef | null {
  if (type?.kind === 'struct') return type.struct;
  return type?.kind === 'array' && type.element.kind === 'struct' ? type.element.struct : null;
}

function reportCycle(
  draft: ObjectDraft,
  field: FieldDraft,
  member: ObjectDraft,
  context: LowerContext,
): void {
  field.type = null;
  const place = nodeSpan(draft.scope.unit, field.syntax.type ?? field.syntax);
  // Nothing but itself in it: the reference compiler calls it empty.
  const isAlone = member === draft && draft.fields.length === 1;
  const code = isAlone ? 'TYPE-EMPTY-STRUCT' : 'TYPE-CYCLE';
  const extras = isAlone ? { hint: 'it contains nothing but itself' } : {};
  context.report(messages.create(code, place, { name: member.def.fullName }, extras));
}

function placeStruct(draft: ObjectDraft, context: LowerContext): void {
  const def = draft.def;
  if (def.kind !== 'struct') return;
  def.attributes = modelAttributes(draft.attributes, context.attributeNames.declared);
  const fields = draft.fields.filter((field) => field.type !== null);
  const types = fields.flatMap((field) => (field.type === null ? [] : [field.type]));
  const natural = placeMembers(types, null);
  const align = forcedAlign(draft, natural.align, context);
  const placement = align === null ? natural : placeMembers(types, align);
  if (placement.size > MAX_SIZE) {
    // It counts as empty from here on, so that structs which contain it are not reported as well.
    context.report(
      messages.create('TYPE-SIZE', draft.span, {
        kind: 'struct',
        name: def.fullName,
        limit: `${MAX_SIZE} bytes`,
      }),
    );
    return;
  }
  def.size = placement.size;
  def.align = placement.align;
  def.fields = fields.map((field, i) =>
    structField(field, placement.offsets[i] ?? 0, placement.paddings[i] ?? 0, context),
  );
  def.key = def.fields.find((field) => field.key) ?? null;
  if (draft.syntax.fields.length === 0) {
    context.report(messages.create('TYPE-EMPTY-STRUCT', draft.span, { name: def.fullName }));
  }
  const far = def.fields.find((field) => field.offset > 0xffff);
  if (far !== undefined)
    context.report(messages.create('W-STRUCT-SIZE', far.span, { name: far.name, offset: far.offset }));
}

function structField(field: FieldDraft, offset: number, padding: number, context: LowerContext): StructField {
  const { source, tokens } = field.object.scope.unit.syntax;
  const def: Open<StructField> = {
    kind: 'structField',
    name: field.name,
    doc: docBefore(source.text, tokens, field.syntax.first),
    attributes: modelAttributes(field.attributes, context.attributeNames.declared),
    span: field.span,
    type: field.type as StructField['type'],
    offset,
    padding,
    key: hasAttribute(field.attributes, 'key'),
  };
  field.def = def;
  return def;
}

/** The alignment that `force_align` asks for; `null` if it does not, or asks for what cannot be, which is reported. */
function forcedAlign(draft: ObjectDraft, natural: number, context: LowerContext): number | null {
  const attribute = findAttribute(draft.attributes, 'force_align');
  if (attribute === null) return null;
  const align = Number(parseInteger(attribute.value ?? '0') ?? 0n);
  if (align >= natural && align <= 32 && Number.isInteger(Math.log2(align))) return align;
  context.report(messages.create('ATT-ALIGN', attribute.span, { name: draft.name, min: natural }));
  return null;
}

// Types of fields and union members: what was bound, as types of the model. Order and kind of what a struct may hold,
// and where arrays may stand, are checked here, since an invalid type must not reach the layout.
import type { EnumType, ScalarType, StructType, Type, UnionMember } from '@fb/schema';
import type { EnumDraft, FieldDraft, NamedType, ObjectDraft, Open, TypeRef } from '../bind/draft.js';
import { spanOf } from '../bind/symbols.js';
import { messages } from '../messages.js';
import { Kind } from '../syntax/token.js';
import type { LowerContext } from './context.js';
import { parseInteger } from '../syntax/numbers.js';
import { nodeSpan, tokenSpan, tokenText } from './spans.js';

/** Gives every field its type; fields without a valid one keep `null`. */
export function lowerTypes(context: LowerContext): void {
  for (const object of context.program.objects) {
    for (const field of object.fields) field.type = fieldType(object, field, context);
  }
  for (const draft of context.program.enums) if (draft.union !== null) lowerMembers(draft, context);
}

/** The type that a name means; `null` if it is not defined. */
export function typeOf(ref: TypeRef): NamedType | null {
  const { target } = ref;
  switch (target?.kind) {
    case 'scalar':
    case 'string':
      return target;
    case 'enum':
    case 'union':
      return target.type;
    case 'object':
      return target.draft?.type ?? null;
    case undefined:
      return null;
  }
}

function fieldType(object: ObjectDraft, field: FieldDraft, context: LowerContext): Type | null {
  const syntax = field.syntax.type;
  if (syntax === null || field.ref === null) return null;
  const element = typeOf(field.ref);
  if (element === null) return null;
  const { unit } = object.scope;
  const isArray = syntax.length >= 0;
  const isVector = syntax.brackets > 0 && !isArray;
  const length = isArray ? arrayLength(field, context) : 0;
  if (object.kind === 'table') {
    if (isArray) {
      context.report(messages.create('TYPE-ARR-TABLE', nodeSpan(unit, syntax), {}));
      return null;
    }
    return isVector ? { kind: 'vector', element, wide: false } : element;
  }
  if (!checkStructMember(object, field, element, isVector, context) || length === null) return null;
  const member = element as ScalarType | EnumType | StructType;
  return isArray ? { kind: 'array', element: member, length } : member;
}

/** Whether a struct may hold this. */
function checkStructMember(
  object: ObjectDraft,
  field: FieldDraft,
  element: Type,
  isVector: boolean,
  context: LowerContext,
): boolean {
  const { ref } = field;
  const place = nodeSpan(object.scope.unit, field.syntax.type ?? field.syntax);
  if (ref !== null && ref.late && context.strict && element.kind === 'struct') {
    context.report(
      messages.create('TYPE-INCOMPLETE', place, { name: ref.name.text }, { hint: 'move its definition up' }),
    );
    return false;
  }
  if (!isVector && (element.kind === 'scalar' || element.kind === 'enum' || element.kind === 'struct'))
    return true;
  const hint =
    isVector && element.kind !== 'string' ? { hint: 'an array of fixed length is possible: [T:n]' } : {};
  context.report(messages.create('TYPE-STRUCT-FIELD', place, {}, hint));
  return false;
}

function arrayLength(field: FieldDraft, context: LowerContext): number | null {
  const { unit } = field.object.scope;
  const token = field.syntax.type?.length ?? -1;
  if (unit.syntax.tokens.kinds[token] === Kind.badNumber) return null;
  const text = tokenText(unit, token);
  const length = parseInteger(text);
  if (length !== null && length >= 1n && length <= 65535n) return Number(length);
  context.report(messages.create('TYPE-ARR-LEN-RANGE', tokenSpan(unit, token), { length: text }));
  return null;
}

function lowerMembers(draft: EnumDraft, context: LowerContext): void {
  const members: Open<UnionMember>[] = [];
  for (const member of draft.members) {
    if (member.ref === null || member.def === null) continue;
    const type = typeOf(member.ref);
    if (type === null) continue;
    const isVector = (member.syntax.type?.brackets ?? 0) > 0;
    if (isVector || type.kind === 'scalar' || type.kind === 'enum' || type.kind === 'union') {
      context.report(messages.create('TYPE-UNION-MEMBER', spanOf(member.ref), {}));
      continue;
    }
    const { name, value, doc, attributes, span } = member.def;
    members.push({ name, value, doc, attributes, span, type });
  }
  members.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.name < b.name ? -1 : 1));
  if (draft.union !== null) draft.union.members = members;
}

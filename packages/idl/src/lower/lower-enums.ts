// Enums and the tags of unions: the integer they are stored as, and the number of each value.
import { integerRange, isSigned, type EnumValue, type IntegerName } from '@fb/schema';
import { spanOf } from '../bind/symbols.js';
import type { EnumDraft, MemberDraft, Open } from '../bind/draft.js';
import { SCALAR_WORDS } from '../bind/scalar-words.js';
import { messages } from '../messages.js';
import { docBefore } from '../syntax/doc-comments.js';
import { stringValue } from '../syntax/scan-string.js';
import { Kind } from '../syntax/token.js';
import { hasAttribute, modelAttributes } from '../bind/attributes.js';
import type { LowerContext } from './context.js';
import { parseInteger } from '../syntax/numbers.js';
import { tokenSpan, tokenText } from './spans.js';

/** Lowers all enums and unions but for the types of union members. */
export function lowerEnums(context: LowerContext): void {
  const { enums } = context.program;
  for (const draft of enums) draft.underlying = ownUnderlying(draft, context);
  const done = new Set<EnumDraft>();
  for (const draft of enums) inheritUnderlying(draft, done);
  for (const draft of enums) lowerEnum(draft, context);
}

/** The integer that an enum names itself; `null` if it takes that of another, or none. */
function ownUnderlying(draft: EnumDraft, context: LowerContext): IntegerName | null {
  if (draft.base === null) {
    if (draft.kind === 'enum' && draft.syntax.untyped) untypedEnum(draft, context);
    return draft.def.underlying;
  }
  if (draft.syntax.underlying?.brackets !== 0) return null;
  const scalar = SCALAR_WORDS.get(draft.base.name.text);
  if (scalar === undefined || scalar === 'bool' || scalar === 'float' || scalar === 'double') return null;
  draft.base.target = null;
  return scalar;
}

/** Follows an enum that takes the integer of another, and gives all on the way what is found at the end, if anything. */
function inheritUnderlying(draft: EnumDraft, done: Set<EnumDraft>): void {
  const way: EnumDraft[] = [];
  let at: EnumDraft = draft;
  while (!done.has(at)) {
    done.add(at);
    const next = at.base?.target;
    if ((next?.kind !== 'enum' && next?.kind !== 'union') || at.syntax.underlying?.brackets !== 0) break;
    way.push(at);
    at = next;
  }
  for (const each of way) each.underlying = at.underlying;
}

function untypedEnum(draft: EnumDraft, context: LowerContext): void {
  const hint = `write "enum ${draft.name}:short"`;
  const code = context.strict ? 'SYN-ENUM-TYPE' : 'W-DIALECT-ENUM';
  context.report(messages.create(code, draft.span, { name: draft.name }, { hint }));
}

function lowerEnum(draft: EnumDraft, context: LowerContext): void {
  const { def, union, base } = draft;
  const { report } = context;
  if (draft.underlying === null && base !== null) {
    report(messages.create('TYPE-ENUM-BASE', spanOf(base), { name: base.name.text }));
  }
  def.underlying = draft.underlying ?? 'long';
  def.bitFlags = hasAttribute(draft.attributes, 'bit_flags');
  def.attributes = modelAttributes(draft.attributes, context.attributeNames.declared);
  const values = declaredValues(draft, context);
  if (def.bitFlags) for (const value of values) shiftFlag(draft, value, context);
  def.values = values.map((value) => value.def).toSorted(compareValues);
  reportSameNumbers(draft, values, context);
  if (union !== null) union.attributes = def.attributes;
}

interface NumberedValue {
  readonly def: Open<EnumValue>;
  readonly member: MemberDraft | null;
}

/** The values as declared; enums without any, and all unions, begin with NONE. */
function declaredValues(draft: EnumDraft, context: LowerContext): NumberedValue[] {
  const values: NumberedValue[] = [];
  const byName = new Map<string, MemberDraft | null>();
  if (draft.kind === 'union' || draft.members.length === 0) {
    values.push({
      def: { name: 'NONE', value: 0n, doc: [], attributes: [], span: draft.span },
      member: null,
    });
    byName.set('NONE', null);
  }
  const range = integerRange(draft.def.underlying);
  let next = values.length === 0 ? 0n : 1n;
  const unit = draft.scope.unit;
  const { source, tokens } = unit.syntax;
  for (const member of draft.members) {
    const name = memberName(member, context);
    const first = byName.get(name);
    if (first !== undefined) {
      const related = [
        {
          message: first === null ? 'NONE is in every union' : 'first listed here',
          span: first?.span ?? draft.span,
        },
      ];
      context.report(messages.create('NAME-DUP-VALUE', member.span, { name }, { related }));
      continue;
    }
    byName.set(name, member);
    const number = member.syntax.value < 0 ? next : explicitNumber(draft, member, context);
    if (number === null) continue;
    if (draft.underlying !== null && (number < range.min || number > range.max)) {
      const place = member.syntax.value < 0 ? member.span : tokenSpan(unit, member.syntax.value);
      const value = member.syntax.value < 0 ? `${number} (one more than the value before)` : number;
      context.report(messages.create('ENUM-RANGE', place, { value, type: rangeOf(draft.def.underlying) }));
      next = 0n;
      continue;
    }
    member.def = {
      name,
      value: number,
      doc: docBefore(source.text, tokens, member.syntax.first),
      attributes: modelAttributes(member.attributes, context.attributeNames.declared),
      span: member.span,
    };
    values.push({ def: member.def, member });
    next = number + 1n;
  }
  return values;
}

/** The number after the equals sign; `null` if it is none, which is reported. */
function explicitNumber(draft: EnumDraft, member: MemberDraft, context: LowerContext): bigint | null {
  const unit = draft.scope.unit;
  const token = member.syntax.value;
  const kind = unit.syntax.tokens.kinds[token];
  const span = tokenSpan(unit, token);
  const text = tokenText(unit, token);
  if (kind === Kind.badNumber || kind === Kind.badString) return null;
  if (kind === Kind.integer) return parseInteger(text);
  const quoted =
    kind === Kind.string && parseInteger(stringValue(unit.syntax.source.text, span.start, span.end)) !== null;
  if (quoted)
    context.report(
      messages.create('SYN-EXPECT', span, { wanted: 'an integer', found: `the string ${text}` }),
    );
  else
    context.report(messages.create('ENUM-RANGE', span, { value: text, type: rangeOf(draft.def.underlying) }));
  return null;
}

function memberName(member: MemberDraft, context: LowerContext): string {
  const { name } = member;
  if (!name.includes('.')) return name;
  return context.options.shortUnionNames === true
    ? name.slice(name.lastIndexOf('.') + 1)
    : name.replaceAll('.', '_');
}

/** The number of a flag is that of its bit. */
function shiftFlag(draft: EnumDraft, value: NumberedValue, context: LowerContext): void {
  const { underlying } = draft.def;
  const { max } = integerRange(underlying);
  const signed = isSigned(underlying);
  const bits = BigInt(max.toString(2).length) + (signed ? 1n : 0n);
  const bit = value.def.value;
  if (bit < 0n || bit >= bits || (signed && bit === bits - 1n)) {
    const code = bit < 0n || bit >= bits ? 'ENUM-FLAG-RANGE' : 'ENUM-FLAG-SIGN';
    if (draft.underlying === null) return;
    context.report(messages.create(code, value.member?.span ?? draft.span, { value: bit, type: underlying }));
    return;
  }
  value.def.value = 1n << bit;
}

/** A number that the smallest value has already is an error; higher up the reference compiler lets it pass. */
function reportSameNumbers(draft: EnumDraft, values: readonly NumberedValue[], context: LowerContext): void {
  const smallest = draft.def.values[0]?.value;
  const first = new Map<bigint, NumberedValue>();
  for (const value of values) {
    const same = first.get(value.def.value);
    if (same === undefined) {
      first.set(value.def.value, value);
      continue;
    }
    const code = value.def.value === smallest ? 'ENUM-DUP' : 'W-ENUM-DUP';
    const related = [{ message: 'first used here', span: same.member?.span ?? draft.span }];
    const params = { name: value.def.name, other: same.def.name, value: value.def.value };
    context.report(messages.create(code, value.member?.span ?? draft.span, params, { related }));
  }
}

function compareValues(a: EnumValue, b: EnumValue): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}

function rangeOf(type: IntegerName): string {
  const { min, max } = integerRange(type);
  return `${type} (${min} to ${max})`;
}

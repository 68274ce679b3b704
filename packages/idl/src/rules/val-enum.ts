// VAL-ENUM-MEMBER, VAL-NULL-ENUM: the default of an enum must be one of its values, the silent zero as well.
import type { EnumDef } from '@fb/schema';
import { nodeSpan } from '../lower/spans.js';
import { messages } from '../messages.js';
import type { Rule, TypedField } from './rule.js';

export const valEnum: Rule = {
  tableField(field, { report }) {
    const { type, def, name } = field;
    if (type.kind !== 'enum' || def?.kind !== 'tableField') return;
    const span = valueSpan(field);
    if (def.presence === 'optional') {
      const isAmbiguous = type.enum.values.some((value) => value.name === 'null');
      if (isAmbiguous) report(messages.create('VAL-NULL-ENUM', span, { enum: type.enum.fullName }));
      return;
    }
    if (def.default === null || isValue(type.enum, BigInt(def.default as number | bigint))) return;
    const params = { value: def.defaultText ?? '', name, enum: type.enum.fullName };
    const hint = hasValue(field) ? undefined : 'give it a default, or the enum a value 0';
    report(messages.create('VAL-ENUM-MEMBER', span, params, hint === undefined ? {} : { hint }));
  },
  structField(field, { report }) {
    const { type, name } = field;
    if (type.kind !== 'enum' || isValue(type.enum, 0n)) return;
    const hint = 'members of structs start as 0: give the enum a value 0';
    report(
      messages.create(
        'VAL-ENUM-MEMBER',
        field.span,
        { value: '0', name, enum: type.enum.fullName },
        { hint },
      ),
    );
  },
};

function isValue(def: EnumDef, value: bigint): boolean {
  if (def.bitFlags || def.union !== null) return true;
  // Values are in ascending order; of `ulong` too, where none is negative.
  let low = 0;
  let high = def.values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((def.values[middle]?.value ?? 0n) < value) low = middle + 1;
    else high = middle;
  }
  return def.values[low]?.value === value;
}

function hasValue({ syntax, attributes }: TypedField): boolean {
  return syntax.value !== null || attributes.dialectDefault !== null;
}

function valueSpan(field: TypedField): ReturnType<typeof nodeSpan> {
  const value = field.syntax.value ?? field.attributes.dialectDefault?.value ?? null;
  return value === null ? field.span : nodeSpan(field.object.scope.unit, value);
}

// Which enums are bit flags. A schema that was read from bytes may not say so, but hold what only flags can have.
import type { EnumDef, Schema, StructField, TableField } from '@fb/schema';

/** The enums, those of unions among them, to print with `bit_flags`. */
export function flagEnums(schema: Schema): ReadonlySet<EnumDef> {
  const flags = new Set<EnumDef>();
  for (const def of schema.enums) {
    const tags = def.kind === 'union' ? def.discriminator : def;
    // NONE is the first of a union: bit 0 if it is not 0.
    if (tags.bitFlags || (def.kind === 'union' && tags.values[0]?.value === 1n)) flags.add(tags);
  }
  for (const { fields } of schema.objects) {
    for (const field of fields) {
      const def = enumWithoutDefault(field);
      if (def?.values.every(({ value }) => isPowerOfTwo(value)) === true) flags.add(def);
    }
  }
  return flags;
}

/** The enum of a field whose default is none of its values, as only flags allow. */
function enumWithoutDefault(field: TableField | StructField): EnumDef | null {
  const type = field.type.kind === 'array' ? field.type.element : field.type;
  if (type.kind !== 'enum') return null;
  if (field.kind === 'tableField' && field.presence !== 'default') return null;
  const start = field.kind === 'tableField' ? field.default : 0;
  if (typeof start !== 'number' && typeof start !== 'bigint') return null;
  return type.enum.values.some(({ value }) => value === BigInt(start)) ? null : type.enum;
}

function isPowerOfTwo(value: bigint): boolean {
  const bits = BigInt.asUintN(64, value);
  return bits !== 0n && (bits & (bits - 1n)) === 0n;
}

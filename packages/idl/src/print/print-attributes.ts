// Attribute lists. A schema that was read from bytes may lack the language's own attributes, and have what they say
// as properties only: these are printed as the attributes that say it.
import { placeMembers, type Attribute, type StructDef, type StructField, type TableField } from '@fb/schema';
import { parseInteger } from '../syntax/numbers.js';
import { isWordPart, isWordStart } from '../syntax/characters.js';
import { printString } from './string-literal.js';

/** ` (name, name: 1)`; nothing if there are none. */
export function printAttributes(attributes: readonly Attribute[]): string {
  return attributes.length === 0 ? '' : ` (${attributes.map(printAttribute).join(', ')})`;
}

/** Attributes of a field of a table. If one of the table's fields has an id, all have. */
export function tableFieldAttributes(field: TableField, withIds: boolean): readonly Attribute[] {
  const { type, nested } = field;
  const isWide = type.kind === 'vector' && type.wide;
  const isKeyString = field.key && type.kind === 'string';
  // In bytes an attribute without a value is one of "0".
  const written = field.attributes.map((each) =>
    each.name === 'id' && each.value === null ? { ...each, value: '0' } : each,
  );
  return withAttributes(written, [
    ['id', withIds ? String(field.slot) : false],
    ['deprecated', field.deprecated],
    ['key', field.key],
    // A string that is a key is required without saying so.
    ['required', field.presence === 'required' && !isKeyString],
    ['vector64', isWide],
    ['offset64', field.offset64 && !isWide],
    ['nested_flatbuffer', nested?.fullName ?? false],
    ['flexbuffer', field.flexbuffer],
    ['hash', field.hash ?? false],
    ['shared', field.shared],
  ]);
}

/** Attributes of a member of a struct. */
export function structFieldAttributes(field: StructField): readonly Attribute[] {
  return withAttributes(field.attributes, [['key', field.key]]);
}

/** Attributes of a struct. */
export function structAttributes(def: StructDef): readonly Attribute[] {
  const natural = placeMembers(
    def.fields.map((field) => field.type),
    null,
  ).align;
  return withAttributes(def.attributes, [['force_align', def.align === natural ? false : String(def.align)]]);
}

/** The attributes as written, and those of `implied` that hold and were not. */
export function withAttributes(
  written: readonly Attribute[],
  implied: readonly (readonly [name: string, value: string | boolean])[],
): readonly Attribute[] {
  const missing = implied.filter(
    ([name, value]) => value !== false && !written.some((each) => each.name === name),
  );
  return [
    ...written,
    ...missing.map(([name, value]) => ({
      name,
      value: value === true ? null : String(value),
      builtin: true,
    })),
  ];
}

function printAttribute({ name, value }: Attribute): string {
  const printed = isWord(name) ? name : printString(name);
  return value === null ? printed : `${printed}: ${isInteger(value) ? value : printString(value)}`;
}

/** Whether a text is what an integer is kept as. */
function isInteger(text: string): boolean {
  const value = parseInteger(text);
  return value !== null && BigInt.asIntN(32, value) === value && String(value) === text;
}

function isWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isWordPart(text.charCodeAt(at))) return false;
  return isWordStart(text.charCodeAt(0));
}

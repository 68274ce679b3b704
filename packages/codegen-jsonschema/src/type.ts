// What JSON of a type looks like, in the spelling of the reference compiler.
import { integerRange, isFloat, type Definition, type ScalarName, type Type } from '@fb/schema';
import { definitionName, quoted } from './language.js';

/** What is said about a type, one line each, without the commas between them. */
export function typeLines(type: Type): readonly string[] {
  switch (type.kind) {
    case 'scalar':
      return [scalarText(type.scalar)];
    case 'string':
      return ['"type" : "string"'];
    case 'enum':
      return [referenceTo(type.enum.union ?? type.enum)];
    case 'struct':
      return [referenceTo(type.struct)];
    case 'table':
      return [referenceTo(type.table)];
    case 'union': {
      const members = type.union.members.map((member) => `{ ${typeLines(member.type).join(', ')} }`);
      return [`"anyOf": [${members.join(',')}]`];
    }
    case 'vector':
      return [arrayOf(type.element)];
    case 'array':
      return [arrayOf(type.element), `"minItems": ${type.length}`, `"maxItems": ${type.length}`];
  }
}

/** A reference to the definition of a type. */
export function referenceTo(def: Definition): string {
  return `"$ref" : ${quoted(`#/definitions/${definitionName(def)}`)}`;
}

function arrayOf(element: Type): string {
  return `"type" : "array", "items" : {${typeLines(element).join(', ')}}`;
}

function scalarText(scalar: ScalarName): string {
  if (scalar === 'bool') return '"type" : "boolean"';
  if (isFloat(scalar)) return '"type" : "number"';
  const { min, max } = integerRange(scalar);
  // The reference leaves out one blank, for this type only.
  const blank = scalar === 'ubyte' ? '' : ' ';
  return `"type" : "integer", "minimum" : ${min}, "maximum" :${blank}${max}`;
}

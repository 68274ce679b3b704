// Tables and structs, which look alike in JSON.
import type { StructDef, StructField, TableDef, TableField } from '@fb/schema';
import { definitionName, description, quoted, separated } from './language.js';
import { typeLines } from './type.js';

/** The definition of a table or struct. */
export function objectLines(def: TableDef | StructDef): readonly string[] {
  const text = description(def.doc);
  const required = def.fields.filter(isRequired).map(({ name }) => quoted(name));
  return [
    `    ${quoted(definitionName(def))} : {`,
    '      "type" : "object",',
    ...(text === null ? [] : [`      "description" : ${text},`]),
    '      "properties" : {',
    ...separated(def.fields.map(propertyLines)),
    '      },',
    ...(required.length === 0 ? [] : [`      "required" : [${required.join(', ')}],`]),
    '      "additionalProperties" : false',
    '    }',
  ];
}

function isRequired(field: TableField | StructField): boolean {
  return field.kind === 'tableField' && field.presence === 'required';
}

function propertyLines(field: TableField | StructField): readonly string[] {
  const text = description(field.doc);
  const facts = [
    ...typeLines(field.type),
    ...(field.kind === 'tableField' && field.deprecated ? ['"deprecated" : true'] : []),
    ...(text === null ? [] : [`"description" : ${text}`]),
  ];
  return [
    `        ${quoted(field.name)} : {`,
    ...separated(facts.map((fact) => [`                ${fact}`])),
    '              }',
  ];
}

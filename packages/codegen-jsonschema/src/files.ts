// The one file there is: a definition for each enum, union, struct and table, and a reference to the root's.
import type { GeneratedFile } from '@fb/codegen';
import type { Schema, TableDef } from '@fb/schema';
import { enumLines } from './enum.js';
import { quoted, separated } from './language.js';
import { objectLines } from './object.js';
import { referenceTo } from './type.js';

/** The file of a schema whose root is `root`. */
export function fileOf(schema: Schema, root: TableDef): GeneratedFile {
  const name = schema.mainFile.path.split(/[/\\]/).at(-1) ?? '';
  const definitions = [...schema.enums.map(enumLines), ...schema.objects.map(objectLines)];
  const lines = [
    '{',
    `  "$schema": ${quoted('https://json-schema.org/draft/2019-09/schema')},`,
    '  "definitions": {',
    ...separated(definitions),
    '  },',
    `  ${referenceTo(root)}`,
    '}',
  ];
  return { path: `${name.replace(/\.[^.]*$/, '')}.schema.json`, content: `${lines.join('\n')}\n` };
}

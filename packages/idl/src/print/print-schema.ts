// A schema model as text. Everything in one file: the definitions of included files stand beside the others.
import type { Named, Schema } from '@fb/schema';
import { format } from '../format/format.js';
import { typesInOrder } from './definition-order.js';
import { flagEnums } from './flag-enums.js';
import { printDefinition, type PrintContext } from './print-definition.js';
import { printString } from './string-literal.js';
import { TypeNames } from './type-names.js';

/** Options of {@link printSchema}. @public */
export interface PrintSchemaOptions {
  /** Print documentation. Default: true. */
  readonly comments?: boolean;
}

/**
 * The text of a schema, laid out as by {@link format}: one file without includes, whatever files the schema came from.
 * It gives the same binary schema but for the names of files.
 *
 * Definitions keep their order, as far as enums stand before their use and structs before those that hold them. Ids are
 * printed where the schema has them as attributes; other fields stand in the order of their slots. A schema that was
 * read from bytes does not know the defaults of strings, for which empty ones are printed; the language's attributes
 * that it lacks are printed where other properties tell of them. In the rare case that a type has no name, since something nearer to its use
 * is called the same, its full name is printed.
 * @public
 */
export function printSchema(schema: Schema, options: PrintSchemaOptions = {}): string {
  const context: PrintContext = {
    names: new TypeNames(schema),
    flags: flagEnums(schema),
    comments: options.comments !== false,
  };
  const parts = attributeDeclarations(schema);
  let namespace = '';
  for (const def of [...typesInOrder(schema), ...schema.services]) {
    const own = def.namespace.join('.');
    if (own !== namespace) parts.push('', `namespace ${own};`, '');
    namespace = own;
    parts.push(printDefinition(def, context));
  }
  const { root, fileIdentifier, fileExtension } = schema;
  parts.push('');
  if (root !== null) parts.push(`root_type ${root.fullName};`);
  if (fileIdentifier !== null && fileIdentifier !== '')
    parts.push(`file_identifier ${printString(fileIdentifier)};`);
  if (fileExtension !== null && fileExtension !== '')
    parts.push(`file_extension ${printString(fileExtension)};`);
  return format(parts.join('\n')).text;
}

/** Attributes that are not the language's own, or are declared to be the schema's. */
function attributeDeclarations(schema: Schema): string[] {
  const names = new Set<string>();
  const collect = (named: Named): void => {
    for (const { name, builtin } of named.attributes) if (!builtin) names.add(name);
  };
  for (const def of [...schema.enums, ...schema.objects, ...schema.services]) {
    collect(def);
    for (const part of partsOf(def)) collect(part);
  }
  return [...names].map((name) => `attribute ${printString(name)};`);
}

function partsOf(def: Schema['objects' | 'enums' | 'services'][number]): readonly Named[] {
  switch (def.kind) {
    case 'table':
    case 'struct':
      return def.fields;
    case 'enum':
      return def.values;
    case 'union':
      return def.members;
    case 'service':
      return def.calls;
  }
}

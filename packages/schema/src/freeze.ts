// Makes a finished schema immutable, so that whoever holds it can rely on it.
import type { Definition, Named, Schema, TableField, Type } from './model.js';

/** Freezes a schema and all that belongs to it, and returns it. Spans and their sources are left as they are. @public */
export function freezeSchema(schema: Schema): Schema {
  for (const object of schema.objects) {
    for (const field of object.fields) {
      if (field.kind === 'tableField') freezeTableField(field);
      else freezeNamed(field, field.type);
    }
    if (object.kind === 'table') Object.freeze(object.writeOrder);
    Object.freeze(object.fields);
    freezeDefinition(object);
  }
  for (const definition of schema.enums) {
    const values = definition.kind === 'union' ? definition.discriminator.values : definition.values;
    for (const value of values) freezeNamed(value, null);
    Object.freeze(values);
    if (definition.kind === 'union') {
      for (const member of definition.members) freezeNamed(member, member.type);
      Object.freeze(definition.members);
      freezeDefinition(definition.discriminator);
    }
    freezeDefinition(definition);
  }
  for (const service of schema.services) {
    for (const call of service.calls) freezeNamed(call, null);
    Object.freeze(service.calls);
    freezeDefinition(service);
  }
  for (const file of schema.files) {
    Object.freeze(file.includes);
    Object.freeze(file.includeNames);
    Object.freeze(file.nativeIncludes);
    Object.freeze(file);
  }
  for (const list of [schema.objects, schema.enums, schema.services, schema.files]) Object.freeze(list);
  return Object.freeze(schema);
}

function freezeTableField(field: TableField): void {
  freezeNamed(field, field.type);
  if (Array.isArray(field.default)) Object.freeze(field.default);
}

function freezeNamed(named: Named, type: Type | null): void {
  freezeAttributes(named);
  Object.freeze(named.doc);
  if (type !== null) {
    if (type.kind === 'vector' || type.kind === 'array') Object.freeze(type.element);
    Object.freeze(type);
  }
  Object.freeze(named);
}

function freezeDefinition(definition: Definition): void {
  Object.freeze(definition.namespace);
  freezeNamed(definition, null);
}

function freezeAttributes(named: Named): void {
  for (const attribute of named.attributes) Object.freeze(attribute);
  Object.freeze(named.attributes);
}

import { verify } from '@fb/flatbuffers';
import { compareSchemas, type Schema, tableLayout } from '@fb/schema';
import { readBfbs, writeBfbs } from '@fb/schema/bfbs';

/** What a schema's root type is made of. */
export function describeRoot({ root }: Schema): string[] {
  return root === null ? [] : root.fields.map((field) => `${field.slot} ${field.name}: ${field.type.kind}`);
}

/** Whether bytes are a buffer of the schema: no generated code is needed. */
export function isBuffer({ root }: Schema, bytes: Uint8Array): boolean {
  return root !== null && verify(bytes, tableLayout(root)) === null;
}

/** The binary schema, documentation included. */
export function binarySchema(schema: Schema): Uint8Array {
  return writeBfbs(schema, { comments: true });
}

/** The names of the types in a binary schema. */
export function typeNames(bfbs: Uint8Array): string[] {
  const { schema, error } = readBfbs(bfbs);
  if (schema === null) throw error;
  return schema.objects.map((object) => object.fullName);
}

/** What new code cannot read in old data, if a schema changes like this. */
export function breaksOldData(base: Schema, next: Schema): string[] {
  return compareSchemas(base, next)
    .filter(({ breaks }) => breaks.includes('old data'))
    .map(({ code, subject }) => `${subject}: ${code}`);
}

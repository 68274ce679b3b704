import { verify } from '@fb/flatbuffers';
import { type Schema, tableLayout } from '@fb/schema';
import { writeBfbs } from '@fb/schema/bfbs';

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

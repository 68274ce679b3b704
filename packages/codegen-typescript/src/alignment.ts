// The attribute `force_align` of vectors: an alignment beyond that of the elements.
import { generatorMessages } from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';
import type { Schema, TableField } from '@fb/schema';

/** Beyond a page of memory alignment gains nothing, and each such vector may cost as much again. */
const MOST = 65_536;

/** What the elements of the vector of a field are aligned to, if that was said. */
export function forcedAlignment(field: TableField): number | null {
  const attribute = field.attributes.find(({ name }) => name === 'force_align');
  return attribute === undefined ? null : Number(attribute.value ?? 0);
}

/** An error for each alignment that is none. */
export function checkAlignments(schema: Schema): readonly Diagnostic[] {
  return schema.objects.flatMap((def) => {
    if (def.kind !== 'table') return [];
    return def.fields.flatMap((field) => {
      const alignment = forcedAlignment(field);
      if (alignment === null || isAlignment(alignment)) return [];
      const { value } = field.attributes.find(({ name }) => name === 'force_align') ?? {};
      const params = { name: `${def.fullName}.${field.name}`, value: value ?? 'nothing', limit: MOST };
      return [generatorMessages.create('GEN-ALIGN', field.span, params)];
    });
  });
}

function isAlignment(value: number): boolean {
  return value >= 1 && value <= MOST && Number.isInteger(Math.log2(value));
}

// What a schema uses that not every target can express, with the first place where it does.
import type { Span } from '@fb/diagnostics';
import { storedScalar, type Feature } from '@fb/schema';
import type { FieldDraft, Program } from '../bind/draft.js';

/** The features of all files. */
export function featuresOf(program: Program): Map<Feature, Span | null> {
  const features = new Map<Feature, Span | null>();
  const use = (feature: Feature, span: Span): void => {
    if (!features.has(feature)) features.set(feature, span);
  };
  for (const draft of program.enums) {
    const { union } = draft;
    if (union === null) continue;
    if (union.explicitUnderlying) use('union underlying types', draft.span);
    const other = union.members.find((member) => member.type.kind !== 'table');
    if (other !== undefined) use('structs and strings in unions', other.span ?? draft.span);
  }
  for (const object of program.objects) {
    for (const field of object.fields) useOfField(field, use);
  }
  return features;
}

function useOfField(field: FieldDraft, use: (feature: Feature, span: Span) => void): void {
  const { type, def, span } = field;
  if (type === null || def === null) return;
  if (type.kind === 'array') use('fixed arrays', span);
  if (type.kind === 'vector' && type.element.kind === 'union') use('vectors of unions', span);
  if (def.kind !== 'tableField') return;
  if (def.offset64) use('64-bit offsets', span);
  if (storedScalar(type) !== null) {
    if (def.presence === 'optional') use('optional scalars', span);
  } else if ((type.kind === 'string' || type.kind === 'vector') && hasValue(field)) {
    use('string and vector defaults', span);
  }
}

function hasValue(field: FieldDraft): boolean {
  return field.syntax.value !== null || field.attributes.dialectDefault !== null;
}

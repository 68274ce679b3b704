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
    for (const field of object.fields) for (const feature of featuresOfField(field)) use(feature, field.span);
  }
  return features;
}

function featuresOfField(field: FieldDraft): Feature[] {
  const { type, def } = field;
  const features: Feature[] = [];
  if (type === null || def === null) return features;
  if (type.kind === 'array') features.push('fixed arrays');
  if (type.kind === 'vector' && type.element.kind === 'union') features.push('vectors of unions');
  if (def.kind !== 'tableField') return features;
  if (def.offset64) features.push('64-bit offsets');
  if (storedScalar(type) !== null) {
    if (def.presence === 'optional') features.push('optional scalars');
  } else if ((type.kind === 'string' || type.kind === 'vector') && hasValue(field)) {
    features.push('string and vector defaults');
  }
  return features;
}

function hasValue(field: FieldDraft): boolean {
  return field.syntax.value !== null || field.attributes.dialectDefault !== null;
}

// What a schema uses that not every target can express, told from the model alone.
import type { EnumDef, Feature, StructDef, TableDef, TableField, UnionDef } from '../model.js';
import { storedScalar } from '../scalar.js';

/** The features that definitions use, but for defaults of strings, which binary schemas do not keep. */
export function featuresOf(
  objects: readonly (TableDef | StructDef)[],
  enums: readonly (EnumDef | UnionDef)[],
): Set<Feature> {
  const features = new Set<Feature>();
  for (const def of enums) {
    if (def.kind !== 'union') continue;
    if (def.explicitUnderlying) features.add('union underlying types');
    if (def.members.some(({ type }) => type.kind !== 'table')) features.add('structs and strings in unions');
  }
  for (const def of objects) {
    if (def.kind === 'table') for (const field of def.fields) addFeatures(features, field);
    else if (def.fields.some(({ type }) => type.kind === 'array')) features.add('fixed arrays');
  }
  return features;
}

function addFeatures(features: Set<Feature>, { type, presence, offset64 }: TableField): void {
  if (type.kind === 'vector' && type.element.kind === 'union') features.add('vectors of unions');
  if (offset64) features.add('64-bit offsets');
  if (presence === 'optional' && storedScalar(type) !== null) features.add('optional scalars');
}

// Whether a target can express a schema: what it cannot is refused before anything is generated.
import type { Diagnostic } from '@fb/diagnostics';
import type { Feature, Schema } from '@fb/schema';
import { generatorMessages } from './messages.js';

const CODES = {
  'fixed arrays': 'LANG-ARRAY',
  'vectors of unions': 'LANG-UNIONVEC',
  'structs and strings in unions': 'LANG-UNIONELEM',
  'union underlying types': 'LANG-UNIONBASE',
  'optional scalars': 'LANG-OPTIONAL',
  'string and vector defaults': 'LANG-DEFAULT',
  '64-bit offsets': 'LANG-64',
} as const satisfies Readonly<Record<Feature, string>>;

/** One error for each feature of the schema that the target lacks, at a place that uses it. @public */
export function checkFeatures(
  schema: Schema,
  target: { readonly name: string; readonly supports: ReadonlySet<Feature> },
): readonly Diagnostic[] {
  return [...schema.features]
    .filter(([feature]) => !target.supports.has(feature))
    .map(([feature, span]) => generatorMessages.create(CODES[feature], span, { target: target.name }));
}

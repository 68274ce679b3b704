// The C++ generator: from a schema to a header and a source file, or to diagnostics that say why not.
import {
  checkFeatures,
  checkIdentifiers,
  checkOutputs,
  checkStructs,
  generatorMessages,
  type Generator,
  type GeneratorResult,
  type StructLimits,
} from '@fb/codegen';
import { hasErrors, type Diagnostic } from '@fb/diagnostics';
import type { Feature, Schema, StructDef, Type } from '@fb/schema';
import { contextOf } from './context.js';
import { filesOf } from './files.js';
import { checkTexts } from './native-text.js';
import { settingsOf, type CppOptions, type Settings } from './options.js';

const SUPPORTS: ReadonlySet<Feature> = new Set<Feature>([
  'fixed arrays',
  'vectors of unions',
  'structs and strings in unions',
  'union underlying types',
  'optional scalars',
  'string and vector defaults',
  '64-bit offsets',
]);

/** Comparing keys has a line for each member, and a loop for each array. */
const KEYS: StructLimits = { members: 10_000, levels: 100, loops: Number.POSITIVE_INFINITY };

/**
 * Generates C++: `X_generated.h`, complete on its own, and `X_generated.cpp`, which checks at compile time that
 * layouts are what the format says. The code works with the official headers of version 2.0.8 and later (23.5.9 for
 * 64-bit offsets). What cannot be part of a name or of code is refused with `GEN-NAME`, keys that hold too many members
 * with `GEN-WIDE` and `GEN-DEEP`. @public
 */
export const cppGenerator: Generator<CppOptions> = {
  name: 'C++',
  supports: SUPPORTS,
  generate(schema: Schema, options: CppOptions): GeneratorResult {
    const settings = settingsOf(options);
    const refused = [
      ...checkFeatures(schema, { name: 'C++', supports: SUPPORTS }),
      ...checkIdentifiers(schema),
      ...checkTexts(schema, settings),
      ...checkStructs({ ...schema, objects: keyStructs(schema) }, KEYS),
      ...checkEnumArrays(schema, settings),
    ];
    if (refused.length > 0) return { files: [], diagnostics: refused };
    const files = filesOf(contextOf(schema, settings));
    const hint = 'choose another extension for headers (--filename-ext)';
    const planned = files.map(({ path }) => ({ path, subject: `\`${path}\``, span: null, hint }));
    const diagnostics = checkOutputs(planned);
    return { files: hasErrors(diagnostics) ? [] : files, diagnostics };
  },
};

/** Before C++11 nothing says how large an unscoped enum is, and arrays of one have the size of its integers. */
function checkEnumArrays(schema: Schema, { standard, scopedEnums }: Settings): readonly Diagnostic[] {
  if (standard !== 'c++0x' || scopedEnums) return [];
  const fields = schema.objects.flatMap((def) => (def.kind === 'struct' ? def.fields : []));
  return fields
    .filter(({ type }) => type.kind === 'array' && type.element.kind === 'enum')
    .map(({ span }) => generatorMessages.create('LANG-ARRAY', span, { target: 'C++0x' }, { hint: HINT }));
}

const HINT = 'for arrays of enums, scope enums (--scoped-enums)';

/** The structs that are keys or have one that is no scalar, and all that is in them. */
function keyStructs(schema: Schema): readonly StructDef[] {
  const types = schema.objects.flatMap(({ key }) => (key === null ? [] : [key.type]));
  const found = new Set(types.flatMap(structIn));
  // A set is walked to what is added meanwhile, too.
  for (const def of found)
    for (const { type } of def.fields) for (const inner of structIn(type)) found.add(inner);
  return [...found];
}

function structIn(type: Type): readonly StructDef[] {
  const held = type.kind === 'array' ? type.element : type;
  return held.kind === 'struct' ? [held.struct] : [];
}

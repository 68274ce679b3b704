// How much there is in a struct once the structs in it are flattened, found without flattening them: nesting can make
// it huge. What is too much for generated code is refused.
import type { Diagnostic } from '@fb/diagnostics';
import type { Schema, StructDef } from '@fb/schema';
import { unreachable } from './invariant.js';
import { generatorMessages } from './messages.js';

/** What fits in the function that makes a struct: it has a parameter for each member. @public */
export interface StructLimits {
  /** How many parameters a function of the language can take. */
  readonly members: number;
  /** How many structs may be in each other: the name of a parameter has a part for each level. */
  readonly levels: number;
  /** Whether structs in arrays count too, once for each array; they do not by default. */
  readonly arrays?: boolean;
}

interface Extent {
  readonly members: number;
  /** Structs in each other, the outermost included. */
  readonly levels: number;
}

/**
 * An error for each struct of the schema that is too wide or too deep for generated code. Those that only contain such
 * a one are not reported: they are mended with it. @public
 */
export function checkStructs(schema: Schema, limits: StructLimits): readonly Diagnostic[] {
  const extents = new Map<StructDef, Extent>();
  const arrays = limits.arrays === true;
  return schema.objects.flatMap((def) => {
    if (def.kind !== 'struct') return [];
    if (structsIn(def, arrays).some((inner) => isTooMuch(extentOf(inner, arrays, extents), limits)))
      return [];
    const { members, levels } = extentOf(def, arrays, extents);
    const { fullName: name, span } = def;
    if (levels > limits.levels)
      return [generatorMessages.create('GEN-DEEP', span, { name, limit: limits.levels })];
    if (members > limits.members)
      return [generatorMessages.create('GEN-WIDE', span, { name, limit: limits.members })];
    return [];
  });
}

function isTooMuch({ members, levels }: Extent, limits: StructLimits): boolean {
  return members > limits.members || levels > limits.levels;
}

function structsIn({ fields }: StructDef, arrays: boolean): StructDef[] {
  return fields.flatMap(({ type }) => {
    const held = arrays && type.kind === 'array' ? type.element : type;
    return held.kind === 'struct' ? [held.struct] : [];
  });
}

/** The extent of a struct, and of all that are in it. A chain of structs may be longer than the call stack is deep. */
function extentOf(def: StructDef, arrays: boolean, known: Map<StructDef, Extent>): Extent {
  const open = [def];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const inner = structsIn(top, arrays);
    const missing = inner.find((each) => !known.has(each));
    if (missing !== undefined) {
      open.push(missing);
      continue;
    }
    open.pop();
    const extents = inner.flatMap((each) => known.get(each) ?? []);
    known.set(top, {
      members: extents.reduce((sum, { members }) => sum + members, top.fields.length - inner.length),
      levels: extents.reduce((most, { levels }) => Math.max(most, levels), 0) + 1,
    });
  }
  return known.get(def) ?? unreachable('the struct was put on the stack');
}

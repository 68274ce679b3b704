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
  /**
   * How many arrays may be in each other where each becomes a loop, because structs in arrays are flattened too. They
   * are not where this is left out.
   */
  readonly loops?: number;
}

interface Extent {
  readonly members: number;
  /** Structs in each other, the outermost included. */
  readonly levels: number;
  /** Arrays in each other. */
  readonly loops: number;
}

/**
 * An error for each struct of the schema that is too wide or too deep for generated code. Those that only contain such
 * a one are not reported: they are mended with it. @public
 */
export function checkStructs(schema: Schema, limits: StructLimits): readonly Diagnostic[] {
  const extents = new Map<StructDef, Extent>();
  return schema.objects.flatMap((def) => {
    if (def.kind !== 'struct') return [];
    if (structsIn(def, limits).some(({ struct }) => isTooMuch(extentOf(struct, limits, extents), limits)))
      return [];
    const { members, levels, loops } = extentOf(def, limits, extents);
    const { fullName: name, span } = def;
    if (levels > limits.levels)
      return [generatorMessages.create('GEN-DEEP', span, { name, limit: limits.levels })];
    if (loops > (limits.loops ?? loops))
      return [generatorMessages.create('GEN-DEEP', span, { name, limit: limits.loops ?? loops })];
    if (members > limits.members)
      return [generatorMessages.create('GEN-WIDE', span, { name, limit: limits.members })];
    return [];
  });
}

function isTooMuch({ members, levels, loops }: Extent, limits: StructLimits): boolean {
  return members > limits.members || levels > limits.levels || loops > (limits.loops ?? loops);
}

interface Inner {
  readonly struct: StructDef;
  readonly isArray: boolean;
}

/** The structs in a struct that are flattened. */
function structsIn({ fields }: StructDef, limits: StructLimits): readonly Inner[] {
  return fields.flatMap(({ type }): readonly Inner[] => {
    if (type.kind === 'struct') return [{ struct: type.struct, isArray: false }];
    if (limits.loops === undefined || type.kind !== 'array' || type.element.kind !== 'struct') return [];
    return [{ struct: type.element.struct, isArray: true }];
  });
}

/** The extent of a struct, and of all that are in it. A chain of structs may be longer than the call stack is deep. */
function extentOf(def: StructDef, limits: StructLimits, known: Map<StructDef, Extent>): Extent {
  const open = [def];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const inner = structsIn(top, limits);
    const missing = inner.find(({ struct }) => !known.has(struct));
    if (missing !== undefined) {
      open.push(missing.struct);
      continue;
    }
    open.pop();
    let members = top.fields.length - inner.length;
    let levels = 0;
    let loops = top.fields.some(({ type }) => type.kind === 'array') ? 1 : 0;
    for (const { struct, isArray } of inner) {
      const extent = known.get(struct);
      members += extent?.members ?? 0;
      levels = Math.max(levels, extent?.levels ?? 0);
      loops = Math.max(loops, (extent?.loops ?? 0) + (isArray ? 1 : 0));
    }
    known.set(top, { members, levels: levels + 1, loops });
  }
  return known.get(def) ?? unreachable('the struct was put on the stack');
}

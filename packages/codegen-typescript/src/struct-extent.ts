// How much there is in a struct once the structs in it are flattened, found without flattening them: nesting can make
// it huge. What is too much for generated code is refused.
import { generatorMessages, unreachable } from '@fb/codegen';
import type { Diagnostic } from '@fb/diagnostics';
import type { Schema, StructDef } from '@fb/schema';

/** A function of JavaScript takes no more parameters, and each member of a struct is one of its `create` function. */
const MOST_MEMBERS = 65_000;

/** The name of such a parameter has a part for each level. */
const MOST_LEVELS = 100;

interface Extent {
  readonly members: number;
  /** Structs in each other, the outermost included. */
  readonly levels: number;
}

/** An error for each struct of the schema that is too wide or too deep for generated code. */
export function checkStructs(schema: Schema): readonly Diagnostic[] {
  const extents = new Map<StructDef, Extent>();
  return schema.objects.flatMap((def) => {
    if (def.kind !== 'struct') return [];
    const { members, levels } = extentOf(def, extents);
    const { fullName: name, span } = def;
    if (levels > MOST_LEVELS)
      return [generatorMessages.create('GEN-DEEP', span, { name, limit: MOST_LEVELS })];
    if (members > MOST_MEMBERS)
      return [generatorMessages.create('GEN-WIDE', span, { name, limit: MOST_MEMBERS })];
    return [];
  });
}

/** The extent of a struct, and of all that are in it. A chain of structs may be longer than the call stack is deep. */
function extentOf(def: StructDef, known: Map<StructDef, Extent>): Extent {
  const open = [def];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const inner = top.fields.flatMap(({ type }) => (type.kind === 'struct' ? [type.struct] : []));
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

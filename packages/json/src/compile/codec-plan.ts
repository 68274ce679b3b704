// All that the codec of a root table needs of its schema, as plain data.
import type { TableLayout } from '@fb/flatbuffers';
import type { EnumPlan, EnumScope, RecordPlan } from '../plan/plan.js';

/** The plan of a codec. */
export interface CodecPlan {
  /** The root and all records that it reaches. */
  readonly records: readonly RecordPlan[];
  readonly layout: TableLayout;
  /** The enums of the global namespace. */
  readonly enums: ReadonlyMap<string, EnumPlan>;
  /** The file identifier as UTF-8. */
  readonly identifier: Uint8Array | null;
}

/** The enums of a plan, as readers ask for them. */
export function enumScope({ enums }: CodecPlan): EnumScope {
  return { globalEnum: (name) => enums.get(name) ?? null, globalEnumNames: () => enums.keys() };
}

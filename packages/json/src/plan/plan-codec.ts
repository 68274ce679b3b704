// From a schema to the plan of a codec.
import { encodeUtf8 } from '@fb/bytes';
import { tableLayout, type TableDef } from '@fb/schema';
import type { CodecPlan } from '../compile/codec-plan.js';
import type { EnumPlan } from './plan.js';
import type { Planner } from './planner.js';
import { reachableRecords } from './reachable.js';

/** The plan of the codec for the root `table`. */
export function planCodec(planner: Planner, table: TableDef): CodecPlan {
  const { fileIdentifier } = planner.schema;
  const enums = new Map<string, EnumPlan>();
  for (const name of planner.globalEnumNames()) {
    const plan = planner.globalEnum(name);
    if (plan !== null) enums.set(name, plan);
  }
  return {
    records: reachableRecords(planner.record(table)),
    layout: tableLayout(table, { deprecated: true }),
    enums,
    identifier: fileIdentifier === null ? null : encodeUtf8(fileIdentifier),
  };
}

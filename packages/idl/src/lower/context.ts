// What all steps of lowering share.
import type { EnumDef } from '@fb/schema';
import type { Bound } from '../bind/bind.js';
import type { AttributeNames } from '../bind/attribute-names.js';
import type { Program } from '../bind/draft.js';
import type { SymbolTable } from '../bind/symbols.js';
import type { LoadOptions } from '../options.js';
import type { Report } from '../report.js';

export interface LowerContext {
  readonly program: Program;
  readonly attributeNames: AttributeNames;
  readonly symbols: SymbolTable;
  readonly options: LoadOptions;
  readonly strict: boolean;
  readonly report: Report;
  /** The values of an enum by name. */
  readonly valuesOf: (def: EnumDef) => ReadonlyMap<string, bigint>;
}

export function lowerContext(bound: Bound, options: LoadOptions, report: Report): LowerContext {
  const known = new Map<EnumDef, ReadonlyMap<string, bigint>>();
  const valuesOf = (def: EnumDef): ReadonlyMap<string, bigint> => {
    let values = known.get(def);
    if (values === undefined) {
      values = new Map(def.values.map((each) => [each.name, each.value] as const));
      known.set(def, values);
    }
    return values;
  };
  return { ...bound, options, strict: options.strict === true, report, valuesOf };
}

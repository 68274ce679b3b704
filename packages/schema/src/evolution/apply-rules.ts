// Applies the rules to both versions of a definition.
import type { EnumDef, StructDef, TableDef, UnionDef } from '../model.js';
import { matchStruct, matchTable } from './match-fields.js';
import type { EvolutionContext } from './rule.js';
import { RULES } from './rules/index.js';

/** A definition that rules look into. */
export type Evolving = TableDef | StructDef | EnumDef | UnionDef;

/** Reports what changed inside of a definition; of one that became another kind, nothing. */
export function applyRules(base: Evolving, next: Evolving, context: EvolutionContext): void {
  if (base.kind === 'table' && next.kind === 'table') applyToTable(base, next, context);
  else if (base.kind === 'struct' && next.kind === 'struct') applyToStruct(base, next, context);
  else if (base.kind === 'enum' && next.kind === 'enum')
    for (const rule of RULES) rule.enum?.({ base, next }, context);
  else if (base.kind === 'union' && next.kind === 'union')
    for (const rule of RULES) rule.union?.({ base, next }, context);
}

function applyToTable(base: TableDef, next: TableDef, context: EvolutionContext): void {
  const pair = matchTable(base, next, context);
  for (const field of pair.fields) {
    for (const rule of RULES) {
      rule.field?.(field, context);
      if (field.typeChange !== 'data') rule.tableField?.(field, context);
    }
  }
  for (const rule of RULES) {
    rule.object?.(pair, context);
    rule.table?.(pair, context);
  }
}

function applyToStruct(base: StructDef, next: StructDef, context: EvolutionContext): void {
  const pair = matchStruct(base, next, context);
  for (const rule of RULES) {
    rule.object?.(pair, context);
    rule.struct?.(pair, context);
  }
  for (const field of pair.fields) for (const rule of RULES) rule.field?.(field, context);
}

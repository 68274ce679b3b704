// A feature with its names resolved. Every emitter works from this, so that all languages build in one order and check
// the same things.
import { parseSchema } from '@fb/idl';
import type { Schema, StructDef, StructField, TableDef, TableField, Type } from '@fb/schema';
import { buildOf, type Build } from './build.js';
import { checkTable, type Check, type Segment } from './checks.js';
import type { Feature, LookUp, Value } from './feature.js';
import { list, memberOf, object, scalarOf, type Fields, type ScalarValue } from './values.js';

/** A mutation with its path resolved; the last segment is a scalar field or element. */
export interface ResolvedMutation {
  readonly name: string;
  readonly path: readonly Segment[];
  readonly to: ScalarValue;
  readonly stored: boolean;
}

/** A look-up with its paths resolved. */
export interface ResolvedLookUp {
  readonly name: string;
  readonly vector: readonly Segment[];
  readonly element: TableDef | StructDef;
  readonly key: ScalarValue | string;
  /** `null` when nothing may be found. */
  readonly found: { readonly field: TableField | StructField; readonly value: ScalarValue } | null;
}

/**
 * A feature ready to be written as a program. The program builds the value, prints `<feature> built <hex>`; runs the
 * checks on what it built; verifies it where the language can; unpacks and packs it, printing `<feature> packed <hex>`;
 * looks up; mutates, printing `<feature> mutated <hex>`. With a path as its argument it reads buffers from that file
 * instead (`<feature> <hex>` a line, of any language) and runs the checks on them. A failed check is printed with its
 * name, and makes it exit with 1.
 */
export interface Program {
  readonly feature: Feature;
  readonly schema: Schema;
  readonly root: TableDef;
  readonly build: Build;
  readonly checks: readonly Check[];
  readonly mutations: readonly ResolvedMutation[];
  readonly lookUps: readonly ResolvedLookUp[];
}

/** Resolves a feature. Throws if the feature itself is wrong. */
export function programOf(feature: Feature): Program {
  const { schema, diagnostics } = parseSchema(feature.schema, { path: 'feature.fbs' });
  const { root } = schema ?? { root: null };
  if (schema === null || root === null)
    throw new Error(`${feature.name}: ${diagnostics.map(({ message }) => message).join('; ') || 'no root'}`);
  const checks: Check[] = [];
  checkTable(root, feature.value, [], checks);
  return {
    feature,
    schema,
    root,
    build: buildOf(root, feature.value),
    checks,
    mutations: (feature.mutations ?? []).map(({ path, to, stored = true }) => {
      const { segments, type } = resolve(root, feature.value, path);
      return { name: path, path: segments, to: scalarOf(type, to), stored };
    }),
    lookUps: (feature.lookUps ?? []).map((lookUp) => resolveLookUp(root, feature.value, lookUp)),
  };
}

/** Follows `path` from the root through the value: the segments and the type at its end. */
function resolve(
  root: TableDef,
  value: Value,
  path: string,
): { readonly segments: readonly Segment[]; readonly type: Type } {
  const segments: Segment[] = [];
  let type: Type = { kind: 'table', table: root };
  let at: Value = value;
  for (const part of path.split(/[.[\]]+/).filter((each) => each !== '')) {
    if (type.kind === 'union') {
      const member = memberOf(type.union.members, object(at)['$member'] ?? null);
      segments.push({ kind: 'member', member });
      type = member.type;
      at = object(at)['$value'] ?? null;
    }
    if (type.kind === 'vector' || type.kind === 'array') {
      segments.push({ kind: 'element', type, index: Number(part) });
      at = list(at)[Number(part)] ?? null;
      type = type.element;
      continue;
    }
    if (type.kind !== 'table' && type.kind !== 'struct')
      throw new Error(`${path} leads through a ${type.kind}`);
    const owner: TableDef | StructDef = type.kind === 'table' ? type.table : type.struct;
    const fields: readonly (TableField | StructField)[] = owner.fields;
    const field = fields.find(({ name }) => name === part);
    if (field === undefined) throw new Error(`${owner.name} has no field ${part}`);
    segments.push({ kind: 'field', owner, field });
    type = field.type;
    at = object(at)[part] ?? null;
  }
  return { segments, type };
}

function resolveLookUp(root: TableDef, value: Fields, { vector, key, found }: LookUp): ResolvedLookUp {
  const { segments, type } = resolve(root, value, vector);
  const inner = type.kind === 'vector' ? type.element : type;
  if (inner.kind !== 'table' && inner.kind !== 'struct') throw new Error(`${vector} has no keys`);
  const element = inner.kind === 'table' ? inner.table : inner.struct;
  if (element.key === null) throw new Error(`${element.name} has no key`);
  const fields: readonly (TableField | StructField)[] = element.fields;
  const field = fields.find(({ name }) => name === found?.field);
  return {
    name: `${vector} by ${String(key)}`,
    vector: segments,
    element,
    key: typeof key === 'string' ? key : scalarOf(element.key.type, key),
    found: found === null || field === undefined ? null : { field, value: scalarOf(field.type, found.value) },
  };
}

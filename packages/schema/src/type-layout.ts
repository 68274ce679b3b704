// From the model to the runtime's plain description of a type, from which the verifier and dynamic readers work.
// Only types are imported: the model itself needs no runtime.
import type {
  FieldLayout,
  ScalarLayout,
  TableLayout,
  UnionLayout,
  UnionMemberLayout,
  VectorLayout,
} from '@fb/flatbuffers';
import type { ScalarName, TableDef, TableField, UnionDef, UnionMember, VectorType } from './model.js';
import { scalarSize } from './scalar.js';

/** Options of {@link tableLayout}. @public */
export interface TableLayoutOptions {
  /** Keeps deprecated fields, never as required ones: for readers that look at them, as printers do. */
  readonly deprecated?: boolean;
}

/**
 * Describes a table, and every type it reaches, as the runtime's `TableLayout`.
 *
 * Plain data; a type that reaches itself is the same object in every place, so the result may be cyclic. It is
 * built anew on each call: keep it. Deprecated fields and hidden tag fields are left out, as verification skips
 * the former, unless asked, and handles the latter with their union. A nested FlatBuffer whose root is a struct is described as
 * the plain vector of bytes it is. @public
 */
export function tableLayout(table: TableDef, options: TableLayoutOptions = {}): TableLayout {
  const tables = new Map<TableDef, TableShell>();
  const unions = new Map<UnionDef, UnionLayout>();
  const pending: [TableDef, TableShell][] = [];

  /** The layout of a table, with its fields to come: a queue instead of recursion, for schemas of any depth. */
  function shellOf(def: TableDef): TableShell {
    let shell = tables.get(def);
    if (shell === undefined) {
      shell = { kind: 'table', name: def.fullName, fields: [] };
      tables.set(def, shell);
      pending.push([def, shell]);
    }
    return shell;
  }

  function unionOf(def: UnionDef): UnionLayout {
    let layout = unions.get(def);
    if (layout === undefined) {
      layout = {
        kind: 'union',
        name: def.fullName,
        tagSize: scalarSize(def.discriminator.underlying),
        members: def.members.map((each) => ({
          name: each.name,
          tag: Number(each.value),
          type: member(each.type),
        })),
      };
      unions.set(def, layout);
    }
    return layout;
  }

  function inlineOrPointee(type: VectorType['element']): VectorLayout['element'] {
    switch (type.kind) {
      case 'scalar':
        return scalar(type.scalar);
      case 'enum':
        return scalar(type.enum.underlying);
      case 'union':
        return unionOf(type.union);
      default:
        return member(type);
    }
  }

  function member(type: UnionMember['type']): UnionMemberLayout['type'] {
    if (type.kind === 'string') return { kind: 'string' };
    if (type.kind === 'table') return shellOf(type.table);
    const { fullName, size, align } = type.struct;
    return { kind: 'struct', name: fullName, size, align };
  }

  function fieldOf(field: TableField): FieldLayout {
    const { type } = field;
    if (type.kind === 'array') throw new Error(`a fixed array outside a struct: ${field.name}`);
    return {
      name: field.name,
      slot: field.slot,
      type:
        type.kind === 'vector'
          ? { kind: 'vector', element: inlineOrPointee(type.element), ...(type.wide && { wide: true }) }
          : inlineOrPointee(type),
      ...(field.presence === 'required' && !field.deprecated && { required: true }),
      ...(field.offset64 && { offset64: true }),
      ...(field.nested?.kind === 'table' && { nested: shellOf(field.nested) }),
      ...(field.flexbuffer && { flexbuffer: true }),
    };
  }

  const root = shellOf(table);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [def, shell] = next;
    for (const field of def.fields) {
      if (field.tagOf === null && (options.deprecated || !field.deprecated))
        shell.fields.push(fieldOf(field));
    }
  }
  return root;
}

/** A table's layout while its fields are filled in. */
interface TableShell extends TableLayout {
  readonly fields: FieldLayout[];
}

function scalar(name: ScalarName): ScalarLayout {
  return { kind: 'scalar', size: scalarSize(name) };
}

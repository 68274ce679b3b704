// A layout in the form that the verifier walks: objects of one shape for all kinds of fields.
// Reading those is several times faster than reading a layout, whose objects have many shapes.
import { type TablePlan, planTable } from './table-plan.js';
import type { FieldLayout, TableLayout, UnionLayout, UnionMemberLayout } from './type-layout.js';

/** Tags up to this one, which is all that a byte holds, are looked up in an array. */
const MAX_SMALL_TAG = 255;

/** A field to check. */
export class CompiledField {
  readonly name: string;
  /** Where in the vtable its entry is. */
  readonly entry: number;
  readonly isRequired: boolean;
  readonly isVector: boolean;
  /** Scalars and structs: they are themselves in the field, or in the vector. */
  readonly isInline: boolean;
  readonly size: number;
  readonly align: number;
  /** Sizes of the offset and of a vector's count. */
  readonly offsetSize: 4 | 8;
  readonly countSize: 4 | 8;
  readonly table: CompiledTable | null;
  readonly union: CompiledUnion | null;
  readonly nested: CompiledTable | null;
  /** The bytes are a buffer themselves: if not a `nested` one, a FlexBuffer. */
  readonly isBuffer: boolean;

  constructor(field: FieldLayout, compiler: LayoutCompiler) {
    const isVector = field.type.kind === 'vector';
    const type = field.type.kind === 'vector' ? field.type.element : field.type;
    this.name = field.name;
    this.entry = 4 + 2 * field.slot;
    this.isRequired = field.required === true;
    this.isVector = isVector;
    this.isInline = type.kind === 'scalar' || type.kind === 'struct';
    this.size = type.kind === 'scalar' || type.kind === 'struct' ? type.size : 0;
    this.align = type.kind === 'struct' ? type.align : this.size;
    this.offsetSize = field.offset64 === true ? 8 : 4;
    this.countSize = field.type.kind === 'vector' && field.type.wide === true ? 8 : 4;
    this.table = type.kind === 'table' ? compiler.table(type) : null;
    this.union = type.kind === 'union' ? new CompiledUnion(type, compiler) : null;
    this.nested = field.nested === undefined ? null : compiler.table(field.nested);
    this.isBuffer = this.nested !== null || field.flexbuffer === true;
  }
}

/** A member of a union to check: a table, a struct or else a string. */
export class CompiledMember {
  readonly isStruct: boolean;
  readonly size: number;
  readonly align: number;
  readonly table: CompiledTable | null;

  constructor({ type }: UnionMemberLayout, compiler: LayoutCompiler) {
    this.isStruct = type.kind === 'struct';
    this.size = type.kind === 'struct' ? type.size : 0;
    this.align = type.kind === 'struct' ? type.align : 1;
    this.table = type.kind === 'table' ? compiler.table(type) : null;
  }
}

/** A union to check. */
export class CompiledUnion {
  readonly tagSize: 1 | 2 | 4 | 8;
  /** Members by their tags; a tag of a later version of the schema is not there. */
  private readonly small: (CompiledMember | null)[] = [];
  private readonly large: Map<number, CompiledMember> = new Map();

  constructor(union: UnionLayout, compiler: LayoutCompiler) {
    this.tagSize = union.tagSize;
    for (const member of union.members) {
      const tag = member.tag < 0 ? member.tag + 2 ** (8 * union.tagSize) : member.tag;
      const compiled = new CompiledMember(member, compiler);
      if (tag > MAX_SMALL_TAG) this.large.set(tag, compiled);
      else {
        while (this.small.length <= tag) this.small.push(null);
        this.small[tag] = compiled;
      }
    }
  }

  /** The member of an unsigned `tag`: `null` for 0, which is NONE, and for unknown tags. */
  member(tag: number): CompiledMember | null {
    if (tag < this.small.length) return this.small[tag];
    return tag > MAX_SMALL_TAG ? (this.large.get(tag) ?? null) : null;
  }
}

/** How many plans a table keeps, and how many more it makes in a run than it finds again. */
const PLANS = 16;
const VAIN_PLANS = 64;

/** A table to check. Its fields are compiled when one is met for the first time: types refer to each other. */
export class CompiledTable {
  /** The plan of the table met last: most often that of the next one. */
  recent: TablePlan<CompiledField> | null = null;
  private readonly layout: TableLayout;
  private readonly compiler: LayoutCompiler;
  private compiled: readonly CompiledField[] | null = null;
  private lastEntry = 2;
  private readonly plans: TablePlan<CompiledField>[] = [];
  private oldest = 0;
  private run = 0;
  private vain = 0;

  constructor(layout: TableLayout, compiler: LayoutCompiler) {
    this.layout = layout;
    this.compiler = compiler;
  }

  get fields(): readonly CompiledField[] {
    return this.compiled ?? this.compile();
  }

  /**
   * The plan for tables with the vtable at `vtable`, whose size is sound, in the run with this number; `null` if there
   * is none, or if so many vtables differ that plans do not pay.
   */
  planAt(view: DataView, vtable: number, run: number): TablePlan<CompiledField> | null {
    if (this.compiled === null) this.compile();
    if (this.run !== run) this.vain = 0;
    this.run = run;
    const plan = this.knownPlan(view, vtable, run) ?? this.newPlan(view, vtable);
    if (plan === null) return null;
    plan.vtable = vtable;
    plan.run = run;
    this.recent = plan;
    return plan;
  }

  private compile(): readonly CompiledField[] {
    this.compiled = this.layout.fields.map((field) => new CompiledField(field, this.compiler));
    for (const { entry } of this.compiled) this.lastEntry = Math.max(this.lastEntry, entry);
    return this.compiled;
  }

  /** How many entries of the vtable at `vtable` are of fields that are known. */
  private entryCount(view: DataView, vtable: number): number {
    const size = view.getUint16(vtable, true);
    return size <= 4 ? 0 : (Math.min(size, this.lastEntry + 2) - 4) >> 1;
  }

  private knownPlan(view: DataView, vtable: number, run: number): TablePlan<CompiledField> | null {
    const { plans } = this;
    for (let i = 0; i < plans.length; i++) {
      if (plans[i].vtable === vtable && plans[i].run === run) return plans[i];
    }
    const count = this.entryCount(view, vtable);
    for (let i = 0; i < plans.length; i++) {
      if (plans[i].matches(view, vtable, count)) return plans[i];
    }
    return null;
  }

  private newPlan(view: DataView, vtable: number): TablePlan<CompiledField> | null {
    if (this.vain >= VAIN_PLANS) return null;
    this.vain += 1;
    const plan = planTable(this.fields, view, vtable, this.entryCount(view, vtable));
    if (plan === null) return null;
    this.plans[this.oldest] = plan;
    this.oldest = (this.oldest + 1) % PLANS;
    return plan;
  }
}

/** Compiles each table once. */
export class LayoutCompiler {
  private readonly tables: Map<TableLayout, CompiledTable> = new Map();
  private runs = 0;

  /** A number for a run with these tables: plans tell by it whether they saw the same bytes. */
  nextRun(): number {
    this.runs += 1;
    return this.runs;
  }

  table(layout: TableLayout): CompiledTable {
    let table = this.tables.get(layout);
    if (table === undefined) {
      table = new CompiledTable(layout, this);
      this.tables.set(layout, table);
    }
    return table;
  }
}

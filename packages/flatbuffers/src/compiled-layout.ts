// A layout in the form that the verifier walks: objects of one shape for all kinds of fields.
// Reading those is several times faster than reading a layout, whose objects have many shapes.
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

/** A table to check. Its fields are compiled when one is met for the first time: types refer to each other. */
export class CompiledTable {
  private readonly layout: TableLayout;
  private readonly compiler: LayoutCompiler;
  private compiled: readonly CompiledField[] | null = null;

  constructor(layout: TableLayout, compiler: LayoutCompiler) {
    this.layout = layout;
    this.compiler = compiler;
  }

  get fields(): readonly CompiledField[] {
    return (this.compiled ??= this.layout.fields.map((field) => new CompiledField(field, this.compiler)));
  }
}

/** Compiles each table once. */
export class LayoutCompiler {
  private readonly tables: Map<TableLayout, CompiledTable> = new Map();

  table(layout: TableLayout): CompiledTable {
    let table = this.tables.get(layout);
    if (table === undefined) {
      table = new CompiledTable(layout, this);
      this.tables.set(layout, table);
    }
    return table;
  }
}

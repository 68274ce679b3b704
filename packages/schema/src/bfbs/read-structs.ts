// Structs: members from their types, and a layout that is computed anew and must be the one that is stored.
import { placeMembers } from '../layout.js';
import type { StructDef, StructField, Type } from '../model.js';
import type { BfbsSource } from './bfbs-source.js';
import type { Object_ as ReflectedObject } from './generated/reflection/object.js';
import type { Open } from './open.js';
import { type FieldEntry, fieldsBySlot } from './read-fields.js';
import type { TypeReader } from './read-types.js';

/** A struct, and where it stands. */
export interface ReadStruct {
  readonly table: ReflectedObject;
  readonly path: string;
  readonly def: Open<StructDef>;
}

/** No buffer holds more. */
const MAX_SIZE = 2 ** 31 - 1;
const MAX_ALIGN = 32;

/** Reads the members of all structs, those that are members of others first. */
export function readStructs(source: BfbsSource, types: TypeReader, structs: readonly ReadStruct[]): void {
  const drafts = new Map<StructDef, StructDraft>(
    structs.map((struct) => [struct.def, draftOf(source, types, struct)]),
  );
  const states = new Map<StructDraft, 'open' | 'done'>();
  for (const start of drafts.values()) {
    if (states.has(start)) continue;
    states.set(start, 'open');
    // An explicit stack: a chain of structs may be longer than the call stack is deep.
    const stack = [{ draft: start, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const member = top.draft.members[top.next++];
      if (member === undefined) {
        place(source, top.draft);
        states.set(top.draft, 'done');
        stack.pop();
        continue;
      }
      const inner = innerStruct(member.type);
      const draft = inner === null ? undefined : drafts.get(inner);
      if (draft === undefined || states.get(draft) === 'done') continue;
      if (states.has(draft))
        source.fail('cycle', member.entry.place, `the struct ${draft.struct.def.fullName} contains itself`);
      states.set(draft, 'open');
      stack.push({ draft, next: 0 });
    }
  }
}

interface StructDraft {
  readonly struct: ReadStruct;
  readonly members: readonly { readonly entry: FieldEntry; readonly type: StructField['type'] }[];
}

function innerStruct(type: StructField['type']): StructDef | null {
  if (type.kind === 'struct') return type.struct;
  return type.kind === 'array' && type.element.kind === 'struct' ? type.element.struct : null;
}

function draftOf(source: BfbsSource, types: TypeReader, struct: ReadStruct): StructDraft {
  const members = fieldsBySlot(source, struct.table, struct.path).map((entry) => {
    const type = types.read(entry.table.type(), `${entry.place.path}.type`);
    if (!isMember(type)) source.fail('type', entry.place, `a struct cannot hold a ${type.kind}`);
    const { table } = entry;
    if (table.required() || table.optional() || table.deprecated() || table.offset64())
      source.fail('presence', entry.place, 'members of structs are always there');
    return { entry, type };
  });
  return { struct, members };
}

function isMember(type: Type): type is StructField['type'] {
  if (type.kind === 'enum') return type.enum.union === null;
  return type.kind === 'scalar' || type.kind === 'struct' || type.kind === 'array';
}

function place(source: BfbsSource, { struct, members }: StructDraft): void {
  const { table, def } = struct;
  const align = table.minalign();
  if (align < 1 || align > MAX_ALIGN || (align & (align - 1)) !== 0)
    source.fail('layout', struct, `${def.fullName} is aligned to ${align}`);
  const types = members.map(({ type }) => type);
  const natural = placeMembers(types, null);
  const { offsets, paddings, size } = placeMembers(types, align);
  if (natural.align > align)
    source.fail('layout', struct, `${def.fullName} is aligned to ${align}, its members to ${natural.align}`);
  if (size === 0 || size > MAX_SIZE || size !== table.bytesize())
    source.fail('layout', struct, `${def.fullName} takes ${size} bytes, not ${table.bytesize()}`);
  def.size = size;
  def.align = align;
  def.fields = members.map(({ entry, type }, i): StructField => {
    const offset = offsets[i] ?? 0;
    const padding = paddings[i] ?? 0;
    // The format has 16 bits for each; the reference compiler writes what fits into them.
    if (entry.table.offset() !== (offset & 0xffff) || entry.table.padding() !== (padding & 0xffff))
      source.fail('layout', entry.place, `${entry.named.name} is not at byte ${offset}`);
    return { kind: 'structField', ...entry.named, type, offset, padding, key: entry.table.key() };
  });
  def.key = source.keyOf(def.fields, struct);
}

// Numbers of fields: whether they can be kept as ids, and which ids they become.
import { parseInteger } from '../syntax/numbers.js';
import type { Report } from '../report.js';
import { protoMessages } from './messages.js';
import { definitionOf, type ProtoField, type ProtoMessage } from './model.js';

/** The largest number that the reference takes. */
const MAX_ID = 65535n;

/** What becomes of a number that no field has although fields around it have theirs. */
export type IdGapAction = 'ignore' | 'warn' | 'error';

/** The number that a text stands for; `null` if no field can have it. */
export function idOf(text: string): number | null {
  const value = parseInteger(text);
  return value === null || value < 0n || value > MAX_ID ? null : Number(value);
}

/** Checks the numbers of a message. */
export function checkIds(message: ProtoMessage, gap: IdGapAction, report: Report): void {
  const byId = new Map<number, ProtoField>();
  const reservedAt = reservedLookUp(message);
  for (const field of message.fields.values()) {
    if (field.id === null) continue;
    const { text, span } = field.id;
    const id = idOf(text);
    if (id === null) {
      report(protoMessages.create('PROTO-ID', span, { text }));
      continue;
    }
    const known = byId.get(id);
    if (known === undefined) byId.set(id, field);
    else {
      const related = [{ message: 'used here', span: known.id?.span ?? known.name.span }];
      report(protoMessages.create('PROTO-ID-TWICE', span, { id }, { related }));
    }
    const reserved = reservedAt(id);
    if (reserved === undefined) continue;
    const related = [{ message: 'reserved here', span: reserved.span }];
    report(protoMessages.create('PROTO-ID-RESERVED', span, { id }, { related }));
  }
  if (gap !== 'ignore') checkGap(message, byId, gap, report);
}

/** Ids from 0 in the order of the numbers. Unions come first and take two, so do the messages of oneofs with one each. */
export function newIds(message: ProtoMessage): ReadonlyMap<string, number> {
  const fields = [...message.fields.values()].filter(({ numbered }) => numbered);
  const ids = new Map<string, number>();
  if (fields.every(({ id }) => id === null)) return ids;
  let next = 0;
  for (const field of fields.toSorted((a, b) => rank(a) - rank(b))) {
    if (isUnion(field)) next++;
    ids.set(field.name.text, next++);
  }
  return ids;
}

function rank(field: ProtoField): number {
  if (field.id !== null) return idOf(field.id.text) ?? 0;
  return isUnion(field) ? -1 : 0;
}

function isUnion({ type }: ProtoField): boolean {
  return definitionOf(type)?.kind === 'union';
}

/** Finds the range that holds a number. There may be as many of them as fields, so none is looked at in turn. */
function reservedLookUp({
  reserved,
}: ProtoMessage): (id: number) => ProtoMessage['reserved'][number] | undefined {
  const sorted = reserved.toSorted((a, b) => a.from - b.from);
  // For each range that one, of all up to it, that reaches furthest.
  const furthest: typeof sorted = [];
  for (const range of sorted) {
    const before = furthest.at(-1);
    furthest.push(before !== undefined && before.to >= range.to ? before : range);
  }
  return (id) => {
    let low = -1;
    for (let high = sorted.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.from ?? 0) <= id) low = middle;
      else high = middle;
    }
    const found = furthest[low];
    return found !== undefined && found.to >= id ? found : undefined;
  };
}

/** One message for the first gap. */
function checkGap(
  message: ProtoMessage,
  byId: ReadonlyMap<number, ProtoField>,
  action: 'warn' | 'error',
  report: Report,
): void {
  const ids = [...byId.keys()].toSorted((a, b) => a - b);
  const at = ids.findIndex((id, i) => i > 0 && id !== (ids[i - 1] ?? 0) + 1);
  const after = ids[at];
  const before = ids[at - 1];
  if (after === undefined || before === undefined) return;
  const code = action === 'warn' ? 'W-PROTO-ID-GAP' : 'PROTO-ID-GAP';
  const span = byId.get(after)?.id?.span ?? message.name.span;
  report(protoMessages.create(code, span, { name: message.name.text, before, after }));
}

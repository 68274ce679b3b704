// What makes a FlexBuffer small: keys and strings that are stored once and used often, and how wide its values are.
import type { FlexFacts, RequestOf, SharedText } from './protocol.js';
import { allRegions } from './inspections.js';

/** More than anybody reads. */
const MOST = 40;

export function flexFacts({ inspection }: RequestOf<'flexFacts'>): FlexFacts | null {
  const regions = allRegions(inspection);
  if (regions === null) return null;
  const uses = new Map<number, number>();
  for (const { role, target } of regions)
    if (role === 'offset' && target !== null) uses.set(target, (uses.get(target) ?? 0) + 1);
  const texts: SharedText[] = [];
  const widths = new Map<string, number>();
  for (const { role, type, value, position, label } of regions) {
    if (role === 'text' && typeof value === 'string')
      texts.push({
        kind: type === 'key' ? 'key' : 'string',
        text: value,
        position,
        uses: uses.get(position) ?? 0,
      });
    if (role === 'packed-type' && label !== null) widths.set(label, (widths.get(label) ?? 0) + 1);
  }
  const shared = texts.filter((each) => each.uses > 1).toSorted((a, b) => b.uses - a.uses);
  return {
    keys: texts.filter(({ kind }) => kind === 'key').length,
    strings: texts.filter(({ kind }) => kind === 'string').length,
    shared: shared.slice(0, MOST),
    widths: [...widths].toSorted(([, a], [, b]) => b - a).slice(0, MOST),
  };
}

// An inspection as an annotated hex view. Colour is the caller's: it passes a painter, the default paints nothing.
import { escaped } from './escaped.js';
import { BYTES_PER_LINE, hex, hexRow, positionDigits } from './hex.js';
import type { Inspection, Region, Section } from './inspection.js';

/** What a piece of rendered text is, for a painter to colour. @public */
export type InspectionPaintRole =
  'title' | 'position' | 'bytes' | 'unused' | 'type' | 'value' | 'name' | 'error' | 'warning';

/** Options of {@link renderInspection}. @public */
export interface RenderInspectionOptions {
  /** Wraps `text` in whatever shows its role; plain text by default. */
  readonly paint?: (role: InspectionPaintRole, text: string) => string;
  /** The most lines of 8 bytes that one region takes; more are left out, and counted. Default: 8. */
  readonly maxLines?: number;
}

/**
 * The inspection as text, each line with its line break:
 *
 * ```text
 * table MyGame.Sample.Monster (weapons[0]):
 *   +0x0018 | 08 00 00 00             | soffset32 | 8 -> 0x0010 | vtable
 * ```
 *
 * `bytes` are those that were inspected. Text from the buffer is escaped, so that it cannot steer a terminal. @public
 */
export function renderInspection(
  inspection: Inspection,
  bytes: Uint8Array,
  options: RenderInspectionOptions = {},
): string {
  const { paint = (_role, text) => text, maxLines = 8 } = options;
  const digits = positionDigits(inspection.length);
  const blocks = inspection.sections.map((section) => {
    const columns = columnsOf(section.regions, digits);
    const lines = section.regions.flatMap((region) => regionLines(region, bytes, columns, maxLines, paint));
    return [paint('title', sectionTitle(section)), ...lines].join('\n');
  });
  const notes: string[] = [];
  const { verdict } = inspection;
  if (verdict !== null) notes.push(paint('error', `error ${verdict.code}: ${escaped(verdict.message)}`));
  if (!inspection.complete)
    notes.push(paint('warning', 'warning: the objects overlap too much; not all were visited'));
  if (notes.length > 0) blocks.push(notes.join('\n'));
  return blocks.map((block) => `${block}\n`).join('\n');
}

type Paint = NonNullable<RenderInspectionOptions['paint']>;

function sectionTitle({ kind, name, path }: Section): string {
  const place = path === '' ? '' : ` (${path})`;
  return name === '' || name === kind ? `${kind}${place}:` : `${kind} ${name}${place}:`;
}

/** A region's line, lines of further bytes, and a line for its damage. */
function regionLines(
  region: Region,
  bytes: Uint8Array,
  { digits, typeWidth, valueWidth }: Columns,
  maxLines: number,
  paint: Paint,
): string[] {
  const { position, length, role, type, name, damage } = region;
  const unused = role === 'padding' || role === 'unknown';
  const shown = Math.min(length, Math.max(1, maxLines) * BYTES_PER_LINE);
  const lines: string[] = [];
  for (let at = position; at < position + shown; at += BYTES_PER_LINE) {
    const row = bytes.subarray(at, Math.min(at + BYTES_PER_LINE, position + shown));
    const start = `  ${paint('position', `+0x${hex(at, digits)}`)} | ${paint(unused ? 'unused' : 'bytes', hexRow(row))}`;
    if (at > position) {
      lines.push(`${start} |`);
      continue;
    }
    const cells = [
      paint('type', type.padEnd(typeWidth)),
      paint('value', valueText(region, digits).padEnd(valueWidth)),
    ];
    if (name !== '') cells.push(paint('name', name));
    lines.push([start, ...cells].join(' | ').trimEnd());
  }
  const blank = ' '.repeat(digits + 5);
  if (shown < length) lines.push(`${blank}| … ${length - shown} more bytes`);
  if (damage !== null) {
    lines.push(
      `${blank}| ${paint(damage.severity, `^ ${damage.severity} ${damage.code}: ${escaped(damage.message)}`)}`,
    );
  }
  return lines;
}

/** Columns are as wide as their widest text, up to this. */
const WIDEST = 40;

/** How the lines of a section are aligned. */
interface Columns {
  /** Hexadecimal digits of a position. */
  readonly digits: number;
  readonly typeWidth: number;
  readonly valueWidth: number;
}

function columnsOf(regions: readonly Region[], digits: number): Columns {
  let typeWidth = 0;
  let valueWidth = 0;
  for (const region of regions) {
    typeWidth = Math.max(typeWidth, Math.min(region.type.length, WIDEST));
    valueWidth = Math.max(valueWidth, Math.min(valueText(region, digits).length, WIDEST));
  }
  return { digits, typeWidth, valueWidth };
}

/** Longest text of a value, in UTF-16 code units. */
const LONGEST_VALUE = 64;

function valueText(region: Region, digits: number): string {
  const { value, label, target, role, count, length } = region;
  const note = label === null ? '' : ` (${label})`;
  if (target !== null) return `${value} -> ${target < 0 ? '-' : ''}0x${hex(Math.abs(target), digits)}${note}`;
  if (typeof value === 'string') return quoted(value);
  if (role === 'elements') return `${count} elements`;
  if (value === null) return length === 1 ? '1 byte' : `${length} bytes`;
  return `${Object.is(value, -0) ? '-0' : value}${note}`;
}

function quoted(text: string): string {
  const short = text.length > LONGEST_VALUE ? text.slice(0, LONGEST_VALUE) : text;
  return `"${escaped(short).replaceAll('"', '\\"')}"${text.length > LONGEST_VALUE ? '…' : ''}`;
}

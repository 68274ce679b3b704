// An inspection as the text that `flatc --annotate` writes: its layout, sections, regions, machine types and values.
// The remarks are our own.
import type { Schema } from '@fb/schema';
import { annotationType } from './annotation-type.js';
import type { Inspection, Region, Section, SectionKind } from './inspection.js';
import { escaped } from './escaped.js';
import { BYTES_PER_LINE, hex, hexRow, positionDigits } from './hex.js';

/** Options of {@link renderAnnotation}. @public */
export interface RenderAnnotationOptions {
  /** What the schema is called at the top of the text. */
  readonly schemaName: string;
  /** What the buffer is called there. */
  readonly bufferName: string;
  /** Keep only the count and the first and last region of vectors with more regions than four. Default: no. */
  readonly sparseVectors?: boolean;
}

/** Vectors of this many regions are written whole in sparse texts too. */
const SPARSE_LIMIT = 4;

/**
 * The inspection of `bytes` by `schema` as text, one region a line, each line with its line break:
 *
 * ```text
 * root_table (Monster):
 *   +0x0C | 06 00 00 00             | SOffset32  | 0x00000006 (6) Loc: 0x06 | to the vtable
 * ```
 *
 * Positions and bytes are hexadecimal; values are too, most significant byte first, with the number in parentheses.
 * Inspect with `maxElements: Infinity` for a line for each element. @public
 */
export function renderAnnotation(
  schema: Schema,
  inspection: Inspection,
  bytes: Uint8Array,
  options: RenderAnnotationOptions,
): string {
  const { schemaName, bufferName, sparseVectors = false } = options;
  const typeOf = annotationType(schema);
  const digits = positionDigits(inspection.length);
  let typeWidth = 0;
  let valueWidth = 0;
  const blocks = inspection.sections.map((section) => ({
    title: titleOf(section),
    rows: kept(section, sparseVectors).map((region) => {
      if (typeof region === 'number') return region;
      const type = typeOf(region);
      const values = valueLines(region, bytes, digits);
      typeWidth = Math.max(typeWidth, type.length);
      for (const value of values) valueWidth = Math.max(valueWidth, value.length);
      return { region, type, values, remark: remarkOf(section, region) };
    }),
  }));
  const lines = [
    `// ${escaped(bufferName)}: every byte of a FlatBuffer`,
    '//',
    `// Schema: ${escaped(schemaName)}`,
  ];
  const { verdict, complete } = inspection;
  if (verdict !== null) lines.push('//', `// The verifier refuses it: ${escaped(verdict.message)}`);
  if (!complete) lines.push('//', '// Objects overlap so much that not all were visited.');
  for (const { title, rows } of blocks) {
    lines.push('', title);
    for (const row of rows) {
      if (typeof row === 'number') {
        lines.push(`  <${row} regions left out>`);
        continue;
      }
      const { region, type, values, remark } = row;
      for (const [index, value] of values.entries()) {
        const start = region.position + index * BYTES_PER_LINE;
        const end = Math.min(start + BYTES_PER_LINE, region.position + region.length);
        const cells = [
          `+0x${upperHex(start, digits)}`,
          hexRow(bytes.subarray(start, end)).toUpperCase(),
          (index === 0 ? type : '').padEnd(typeWidth),
          value.padEnd(valueWidth),
          remark,
        ];
        if (index > 0) cells.pop();
        lines.push(`  ${cells.join(' | ')}`.trimEnd());
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What a section is called: flatc's words for what it is, then the type's name or the way from the root. */
function titleOf({ kind, name, path }: Section): string {
  switch (kind) {
    case 'header':
      return path === '' ? 'header:' : `header (${path}):`;
    case 'padding':
      return 'padding:';
    case 'unknown':
      return 'unknown:';
    case 'table':
      return path === '' ? `root_table (${name}):` : `table (${name} at ${path}):`;
    case 'struct':
      // Only unions lead to structs that lie by themselves.
      return `union (${name} at ${path}):`;
    case 'vtable':
      return `vtable (${name}):`;
    case 'string':
    case 'flexbuffer':
    case 'key':
    case 'blob':
    case 'number':
    case 'map':
    case 'vector':
    case 'vector64':
      return `${kind} (${path}):`;
  }
}

/** The regions to write, with the number of those left out where they would be. */
function kept({ kind, regions }: Section, sparse: boolean): readonly (Region | number)[] {
  if (!sparse || !isVector(kind) || regions.length <= SPARSE_LIMIT) return regions;
  return [...regions.slice(0, 2), regions.length - 3, ...regions.slice(-1)];
}

function isVector(kind: SectionKind): boolean {
  return kind === 'vector' || kind === 'vector64';
}

/** The value column, a line for every eight bytes. */
function valueLines(region: Region, bytes: Uint8Array, digits: number): string[] {
  const { position, length, role, value, target } = region;
  if (isNumber(region)) {
    const data = bytes.subarray(position, position + length);
    const number = typeof value === 'boolean' ? Number(data[0]) : value;
    const text = Object.is(number, -0) ? '-0' : String(number);
    const place =
      target === null || role === 'slot'
        ? ''
        : ` Loc: ${target < 0 ? '-' : ''}0x${upperHex(Math.abs(target), digits)}`;
    return [`0x${Array.from(data.toReversed(), (byte) => upperHex(byte, 2)).join('')} (${text})${place}`];
  }
  const lines: string[] = [];
  for (let at = position; at < position + length; at += BYTES_PER_LINE) {
    const row = bytes.subarray(at, Math.min(at + BYTES_PER_LINE, position + length));
    lines.push(
      Array.from(row, (byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join(''),
    );
  }
  return lines;
}

function isNumber({ value, role }: Region): boolean {
  return value !== null && typeof value !== 'string' && role !== 'identifier';
}

/** What the region is, and what is wrong with it. */
function remarkOf(section: Section, region: Region): string {
  const { label, damage } = region;
  const what = roleText(section, region);
  const named = label === null ? what : `${what}: ${label}`;
  if (damage === null) return escaped(named);
  return escaped(`${named === '' ? '' : `${named}; `}${damage.severity} ${damage.code}: ${damage.message}`);
}

function roleText(section: Section, region: Region): string {
  const { name, type } = region;
  switch (region.role) {
    case 'size-prefix':
      return 'bytes that follow';
    case 'root-offset':
      return `to the root, ${type}`;
    case 'identifier':
      return 'file identifier';
    case 'vtable-size':
    case 'object-size':
    case 'slot':
    case 'terminator':
    case 'text':
      return name;
    case 'vtable-offset':
      return 'to the vtable';
    case 'value':
      return `${name}: ${type}`;
    case 'offset':
      return `to ${name}: ${type}`;
    case 'count':
      if (section.kind === 'string') return 'bytes of text';
      return isVector(section.kind) ? `elements of ${section.name}` : name;
    case 'elements':
    case 'bytes':
    case 'width':
    case 'packed-type':
      return name;
    case 'padding':
    case 'unknown':
      return region.role;
  }
}

function upperHex(value: number, digits: number): string {
  return hex(value, digits).toUpperCase();
}

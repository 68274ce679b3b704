import { describe, expect, it } from 'vitest';
import { inspectFlatBuffer, renderInspection, type InspectionPaintRole } from '../src/index.js';
import { vectorBytes, vectorSchema } from './buffers.js';

const schema = vectorSchema('annotate/craft.fbs');

function rendered(file: string, options: Parameters<typeof renderInspection>[2] = {}): string {
  const bytes = vectorBytes(`annotate/${file}.bin`);
  return renderInspection(inspectFlatBuffer(schema, bytes), bytes, options);
}

describe('renderInspection', () => {
  it('shows every byte, in order', () => {
    const shown = [
      ...rendered('craft', { maxLines: 1000 }).matchAll(/^ {2}\+0x[0-9a-f]{4} \| ((?:[0-9a-f]{2} ?)+)/gm),
    ];
    const bytes = shown.flatMap(([, row]) => row!.trim().split(' ')).map((digits) => parseInt(digits, 16));
    expect(bytes).toEqual([...vectorBytes('annotate/craft.bin')]);
  });

  it('has a title for each object and a line for each region', () => {
    const text = rendered('craft');
    expect(text).toContain(`string (marks[1]):
  +0x00b4 | 02 00 00 00             | uint32 | 2    | length
  +0x00b8 | 61 32                   | string | "a2" | text
  +0x00ba | 00                      | ubyte  | 0    | terminator
`);
    expect(text).toMatch(/\| Sky\.Kind +\| 1 \(Drone\) +\| kind\n/);
    expect(text).toMatch(/\| Sky\.Tag +\| 36 -> 0x0074 \(Tag\) +\| load_a\n/);
  });

  it('tells damage under its region, and the verdict at the end', () => {
    const text = rendered('bad_offset');
    expect(text).toMatch(/\| name\n {9}\| \^ error bounds: leads outside the buffer\n/);
    expect(text).toMatch(/\n\nerror bounds: [^\n]*field name\)\n$/);
  });

  it('leaves out lines of long regions, and counts them', () => {
    const text = rendered('bad_vtable', { maxLines: 2 });
    expect(text).toMatch(/ {9}\| … 224 more bytes\n {9}\| \^ warning unreferenced/);
  });

  it('gives every piece to the painter', () => {
    const roles = new Set<InspectionPaintRole>();
    const paint = (role: InspectionPaintRole, text: string): string => {
      roles.add(role);
      return `<${text}>`;
    };
    const text = rendered('bad_vtable', { paint });
    expect(text).toContain('  <+0x0000> | <24 00 00 00            > | <Sky.Craft ');
    expect([...roles].toSorted()).toEqual([
      'bytes',
      'error',
      'name',
      'position',
      'title',
      'type',
      'unused',
      'value',
      'warning',
    ]);
  });

  it('escapes text that would steer a terminal', () => {
    const bytes = vectorBytes('annotate/craft.bin');
    bytes.set([0x1b, 0x5b, 0x32, 0x4a, 0xe2, 0x80, 0xae], 0x110);
    const text = renderInspection(inspectFlatBuffer(schema, bytes), bytes);
    expect(text).toContain('| "\\u001b[2J\\u202e"');
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
  });
});

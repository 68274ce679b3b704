import { decodeSource } from '@fb/diagnostics';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBfbs, writeBfbs } from '../src/bfbs.js';
import { fileNames, textualAbsolutePath } from '../src/bfbs/file-names.js';
import { enumeration, field, schema, setFields, table, union, unionFields } from './model-kit.js';

describe('writeBfbs', () => {
  it('gives the bytes of the reference compiler', () => {
    const hue = enumeration('Hue', 'byte', { Red: -1n, Green: 0n });
    const point = table('Point');
    const any = union('Any', [
      ['Point', 1n, { kind: 'table', table: point }],
      ['Text', 2n, { kind: 'string' }],
    ]);
    setFields(point, [
      field(0, 'x', { kind: 'scalar', scalar: 'float' }, { default: 1.5, defaultText: '1.5' }),
      ...unionFields(1, 'any', any),
      field(3, 'hues', { kind: 'vector', element: { kind: 'enum', enum: hue }, wide: false }),
    ]);
    const model = schema({ objects: [point], enums: [hue, any], root: point, fileIdentifier: 'PNT0' });
    expect(Buffer.from(writeBfbs(model)).toString('hex')).toBe(POINT_BFBS);
  });

  it('puts the length in front when asked', () => {
    const plain = writeBfbs(schema({}));
    const prefixed = writeBfbs(schema({}), { sizePrefixed: true });
    expect(new DataView(prefixed.buffer).getUint32(0, true)).toBe(prefixed.length - 4);
    expect(Buffer.from(plain.subarray(4, 8)).toString()).toBe('BFBS');
    expect(Buffer.from(prefixed.subarray(8, 12)).toString()).toBe('BFBS');
  });

  it('leaves out what was not asked for', () => {
    const marked = {
      ...table('T'),
      doc: [' documented'],
      attributes: [
        { name: 'mine', value: null, builtin: false },
        { name: 'original_order', value: null, builtin: true },
      ],
    };
    const holds = (options: Parameters<typeof writeBfbs>[1]): string[] =>
      ['documented', 'mine', 'original_order'].filter((word) =>
        Buffer.from(writeBfbs(schema({ objects: [marked] }), options)).includes(word),
      );
    expect(holds({})).toEqual(['mine']);
    expect(holds({ comments: true })).toEqual(['documented', 'mine']);
    expect(holds({ builtins: true })).toEqual(['mine', 'original_order']);
  });
});

describe('bytes that are not UTF-8', () => {
  it('are written as they are and read again', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc.string().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 4 }), (lines) => {
        const doc = lines.map(decodeSource);
        const written = writeBfbs(schema({ objects: [{ ...table('T'), doc }] }), { comments: true });
        for (const line of lines) expect(Buffer.from(written).includes(Buffer.from(line))).toBe(true);
        expect(readBfbs(written).schema?.objects[0]?.doc).toEqual(doc);
      }),
    );
  });
});

describe('file names', () => {
  it('start from the folder of the main file', () => {
    expect(from('in/deep/a.fbs')).toBe('//a.fbs');
    expect(from('a.fbs')).toBeNull();
  });

  it('start from a given root, which may be above, beside or below', () => {
    expect(from('in/a.fbs', '.')).toBe('//in/a.fbs');
    expect(from('a.fbs', 'sub/x')).toBe('//../../a.fbs');
    expect(from('in/a.fbs', 'out')).toBe('//../in/a.fbs');
    expect(from('in/../b/./a.fbs', 'b')).toBe('//a.fbs');
    expect(from('in/a.fbs', null)).toBeNull();
  });

  it('are absolute when asked, if there is a root', () => {
    expect(from('in/a.fbs', undefined, true)).toBe('/in/a.fbs');
    expect(from('a.fbs', undefined, true)).toBeNull();
  });
});

function from(main: string, root?: string | null, absolute = false): string | null {
  return fileNames(main, root, absolute, textualAbsolutePath)?.(main) ?? null;
}

/**
 * `flatc --schema -b` of: enum Hue:byte{Red=-1,Green} union Any{Point,Text:string}
 * table Point{x:float=1.5;any:Any;hues:[Hue];} root_type Point; file_identifier "PNT0";
 */
const POINT_BFBS =
  '1c000000424642530000000010001c00040008000c00100014001800100000003c0000002c0000001c00000010000000ec01' +
  '00000400000000000000000000000000000004000000504e5430000000000200000024000000fc00000001000000bc010000' +
  '00001200180008000c00070010000000000014001200000000000001340000002000000008000000a401000084fdffff0000' +
  '00010000000001000000010000000300000078000000400000000c00000003000000416e7900fcfeffff2000000010000000' +
  '02000000000000000000000068fdffff0000000d010000000400000054657874000000002cffffff24000000100000000100' +
  '000000000000000000003cfeffff0000000f000000000100000005000000506f696e7400000090ffffff1400000004000000' +
  '48ffffff0100000001000000040000004e4f4e450000120014000400080000000c0000000000100012000000300000002000' +
  '000008000000cc0000005cfeffff00000003010000000100000001000000020000004c000000180000000300000048756500' +
  '0c000c0004000000000008000c0000001400000004000000c4ffffff010000000100000005000000477265656e0000000c00' +
  '180004000c00000008000c0000003000000020000000ffffffffffffffff0000000010000c00000000000000000004000800' +
  '1000000001000000010000000300000052656400140014000400080000000c000000000000001000140000002c0000001400' +
  '0000010000000400000000000000000000000400000078000000bc000000140000000801000005000000506f696e74000000' +
  'c0ffffff0000000103000a00280000001400000010001000060007000800000000000c001000000000000e03010000000100' +
  '00000400000068756573000000001c0014000c00100008000a00000000000000000000000000000007001c00000000000001' +
  '02000800280000001400000010001000070000000800000000000c001000000000000010000000000100000003000000616e' +
  '79000c00100008000c00040006000c000000010006002c000000140000001000140007000000080000000c00100010000000' +
  '0000000100000000010000000100000008000000616e795f747970650000000010001c0008000c0000000600000010001000' +
  '0000000004003000000020000000000000000000f83f0000000010000c00070000000000000000000800100000000000000b' +
  '010000000100000078000000';

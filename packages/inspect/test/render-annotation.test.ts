import { Builder } from '@fb/flatbuffers';
import { FlexType } from '@fb/flexbuffers';
import { parseSchema } from '@fb/idl';
import { describe, expect, it } from 'vitest';
import { inspectFlatBuffer, renderAnnotation, renderInspection } from '../src/index.js';
import { vectorBytes, vectorSchema } from './buffers.js';

const craft = vectorSchema('annotate/craft.fbs');

function annotation(name: string, sparseVectors = false): string {
  const bytes = vectorBytes(`annotate/${name}.bin`);
  const inspection = inspectFlatBuffer(craft, bytes, { maxElements: Infinity });
  const options = { schemaName: 'craft.fbs', bufferName: `${name}.bin`, sparseVectors };
  return renderAnnotation(craft, inspection, bytes, options);
}

describe('renderAnnotation', () => {
  it('begins with the names of buffer and schema', () => {
    expect(annotation('craft').split('\n').slice(0, 7)).toEqual([
      '// craft.bin: every byte of a FlatBuffer',
      '//',
      '// Schema: craft.fbs',
      '',
      'header:',
      '  +0x0000 | 24 00 00 00             | UOffset32  | 0x00000024 (36) Loc: 0x0024   | to the root, Sky.Craft',
      '  +0x0004 | 53 4B 59 43             | char[4]    | SKYC                          | file identifier',
    ]);
  });

  it('says what readers get for absent fields', () => {
    expect(annotation('craft')).toMatch(/0x0000 \(0\) +\| speed: id 2, absent, reads 2\.5$/m);
  });

  it('calls a vector vector64 for its count, not for the width of what comes first', () => {
    const { schema } = parseSchema(
      'table T { far: [ubyte] (vector64); flex: [ubyte] (flexbuffer); } root_type T;',
    );
    if (schema === null) throw new Error('the schema has errors');
    const titles = (bytes: Uint8Array): string[] => {
      const names = { schemaName: 's', bufferName: 'b' };
      const text = renderAnnotation(schema, inspectFlatBuffer(schema, bytes), bytes, names);
      return text.split('\n').filter((line) => line.startsWith('vector'));
    };
    const wide = new Uint8Array(36);
    wide.set([12, 0, 0, 0, 6, 0, 12, 0, 4, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 3]);
    expect(titles(wide)).toEqual(['vector64 (far):']);
    // One with a count of 8 bytes, and a fixed one with elements of 8 bytes.
    for (const [type, offset] of [
      [FlexType.VectorInt, 8],
      [FlexType.VectorInt2, 16],
    ] as const) {
      const builder = new Builder();
      const flex = builder.createByteVector(
        Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, offset, (type << 2) | 3, 1),
      );
      builder.startObject(2);
      builder.addFieldOffset(1, flex, 0);
      builder.finish(builder.endObject());
      expect(titles(builder.asUint8Array())).toEqual(['vector (flex):', 'vector (flex):']);
    }
  });

  it('has positions as wide as that of the end', () => {
    const { schema } = parseSchema('table T {} root_type T;');
    if (schema === null) throw new Error('the schema has errors');
    for (const [length, position] of [
      [255, '  +0x00 '],
      [256, '  +0x0000 '],
    ] as const) {
      const bytes = new Uint8Array(length);
      const inspection = inspectFlatBuffer(schema, bytes);
      const names = { schemaName: 's', bufferName: 'b' };
      expect(renderAnnotation(schema, inspection, bytes, names)).toContain(position);
      expect(renderInspection(inspection, bytes)).toContain(position);
    }
  });

  it('keeps the ends of long vectors in a sparse text', () => {
    const lines = annotation('sparse', true).split('\n');
    const at = lines.indexOf('  <4 regions left out>');
    expect(lines[at - 1]).toMatch(/codes\[0\]: ushort$/);
    expect(lines[at + 1]).toMatch(/codes\[5\]: ushort$/);
    expect(annotation('sparse')).not.toContain('left out');
  });

  it('shows damage where it is, and what the verifier says', () => {
    const text = annotation('bad_offset');
    expect(text).toMatch(/^\/\/ The verifier refuses it: /m);
    expect(text).toMatch(/Loc: 0x273B +\| to name: string; error bounds: leads outside the buffer$/m);
  });

  it('continues long regions on further lines', () => {
    expect(annotation('bad_vtable')).toMatch(
      /^ {2}\+0x0018 \| 24 00 28 00 07 00 2C 00 \| +\| \$\.\(\.\.\.,\.$/m,
    );
  });

  it('describes bytes that are no buffer at all', () => {
    const { schema } = parseSchema('table T {} root_type T;');
    if (schema === null) throw new Error('the schema has errors');
    for (const length of [0, 1, 3, 5, 11]) {
      const bytes = new Uint8Array(length).fill(255);
      const names = { schemaName: 'a\u001b[31m', bufferName: 'b' };
      const text = renderAnnotation(schema, inspectFlatBuffer(schema, bytes), bytes, names);
      expect(text).toContain('// Schema: a\\u001b[31m\n');
      const shown = [...text.matchAll(/\+0x[0-9A-F]+ \| ((?:FF ?)+)/g)].flatMap(([, hex = '']) =>
        hex.trim().split(' '),
      );
      expect(shown.length).toBe(length);
    }
  });
});

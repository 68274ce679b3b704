// The schema itself as a constant, in a header of its own.
import { block, type Code } from '@fb/codegen';
import type { TableDef } from '@fb/schema';
import type { Context } from './context.js';
import { braces, typeCode } from './language.js';
import { inNamespaces } from './namespaces.js';

/** Bytes on a line. */
const WIDTH = 20;

/** `XBinarySchema` of the root type. */
export function binarySchemaCode(context: Context, root: TableDef, bytes: Uint8Array): Code {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += WIDTH) {
    const part = Array.from(
      bytes.subarray(at, at + WIDTH),
      (byte) => `0x${byte.toString(16).padStart(2, '0')}`,
    );
    lines.push(`${part.join(',')}${at + WIDTH < bytes.length ? ',' : ''}`);
  }
  const code = typeCode(`struct ${context.names.local(root)}BinarySchema`, [
    braces('static const uint8_t *data()', [
      block(`alignas(8) static const uint8_t bytes[${bytes.length}] = {`, lines, '};'),
      'return bytes;',
    ]),
    braces('static size_t size()', `return ${bytes.length};`),
    braces('const uint8_t *begin()', 'return data();'),
    braces('const uint8_t *end()', 'return data() + size();'),
  ]);
  return [
    '#include <cstddef>',
    '#include <cstdint>',
    '',
    inNamespaces([{ namespace: context.names.namespace(root), code }]),
  ];
}

import { describe, expect, it } from 'vitest';
import { parseFlexJson, printFlexJson } from '../src/index.js';

function reprinted(text: string, exactNumbers: boolean): string {
  const { bytes, diagnostics } = parseFlexJson(text, { exactNumbers });
  expect(diagnostics).toEqual([]);
  return printFlexJson(bytes ?? new Uint8Array());
}

describe('parseFlexJson', () => {
  it('loses numbers as the reference does, unless exact ones are asked for', () => {
    const text = '[0x10, 18446744073709551615, -9223372036854775808]';
    expect(reprinted(text, false)).toBe('[ 0, 0, -9223372036854775808 ]');
    expect(reprinted(text, true)).toBe('[ 16, 18446744073709551615, -9223372036854775808 ]');
    expect(reprinted('[NaN, Infinity, -Infinity]', true)).toBe('[ nan, inf, -inf ]');
    expect(parseFlexJson('[NaN]').diagnostics[0]?.code).toBe('JSON-FLEX-VALUE');
    expect(parseFlexJson('[18446744073709551616]', { exactNumbers: true }).diagnostics[0]?.code).toBe(
      'JSON-RANGE',
    );
    expect(parseFlexJson('[-9223372036854775809]', { exactNumbers: true }).diagnostics[0]?.code).toBe(
      'JSON-RANGE',
    );
  });

  it('says how much of the text it read', () => {
    expect(parseFlexJson('{a: 1} {b: 2}').consumed).toBe(6);
  });

  it('takes members one after the other in strict mode too', () => {
    expect(parseFlexJson('{"a": 1, "b": 2}', { strict: true }).diagnostics).toEqual([]);
    expect(parseFlexJson('{"a": 1,}', { strict: true }).diagnostics[0]?.code).toBe('JSON-STRICT-COMMA');
    expect(parseFlexJson('{a: 1}', { strict: true }).diagnostics[0]).toMatchObject({
      code: 'JSON-STRICT-KEY',
      hint: 'write "a"',
    });
  });
});

import { expect, it } from 'vitest';
import { bytesFromText } from '../../src/open/bytes-from-text.js';

const bytes = Uint8Array.of(0x24, 0, 0, 0, 0x4d, 0x4f, 0x4e, 0x53);

it.each([
  ['plain', '240000004d4f4e53'],
  ['in pairs', '24 00 00 00\n4d 4f 4e 53\n'],
  ['as C writes it', '{ 0x24, 0x00, 0x00, 0x00,\n  0x4D, 0x4F, 0x4E, 0x53 };'],
  ['as escapes', '\\x24\\x00\\x00\\x00\\x4d\\x4f\\x4e\\x53'],
  ['as xxd prints it', '00000000: 2400 0000 4d4f 4e53                      $...MONS'],
  ['as hexdump -C prints it', '00000000  24 00 00 00 4d 4f 4e 53                           |$...MONS|'],
])('reads hex %s', (_how, text) => {
  expect(bytesFromText(text)).toEqual({ bytes, as: 'hex' });
});

it('reads several lines of a dump without their offsets', () => {
  const dump = '00000000: 2400 0000\n00000010: 4d4f 4e53\n';
  expect(bytesFromText(dump)).toEqual({ bytes, as: 'hex' });
});

it.each([
  ['with padding', 'JAAAAE1PTlM='],
  ['without', 'JAAAAE1PTlM'],
  ['as a data URL', 'data:application/octet-stream;base64,JAAAAE1PTlM='],
  ['in lines', 'JAAA\nAE1P\nTlM=\n'],
])('reads base64 %s', (_how, text) => {
  expect(bytesFromText(text)).toEqual({ bytes, as: 'base64' });
});

it('reads the alphabet for URLs', () => {
  expect(bytesFromText('-_8_')?.bytes).toEqual(Uint8Array.of(0xfb, 0xff, 0x3f));
});

it.each(['', '   ', 'hello world', '{"name": "Orc"}', 'A'])('takes %j for neither', (text) => {
  expect(bytesFromText(text)).toBeNull();
});

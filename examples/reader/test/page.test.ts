import { Room, RoomT, UserT } from '@example/messages';
import { Builder } from '@fb/flatbuffers';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const file = new URL('../dist/page.js', import.meta.url);
const bundle = readFileSync(file, 'utf8');

it('reads a room', async () => {
  const builder = new Builder();
  const room = new RoomT('Lounge', [new UserT('Ada'), new UserT('Zoe')]);
  Room.finishRoomBuffer(builder, room.pack(builder));
  const page = (await import(file.href)) as typeof import('../src/page.js');
  expect(page.summary(builder.asUint8Array())).toBe('Lounge: Ada, Zoe');
});

it('is small: the builder and the verifier are not in it', () => {
  expect(gzipSync(bundle, { level: 9 }).length).toBeLessThan(6000);
  expect(bundle).not.toMatch(/createSharedString|maxTables/);
});

import { FlatBufferError } from '@fb/flatbuffers';
import { expect, it } from 'vitest';
import { describeRoom, writeRoom } from '../src/room.js';

it('reads what was written', () => {
  expect(describeRoom(writeRoom())).toEqual([
    'Lounge: 2 users',
    '1 Ada said "hello" happily',
    '2 Zoe sent a picture',
    'Ada has 100 red',
  ]);
});

it('refuses what is no room', () => {
  expect(() => describeRoom(writeRoom().subarray(0, 40))).toThrow(FlatBufferError);
  expect(() => describeRoom(new Uint8Array(100))).toThrow('the file identifier');
});

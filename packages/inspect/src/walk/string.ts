// Strings: length, characters, terminator.
import { decodeUtf8, isUtf8 } from '@fb/bytes';
import { byteCount, damaged } from './claims.js';
import type { Frame, Walk } from './walk.js';

/** Describes the string at `position`, where there are at least 4 bytes. */
export function visitString(walk: Walk, frame: Frame, position: number, path: string): void {
  const section = walk.section('string', position, 'string', path);
  const length = walk.view.getUint32(position, true);
  const start = position + 4;
  const end = Math.min(start + length, frame.end);
  const count = walk.region(section, {
    position,
    length: 4,
    role: 'count',
    type: 'uint32',
    name: 'length',
    path,
    value: length,
  });
  if (start + length > frame.end)
    damaged(count, 'length', `only ${byteCount(end - start)} are left`, 'error');
  const text = walk.region(section, {
    position: start,
    length: end - start,
    role: 'text',
    type: 'string',
    name: 'text',
    path,
    value: walk.complete ? decodeUtf8(walk.bytes, start, end) : null,
  });
  if (!isUtf8(walk.bytes, start, end)) damaged(text, 'utf8', 'not UTF-8', 'warning');
  if (end >= frame.end) {
    damaged(count, 'terminator', 'no zero byte follows', 'error');
    return;
  }
  const terminator = walk.region(section, {
    position: end,
    length: 1,
    role: 'terminator',
    type: 'ubyte',
    name: 'terminator',
    path,
    value: walk.view.getUint8(end),
  });
  if (terminator.value !== 0) damaged(terminator, 'terminator', 'not a zero byte', 'error');
}

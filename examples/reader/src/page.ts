// A page that shows the title of a room and who is in it: it only reads, so the runtime's builder and verifier are not
// in its bundle.
import { Room } from '@example/messages';
import { ByteBuffer } from '@fb/flatbuffers';

/** The title of a room and the names of its users. */
export function summary(bytes: Uint8Array): string {
  const room = Room.getRootAsRoom(new ByteBuffer(bytes));
  const names = Array.from({ length: room.usersLength() }, (_, i) => room.users(i)?.name());
  return `${room.title() ?? ''}: ${names.join(', ')}`;
}

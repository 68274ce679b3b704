// Writes and reads the messages of another package: nothing here knows the schema.
import {
  Color,
  Content,
  Message,
  MessageT,
  Mood,
  PictureT,
  Room,
  Text,
  TextT,
  User,
  verifyRoom,
} from '@example/messages';
import { Builder, ByteBuffer, type Offset } from '@fb/flatbuffers';

/** A room with two users and two messages, as bytes. */
export function writeRoom(): Uint8Array {
  const builder = new Builder();
  const users = ['Zoe', 'Ada'].map((name, i) => writeUser(builder, name, 100 * i));
  const messages = [
    new MessageT('Ada', 1n, Content.Text, new TextT('hello', Mood.Happy)),
    new MessageT('Zoe', 2n, Content.Picture, new PictureT(2, 1, [255, 0])),
  ];
  const usersOffset = User.createSortedVectorOfUser(builder, users);
  const messagesOffset = Room.createMessagesVector(builder, builder.createObjectOffsetList(messages));
  const title = builder.createString('Lounge');
  Room.finishRoomBuffer(builder, Room.createRoom(builder, title, usersOffset, messagesOffset));
  return builder.asUint8Array();
}

/** What is in a room, a line each. Bytes from elsewhere are verified before they are read. */
export function describeRoom(bytes: Uint8Array): readonly string[] {
  const fault = verifyRoom(bytes, { identifier: 'CHAT' });
  if (fault !== null) throw fault;
  const room = Room.getRootAsRoom(new ByteBuffer(bytes));
  const lines = [`${room.title() ?? 'a room'}: ${room.usersLength()} users`];
  for (let i = 0; i < room.messagesLength(); i++) {
    const message = room.messages(i);
    if (message !== null) lines.push(`${message.sent()} ${message.from()} ${describe(message)}`);
  }
  const red = room.usersByKey('Ada')?.color()?.red();
  return [...lines, `Ada has ${red ?? 'no'} red`];
}

function writeUser(builder: Builder, name: string, red: number): Offset {
  const nameOffset = builder.createString(name);
  User.startUser(builder);
  User.addName(builder, nameOffset);
  User.addColor(builder, Color.createColor(builder, red, 0, 0));
  return User.endUser(builder);
}

function describe(message: Message): string {
  if (message.contentType() !== Content.Text) return 'sent a picture';
  const text: Text = message.content(new Text());
  return `said "${text.text()}"${text.mood() === Mood.Happy ? ' happily' : ''}`;
}

// What the verifier is measured on: messages whose cost lies in tables, in strings, in blocks of scalars, or in
// being small.
import { JsonCodec } from '@fb/json';
import { parseSchema } from '@fb/idl';
import type { Schema } from '@fb/schema';

/** The schema of all messages; `Message` is the root. */
export const VERIFIER_SCHEMA = `
namespace Bench;
enum Color : byte { Red, Green, Blue = 2 }
struct Vec3 { x : float; y : float; z : float; }
table Weapon { name : string; damage : short; }
union Equipment { Weapon }
table Monster {
  pos : Vec3;
  mana : short = 150;
  hp : short = 100;
  name : string (required);
  friendly : bool;
  inventory : [ubyte];
  color : Color = Blue;
  weapons : [Weapon];
  equipped : Equipment;
  path : [Vec3];
}
table Message {
  monsters : [Monster];
  points : [Vec3];
  numbers : [double];
  names : [string];
}
root_type Message;
`;

/** A message, and what in it takes time. */
export interface VerifierMessage {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The schema, compiled. */
export function verifierSchema(): Schema {
  const { schema, diagnostics } = parseSchema(VERIFIER_SCHEMA, { path: 'message.fbs' });
  if (schema === null) throw new Error(diagnostics[0]?.message);
  return schema;
}

/** The messages, the same ones every time. */
export function verifierMessages(schema: Schema): readonly VerifierMessage[] {
  const codec = new JsonCodec(schema);
  const message = (name: string, value: object): VerifierMessage => {
    const { bytes, diagnostics } = codec.parse(JSON.stringify(value));
    if (bytes === null) throw new Error(diagnostics[0]?.message);
    return { name, bytes };
  };
  return [
    message('one Monster', { monsters: [monster(0, 10)] }),
    message('1,000 Monsters', { monsters: list(1000, (i) => monster(i, 10)) }),
    message('1,000 Monsters with 1 KB paths', { monsters: list(1000, (i) => monster(i, 85)) }),
    message('20,000 strings of 4 to 15 bytes', { names: list(20_000, (i) => text(4 + (i % 12))) }),
    message('5,000 strings of 100 bytes', { names: list(5000, () => text(100)) }),
    message('100,000 structs, 30,000 doubles', {
      points: list(100_000, point),
      numbers: list(30_000, (i) => i / 3),
    }),
  ];
}

function monster(i: number, path: number): object {
  return {
    pos: point(i),
    mana: i % 300,
    hp: 1 + (i % 90),
    name: text(3 + (i % 9)),
    friendly: i % 2 === 0,
    inventory: list(10, (n) => n),
    color: 'Red',
    weapons: list(2, (n) => ({ name: text(3 + n), damage: n + 1 })),
    equipped_type: 'Weapon',
    equipped: { name: 'Axe', damage: 5 },
    path: list(path, point),
  };
}

function point(i: number): object {
  return { x: i, y: i + 0.5, z: i + 0.25 };
}

function text(length: number): string {
  return 'a quick brown fox jumps over the lazy dog. '.repeat(3).slice(0, length);
}

function list<T>(length: number, item: (i: number) => T): T[] {
  return Array.from({ length }, (_, i) => item(i));
}

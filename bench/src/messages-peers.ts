// The peers: each encodes the messages from plain objects in the shape that it likes best, prepared before, and
// decodes them to plain objects.
import { createFileRegistry, fromBinary, toBinary, type DescMessage, type Message } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import avro from 'avsc';
import * as cbor from 'cbor-x';
import * as msgpack from 'msgpackr';
import protobuf from 'protobufjs';
// oxlint-disable-next-line import/no-unassigned-import -- it adds methods to protobufjs
import 'protobufjs/ext/descriptor/index.js';
import { fooBars, monster, numbers, texts } from './messages-data.js';
import {
  sumPlainFooBars,
  sumPlainMonster,
  sumPlainNumbers,
  sumPlainSamples,
  sumPlainTexts,
  type PlainFooBars,
  type PlainMonster,
  type PlainNumbers,
  type PlainSamples,
} from './messages-plain.js';

/** The messages. */
export type MessageName = 'FooBars' | 'Monster' | 'Numbers' | 'Samples' | 'Texts';

/** A format and library that is compared. */
export interface Peer {
  readonly name: string;
  readonly encode: (message: MessageName) => Uint8Array;
  readonly decode: (message: MessageName, bytes: Uint8Array) => unknown;
  /** The union of a decoded Monster. */
  readonly equipped: (monster: never) => { name: string; damage: number };
}

const PROTO = `
syntax = "proto3";
package bench;
message Foo { uint64 id = 1; int32 count = 2; int32 prefix = 3; uint32 length = 4; }
message Bar { Foo parent = 1; int32 time = 2; float ratio = 3; uint32 size = 4; }
message FooBar { Bar sibling = 1; string name = 2; double rating = 3; uint32 postfix = 4; }
message FooBars { repeated FooBar list = 1; bool initialized = 2; int32 fruit = 3; string location = 4; }
message Vec3 { float x = 1; float y = 2; float z = 3; }
message Weapon { string name = 1; int32 damage = 2; }
message Stats { int32 level = 1; uint64 exp = 2; double luck = 3; string title = 4; }
message Monster {
  Vec3 pos = 1; int32 mana = 2; int32 hp = 3; string name = 4; bool friendly = 5; bytes inventory = 6;
  int32 color = 7; repeated Weapon weapons = 8; oneof equipped { Weapon weapon = 9; Stats gear = 10; }
  repeated Vec3 path = 11; repeated string tags = 12; Stats stats = 13; repeated int32 scores = 14;
}
message Numbers { repeated Vec3 points = 1; repeated double samples = 2; }
message Samples { repeated double samples = 1; }
message Texts { repeated string lines = 1; }
`;

const { equipped: equipment, ...unarmed } = monster;
const plain = {
  FooBars: fooBars,
  Monster: { ...unarmed, equipped: equipment.value, scores: [...monster.scores] },
  Numbers: { points: numbers.points, samples: [...numbers.samples] },
  Samples: { samples: [...numbers.samples] },
  Texts: texts,
};

/** Without bigints, which not every format has: the values are safe integers. */
const withNumbers = {
  ...plain,
  FooBars: {
    ...fooBars,
    list: fooBars.list.map((each) => ({
      ...each,
      sibling: { ...each.sibling, parent: { ...each.sibling.parent, id: Number(each.sibling.parent.id) } },
    })),
  },
  Monster: { ...plain.Monster, stats: { ...monster.stats, exp: Number(monster.stats.exp) } },
};

const plainEquipped = ({ equipped }: { equipped: { name: string; damage: number } }): typeof equipped =>
  equipped;
const oneofEquipped = ({ weapon }: { weapon: { name: string; damage: number } }): typeof weapon => weapon;

/** All peers but the runtimes of FlatBuffers. */
export function peers(): readonly Peer[] {
  return [protobufEs(), protobufJs(), ...msgpackPeers(), ...cborPeers(), avroPeer(), json()];
}

/** Looks at all of a decoded message. */
export function sumPlain(peer: Pick<Peer, 'equipped'>, message: MessageName, value: unknown): number {
  switch (message) {
    case 'FooBars':
      return sumPlainFooBars(value as PlainFooBars);
    case 'Monster':
      return sumPlainMonster(value as PlainMonster, peer.equipped(value as never));
    case 'Numbers':
      return sumPlainNumbers(value as PlainNumbers);
    case 'Samples':
      return sumPlainSamples(value as PlainSamples);
    case 'Texts':
      return sumPlainTexts(value as { lines: string[] });
  }
}

/** One field of a decoded message. */
export function onePlainField(message: MessageName, value: unknown): unknown {
  if (message === 'FooBars') return (value as PlainFooBars).fruit;
  return message === 'Monster' ? (value as PlainMonster).hp : 0;
}

function protobufJs(): Peer {
  const { root } = protobuf.parse(PROTO);
  const types = (Object.keys(plain) as MessageName[]).map(
    (name) => [name, root.lookupType(`bench.${name}`)] as const,
  );
  const typeOf = Object.fromEntries(types) as Record<MessageName, protobuf.Type>;
  const values = {
    ...withNumbers,
    Monster: { ...withNumbers.Monster, weapon: equipment.value },
  };
  const messages = Object.fromEntries(
    types.map(([name, type]) => [name, type.fromObject(values[name])]),
  ) as Record<MessageName, protobuf.Message>;
  return {
    name: 'protobufjs',
    encode: (message) => typeOf[message].encode(messages[message]).finish(),
    decode: (message, bytes) => typeOf[message].decode(bytes),
    equipped: oneofEquipped as never,
  };
}

function protobufEs(): Peer {
  const { root } = protobuf.parse(PROTO);
  root.resolveAll();
  const set = (root as unknown as { toDescriptor(edition: string): protobuf.Message }).toDescriptor('proto3');
  const { $type } = set as unknown as { $type: protobuf.Type };
  const files = fromBinary(FileDescriptorSetSchema, $type.encode(set).finish());
  for (const field of files.file.flatMap((file) => file.messageType.flatMap((type) => type.field))) {
    // protobufjs leaves names as they were written.
    if (field.typeName !== '' && !field.typeName.startsWith('.')) field.typeName = `.bench.${field.typeName}`;
  }
  const registry = createFileRegistry(files);
  const typeOf = (name: MessageName): DescMessage => {
    const type = registry.getMessage(`bench.${name}`);
    if (type === undefined) throw new Error(`no message ${name}`);
    return type;
  };
  const types = {
    FooBars: typeOf('FooBars'),
    Monster: typeOf('Monster'),
    Numbers: typeOf('Numbers'),
    Samples: typeOf('Samples'),
    Texts: typeOf('Texts'),
  };
  // What its encoder takes is what its decoder gives.
  const peer = protobufJs();
  const messages = Object.fromEntries(
    (Object.keys(types) as MessageName[]).map((name) => [name, fromBinary(types[name], peer.encode(name))]),
  ) as Record<MessageName, Message>;
  return {
    name: 'protobuf-es',
    encode: (message) => toBinary(types[message], messages[message]),
    decode: (message, bytes) => fromBinary(types[message], bytes),
    equipped: (({ equipped }: { equipped: { value: { name: string; damage: number } } }) =>
      equipped.value) as never,
  };
}

function msgpackPeers(): readonly Peer[] {
  return [false, true].map((useRecords) => {
    const packr = new msgpack.Packr({
      useRecords,
      structures: useRecords ? [] : undefined,
    } as msgpack.Options);
    return {
      name: `msgpackr ${useRecords ? 'records' : 'plain'}`,
      encode: (message) => packr.pack(plain[message]),
      decode: (_message, bytes) => packr.unpack(bytes),
      equipped: plainEquipped as never,
    };
  });
}

function cborPeers(): readonly Peer[] {
  return [false, true].map((useRecords) => {
    const encoder = new cbor.Encoder({ useRecords, structures: useRecords ? [] : undefined } as cbor.Options);
    return {
      name: `cbor-x ${useRecords ? 'records' : 'plain'}`,
      encode: (message) => encoder.encode(plain[message]),
      decode: (_message, bytes) => encoder.decode(bytes),
      equipped: plainEquipped as never,
    };
  });
}

function record(name: string, fields: Readonly<Record<string, unknown>>): object {
  const typed = Object.entries(fields).map(([field, type]) => ({ name: field, type }));
  return { type: 'record', name, fields: typed };
}

function list(items: unknown): object {
  return { type: 'array', items };
}

function avroPeer(): Peer {
  const vec3 = record('Vec3', { x: 'float', y: 'float', z: 'float' });
  const foo = record('Foo', { id: 'long', count: 'int', prefix: 'int', length: 'long' });
  const bar = record('Bar', { parent: foo, time: 'int', ratio: 'float', size: 'int' });
  const fooBar = record('FooBar', { sibling: bar, name: 'string', rating: 'double', postfix: 'int' });
  const weapon = record('Weapon', { name: 'string', damage: 'int' });
  const stats = record('Stats', { level: 'int', exp: 'long', luck: 'double', title: 'string' });
  const schemas = {
    FooBars: record('FooBars', {
      list: list(fooBar),
      initialized: 'boolean',
      fruit: 'int',
      location: 'string',
    }),
    Monster: record('Monster', {
      pos: vec3,
      mana: 'int',
      hp: 'int',
      name: 'string',
      friendly: 'boolean',
      inventory: 'bytes',
      color: 'int',
      weapons: list(weapon),
      equipped: ['Weapon', stats],
      path: list('Vec3'),
      tags: list('string'),
      stats: 'Stats',
      scores: list('int'),
    }),
    Numbers: record('Numbers', { points: list(vec3), samples: list('double') }),
    Samples: record('Samples', { samples: list('double') }),
    Texts: record('Texts', { lines: list('string') }),
  };
  const types = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      avro.Type.forSchema(schema as avro.Schema, { wrapUnions: true }),
    ]),
  ) as Record<MessageName, avro.Type>;
  const values = {
    ...withNumbers,
    Monster: {
      ...withNumbers.Monster,
      inventory: Buffer.from(monster.inventory),
      equipped: { Weapon: equipment.value },
    },
  };
  return {
    name: 'avsc',
    encode: (message) => types[message].toBuffer(values[message]),
    decode: (message, bytes) => types[message].fromBuffer(bytes as Buffer),
    equipped: (({ equipped }: { equipped: { Weapon: { name: string; damage: number } } }) =>
      equipped.Weapon) as never,
  };
}

function json(): Peer {
  const values = {
    ...withNumbers,
    Monster: { ...withNumbers.Monster, inventory: [...monster.inventory] },
  };
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    name: 'JSON',
    encode: (message) => encoder.encode(JSON.stringify(values[message])),
    decode: (_message, bytes) => JSON.parse(decoder.decode(bytes)) as unknown,
    equipped: plainEquipped as never,
  };
}

// How bytes are told apart in the hex view: few kinds, each with a colour and a line of its own below the bytes, so that
// colour is not the only sign.
import type { RegionRole } from '@fb/inspect';

export interface ByteKind {
  /** Names its style, too. */
  readonly id: 'offset' | 'vtable' | 'field' | 'length' | 'text' | 'type' | 'padding' | 'unknown';
  readonly title: string;
  readonly about: string;
}

/** In the order of their codes. */
export const BYTE_KINDS: readonly ByteKind[] = [
  { id: 'offset', title: 'Offset', about: 'leads to another place' },
  { id: 'vtable', title: 'Vtable', about: 'says where the fields of a table are' },
  { id: 'field', title: 'Field', about: 'numbers, truth and enums' },
  { id: 'length', title: 'Length', about: 'how many elements or bytes follow' },
  { id: 'text', title: 'String', about: 'characters, with the zero byte behind them' },
  { id: 'type', title: 'Type', about: 'the type and width of a value' },
  { id: 'padding', title: 'Padding', about: 'fills up to an alignment' },
  { id: 'unknown', title: 'Unknown', about: 'nothing known leads here' },
];

const KIND_OF_ROLE: Readonly<Record<RegionRole, ByteKind['id']>> = {
  'size-prefix': 'length',
  'root-offset': 'offset',
  identifier: 'text',
  'vtable-size': 'vtable',
  'object-size': 'vtable',
  slot: 'vtable',
  'vtable-offset': 'offset',
  value: 'field',
  offset: 'offset',
  count: 'length',
  text: 'text',
  terminator: 'text',
  'packed-type': 'type',
  width: 'type',
  elements: 'field',
  bytes: 'field',
  padding: 'padding',
  unknown: 'unknown',
};

/** What a role is, in a few words. */
export const ROLE_TEXT: Readonly<Record<RegionRole, string>> = {
  'size-prefix': 'size of what follows',
  'root-offset': 'offset to the root table',
  identifier: 'file identifier',
  'vtable-size': 'size of the vtable',
  'object-size': 'size of the table',
  slot: 'vtable entry: where the field is in its table',
  'vtable-offset': 'offset to the vtable',
  value: 'value',
  offset: 'offset',
  count: 'length',
  text: 'text',
  terminator: 'zero byte behind the text',
  'packed-type': 'type and bit width',
  width: 'width in bytes',
  elements: 'elements',
  bytes: 'bytes',
  padding: 'padding',
  unknown: 'nothing known leads here',
};

/** The place of a role's kind in {@link BYTE_KINDS}. */
export function kindCode(role: RegionRole): number {
  return BYTE_KINDS.findIndex(({ id }) => id === KIND_OF_ROLE[role]);
}

/** The kind of a role. */
export function kindOf(role: RegionRole): ByteKind['id'] {
  return KIND_OF_ROLE[role];
}

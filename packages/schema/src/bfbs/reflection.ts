// The format's own words: base types and field slots of the tables in reflection.fbs, the schema of binary schemas.

/** `reflection.BaseType`. */
export const BASE_TYPE = {
  none: 0,
  utype: 1,
  bool: 2,
  byte: 3,
  ubyte: 4,
  short: 5,
  ushort: 6,
  int: 7,
  uint: 8,
  long: 9,
  ulong: 10,
  float: 11,
  double: 12,
  string: 13,
  vector: 14,
  object: 15,
  union: 16,
  array: 17,
  vector64: 18,
} as const;

export const TYPE = {
  baseType: 0,
  element: 1,
  index: 2,
  fixedLength: 3,
  baseSize: 4,
  elementSize: 5,
  slots: 6,
} as const;

export const KEY_VALUE = { key: 0, value: 1, slots: 2 } as const;

/** Slot 2 is deprecated in the format. */
export const ENUM_VAL = {
  name: 0,
  value: 1,
  unionType: 3,
  documentation: 4,
  attributes: 5,
  slots: 6,
} as const;

export const ENUM = {
  name: 0,
  values: 1,
  isUnion: 2,
  underlyingType: 3,
  attributes: 4,
  documentation: 5,
  declarationFile: 6,
  slots: 7,
} as const;

export const FIELD = {
  name: 0,
  type: 1,
  id: 2,
  offset: 3,
  defaultInteger: 4,
  defaultReal: 5,
  deprecated: 6,
  required: 7,
  key: 8,
  attributes: 9,
  documentation: 10,
  optional: 11,
  padding: 12,
  offset64: 13,
  slots: 14,
} as const;

export const OBJECT = {
  name: 0,
  fields: 1,
  isStruct: 2,
  minAlign: 3,
  byteSize: 4,
  attributes: 5,
  documentation: 6,
  declarationFile: 7,
  slots: 8,
} as const;

export const RPC_CALL = {
  name: 0,
  request: 1,
  response: 2,
  attributes: 3,
  documentation: 4,
  slots: 5,
} as const;

export const SERVICE = {
  name: 0,
  calls: 1,
  attributes: 2,
  documentation: 3,
  declarationFile: 4,
  slots: 5,
} as const;

export const SCHEMA_FILE = { filename: 0, includedFilenames: 1, slots: 2 } as const;

export const SCHEMA = {
  objects: 0,
  enums: 1,
  fileIdent: 2,
  fileExt: 3,
  rootTable: 4,
  services: 5,
  advancedFeatures: 6,
  fbsFiles: 7,
  slots: 8,
} as const;

/** `reflection.AdvancedFeatures`: what old readers of a schema might not understand. */
export const ADVANCED_FEATURES = {
  'fixed arrays': 1n,
  'vectors of unions': 2n,
  'optional scalars': 4n,
  'string and vector defaults': 8n,
} as const;

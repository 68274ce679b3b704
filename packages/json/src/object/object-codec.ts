// JavaScript values of one root table to buffers and back, from its plan alone.
import type { OwnBytes } from '@fb/bytes';
import type { CodecPlan } from '../compile/codec-plan.js';
import { verifyBuffer } from '../verify-buffer.js';
import { Assembler } from '../write/assembler.js';
import { ObjectDecoder } from './object-decoder.js';
import { ObjectEncoder } from './object-encoder.js';
import type { DecodeObjectOptions, EncodeObjectOptions, FlatObject } from './object-options.js';

/** See `encodeObject`. */
export function encodeRecord(plan: CodecPlan, value: object, options: EncodeObjectOptions): OwnBytes {
  // An assembler of its own: getters of the value may call anything.
  const into = new Assembler();
  into.forceDefaults = options.forceDefaults ?? false;
  const table = new ObjectEncoder(into, options.unknownFields ?? false).table(plan.records[0], value);
  return into.output.finish(table, plan.identifier, options.sizePrefixed ?? false).slice();
}

/** See `decodeObject`. */
export function decodeRecord(plan: CodecPlan, bytes: Uint8Array, options: DecodeObjectOptions): FlatObject {
  verifyBuffer(bytes, plan, options);
  const rules = {
    defaults: options.defaults ?? false,
    longNumbers: options.longNumbers ?? false,
    enumNames: options.enumNames ?? true,
  };
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return new ObjectDecoder(plain, rules).document(plan.records[0], options.sizePrefixed === true ? 4 : 0);
}

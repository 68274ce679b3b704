// What the verifier found, in words.
import type { FlatBufferErrorCode } from './flatbuffer-error.js';

/** What a position or a length is of. */
export type FaultSubject = 'field' | 'offset' | 'string' | 'table' | 'union value' | 'vector' | 'vtable';

/** The text for a fault, without its place. */
export function faultText(code: FlatBufferErrorCode, subject: FaultSubject): string {
  switch (code) {
    case 'too-short':
      return 'fewer bytes than the smallest FlatBuffer has';
    case 'too-large':
      return 'more bytes than are allowed';
    case 'identifier':
      return 'the file identifier is another one';
    case 'size-prefix':
      return 'the size prefix promises more bytes than there are';
    case 'alignment':
      return `a ${subject} is misaligned`;
    case 'bounds':
      return subject === 'offset'
        ? 'an offset leads beyond the bytes'
        : `a ${subject} reaches beyond the bytes`;
    case 'offset':
      return 'an offset is zero or negative';
    case 'vtable':
      return 'the size of a vtable is odd';
    case 'terminator':
      return 'a string does not end with a zero byte';
    case 'required':
      return 'a required field is absent';
    case 'union':
      return 'the tags and values of a union do not fit';
    case 'flexbuffer':
      return 'not a valid FlexBuffer';
    case 'depth':
      return 'tables are nested too deeply';
    case 'tables':
      return 'there are too many tables';
    case 'work':
      return 'checking takes too many steps';
  }
}

// ATT-NEST-STR, ATT-NEST-TYPE, ATT-FLEX: bytes that hold a buffer of their own.
import type { Type } from '@fb/schema';
import { findAttribute } from '../lower/attributes.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const nested: Rule = {
  tableAttributes({ attributes, type }, { report }) {
    const buffer = findAttribute(attributes, 'nested_flatbuffer');
    if (buffer !== null) {
      if (!buffer.isString) report(messages.create('ATT-NEST-STR', buffer.span, {}));
      else if (!isBytes(type)) report(messages.create('ATT-NEST-TYPE', buffer.span, {}));
    }
    const flex = findAttribute(attributes, 'flexbuffer');
    const isWide = type.kind === 'vector' && type.wide;
    if (flex !== null && (isWide || !isBytes(type))) report(messages.create('ATT-FLEX', flex.span, {}));
  },
};

function isBytes(type: Type): boolean {
  return type.kind === 'vector' && type.element.kind === 'scalar' && type.element.scalar === 'ubyte';
}

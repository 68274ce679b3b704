// ATT-ALIGN-ENUM, W-FLAGS-SIGNED: attributes of enums and unions.
import { isSigned } from '@fb/schema';
import { findAttribute } from '../lower/attributes.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const enumAttributes: Rule = {
  enum({ attributes, kind, underlying }, { report }) {
    const align = findAttribute(attributes, 'force_align');
    if (align !== null) report(messages.create('ATT-ALIGN-ENUM', align.span, {}));
    const flags = findAttribute(attributes, 'bit_flags');
    if (flags === null || underlying === null || kind === 'union') return;
    if (isSigned(underlying)) {
      const hint = `write "u${underlying}" instead of "${underlying}"`;
      report(messages.create('W-FLAGS-SIGNED', flags.span, {}, { hint }));
    }
  },
};

// W-FLAGS-SIGNED: flags of a signed enum cannot use its highest bit.
import { isSigned } from '@fb/schema';
import { findAttribute } from '../bind/attributes.js';
import { messages } from '../messages.js';
import type { Rule } from './rule.js';

export const wFlagsSigned: Rule = {
  enum({ attributes, kind, underlying }, { report }) {
    const flags = findAttribute(attributes, 'bit_flags');
    if (flags === null || underlying === null || kind === 'union' || !isSigned(underlying)) return;
    const hint = `write "u${underlying}" instead of "${underlying}"`;
    report(messages.create('W-FLAGS-SIGNED', flags.span, {}, { hint }));
  },
};

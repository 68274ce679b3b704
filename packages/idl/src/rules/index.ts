// The rules in the order in which they are applied.
import { deprecated } from './deprecated.js';
import { duplicateFields } from './duplicate-fields.js';
import { enumAttributes } from './enum-attributes.js';
import { enumDefault } from './enum-default.js';
import { fieldCase } from './field-case.js';
import { hash } from './hash.js';
import { key } from './key.js';
import { nameClash } from './name-clash.js';
import { nativeAttributes } from './native-attributes.js';
import { nested } from './nested.js';
import { offset64 } from './offset64.js';
import { privateLeaks } from './private-leaks.js';
import { required } from './required.js';
import type { Rule } from './rule.js';
import { structDefault } from './struct-default.js';
import { unionSeparators } from './union-separators.js';

/** Every rule, in order. */
export const RULES: readonly Rule[] = [
  fieldCase,
  duplicateFields,
  structDefault,
  hash,
  offset64,
  required,
  key,
  enumDefault,
  deprecated,
  nativeAttributes,
  nested,
  nameClash,
  enumAttributes,
  unionSeparators,
  privateLeaks,
];

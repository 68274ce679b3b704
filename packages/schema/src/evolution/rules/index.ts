// The rules in the order in which they are applied.
import type { EvolutionRule } from '../rule.js';
import { absence } from './absence.js';
import { bitFlags } from './bit-flags.js';
import { byteContent } from './byte-content.js';
import { definitions } from './definitions.js';
import { deprecated } from './deprecated.js';
import { enumType } from './enum-type.js';
import { enumValues } from './enum-values.js';
import { fieldPlace } from './field-place.js';
import { fieldType } from './field-type.js';
import { fileMarks } from './file-marks.js';
import { hash } from './hash.js';
import { key } from './key.js';
import { rootType } from './root-type.js';
import { structSize } from './struct-size.js';
import { unionMembers } from './union-members.js';
import { wideOffset } from './wide-offset.js';

/** Every rule, in order. */
export const RULES: readonly EvolutionRule[] = [
  rootType,
  fileMarks,
  definitions,
  structSize,
  fieldPlace,
  fieldType,
  wideOffset,
  absence,
  deprecated,
  byteContent,
  hash,
  key,
  enumType,
  enumValues,
  bitFlags,
  unionMembers,
];

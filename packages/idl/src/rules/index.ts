// The rules in the order in which they are applied. Each file bears the name of its code, or of what its codes share.
import { att64 } from './att-64.js';
import { attAlignEnum } from './att-align-enum.js';
import { attAlloc } from './att-alloc.js';
import { attCpptype } from './att-cpptype.js';
import { attDeprStruct } from './att-depr-struct.js';
import { attFlex } from './att-flex.js';
import { attHash } from './att-hash.js';
import { attInline } from './att-inline.js';
import { attKey } from './att-key.js';
import { attNest } from './att-nest.js';
import { attReq } from './att-req.js';
import { attShared } from './att-shared.js';
import { leak } from './leak.js';
import { nameClash } from './name-clash.js';
import { nameDupField } from './name-dup-field.js';
import type { Rule } from './rule.js';
import { valEnum } from './val-enum.js';
import { valStruct } from './val-struct.js';
import { wCase } from './w-case.js';
import { wDialectSemi } from './w-dialect-semi.js';
import { wFlagsSigned } from './w-flags-signed.js';

/** Every rule, in order. */
export const RULES: readonly Rule[] = [
  wCase,
  nameDupField,
  valStruct,
  attHash,
  att64,
  attReq,
  attKey,
  valEnum,
  attDeprStruct,
  attCpptype,
  attShared,
  attAlloc,
  attInline,
  attNest,
  attFlex,
  nameClash,
  attAlignEnum,
  wFlagsSigned,
  wDialectSemi,
  leak,
];

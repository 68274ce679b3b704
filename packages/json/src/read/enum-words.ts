// Names for an integer: `Red`, `Red Blue` (combined by or), or `Color.Red` where the field is no enum itself.
import { didYouMean } from '@fb/diagnostics';
import { BYTE, INT, LONG, SHORT } from '../plan/kind.js';
import type { EnumPlan, EnumScope, ValuePlan } from '../plan/plan.js';
import type { Cursor } from '../text/cursor.js';

/** The number that `text`, the cursor's last token, names. It may be out of range for a field that is no enum. */
export function enumWords(cursor: Cursor, enums: EnumScope, type: ValuePlan, text: string): bigint {
  let bits = 0n;
  // Exactly one space separates names, so that a second one is an empty name, which nothing has.
  for (const word of text.split(' ')) bits |= BigInt.asUintN(64, valueOf(cursor, enums, type, word));
  const { kind } = type;
  return kind === BYTE || kind === SHORT || kind === INT || kind === LONG ? BigInt.asIntN(64, bits) : bits;
}

function valueOf(cursor: Cursor, enums: EnumScope, type: ValuePlan, word: string): bigint {
  let plan: EnumPlan | null = type.enum;
  let name = word;
  const { tokenStart, tokenEnd } = cursor;
  if (plan === null) {
    const dot = word.indexOf('.');
    if (dot < 0)
      throw cursor.stop(
        'JSON-ENUM-QUALIFY',
        tokenStart,
        tokenEnd,
        { type: type.name, name: word },
        qualifyHint(enums),
      );
    plan = enums.globalEnum(word.slice(0, dot));
    if (plan === null) {
      const hint = didYouMean(word.slice(0, dot), enums.globalEnumNames());
      throw cursor.stop('JSON-ENUM-UNKNOWN', tokenStart, tokenEnd, { name: word.slice(0, dot) }, hint);
    }
    name = word.slice(dot + 1);
  }
  const entry = plan.byName.get(name);
  if (entry === undefined) {
    const hint = didYouMean(name, plan.byName.keys());
    throw cursor.stop(
      'JSON-ENUM-VALUE',
      tokenStart,
      tokenEnd,
      { enum: plan.name, name: JSON.stringify(name) },
      hint,
    );
  }
  return entry.value;
}

/** Only enums of the global namespace can be named where the field is none. */
function qualifyHint(enums: EnumScope): string {
  const [known] = enums.globalEnumNames();
  if (known === undefined) return 'write a number';
  return `write a number, or a value of an enum with its enum, in quotes, as in "${known}.Name"`;
}

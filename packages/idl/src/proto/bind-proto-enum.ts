// Enums of .proto files: their numbers, in ascending order and each once, as schemas have them.
import { parseInteger } from '../syntax/numbers.js';
import { messages } from '../messages.js';
import type { Report } from '../report.js';
import type { ProtoEnum, ProtoEnumValue, ProtoNamespace } from './model.js';
import type { ProtoEnumSyntax } from './syntax.js';

const MIN = -(2n ** 31n);
const MAX = 2n ** 31n - 1n;

/** The enum of a tree. */
export function bindProtoEnum(
  syntax: ProtoEnumSyntax,
  namespace: ProtoNamespace,
  imported: boolean,
  report: Report,
): ProtoEnum {
  const values = new Map<string, ProtoEnumValue>();
  let next = 0n;
  for (const { name, number, doc } of syntax.values) {
    const known = values.get(name.text);
    const value = number === null ? next : parseInteger(number.text);
    if (value === null || value < MIN || value > MAX) {
      const params = { value: number?.text ?? String(next), type: 'int' };
      report(messages.create('ENUM-RANGE', number?.span ?? name.span, params));
    } else if (known === undefined) {
      values.set(name.text, { name, number: value, doc });
      next = value + 1n;
    } else {
      const related = [{ message: 'first listed here', span: known.name.span }];
      report(messages.create('NAME-DUP-VALUE', name.span, { name: name.text }, { related }));
    }
  }
  const sorted = [...values.values()].toSorted(compareValues);
  checkSmallest(sorted, report);
  const unique = sorted.filter(({ number }, i) => sorted[i - 1]?.number !== number);
  return { kind: 'enum', name: syntax.name, namespace, doc: syntax.doc, values: unique, imported };
}

/** Other names of one number are left out, but not those of the smallest. */
function checkSmallest([smallest, second]: readonly ProtoEnumValue[], report: Report): void {
  if (smallest === undefined || smallest.number !== second?.number) return;
  const params = { name: second.name.text, other: smallest.name.text, value: smallest.number };
  const related = [{ message: 'the other one is here', span: smallest.name.span }];
  report(messages.create('ENUM-DUP', second.name.span, params, { related }));
}

function compareValues(a: ProtoEnumValue, b: ProtoEnumValue): number {
  if (a.number !== b.number) return a.number < b.number ? -1 : 1;
  return a.name.text < b.name.text ? -1 : 1;
}

// Numbers: decimal and hexadecimal, integers and floats. Whether the value fits is decided where its type is known.
import { isDigit, isHexDigit } from './characters.js';
import { Kind } from './token.js';

export interface ScannedNumber {
  readonly kind: typeof Kind.integer | typeof Kind.float | typeof Kind.badNumber;
  readonly end: number;
}

const POINT = 0x2e;
/** Added to a letter's code to ignore its case. */
const LOWER = 0x20;

/** Scans the number at `start`, which holds a sign, a digit, or a point before a digit. */
export function scanNumber(text: string, start: number): ScannedNumber {
  let at = start;
  const first = text.charCodeAt(at);
  if (first === 0x2b || first === 0x2d) at++;
  const hex = text.charCodeAt(at) === 0x30 && (text.charCodeAt(at + 1) | LOWER) === 0x78;
  if (hex) at += 2;
  const isPart = hex ? isHexDigit : isDigit;

  let points = 0;
  let digits = 0;
  for (; ; at++) {
    const c = text.charCodeAt(at);
    if (isPart(c)) digits++;
    else if (c === POINT && points < 2) points++;
    else break;
  }
  let good = digits > 0 && points < 2;
  let isFloat = points > 0;

  // A hexadecimal float needs its exponent; `e` is a digit there, so the letter is `p`.
  if (digits > 0 && (text.charCodeAt(at) | LOWER) === (hex ? 0x70 : 0x65)) {
    isFloat = true;
    at++;
    const sign = text.charCodeAt(at);
    if (sign === 0x2b || sign === 0x2d) at++;
    const exponent = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === exponent) good = false;
    if (text.charCodeAt(at) === POINT) {
      at++;
      good = false;
    }
  } else if (hex && isFloat) {
    good = false;
  }
  return { kind: good ? (isFloat ? Kind.float : Kind.integer) : Kind.badNumber, end: at };
}

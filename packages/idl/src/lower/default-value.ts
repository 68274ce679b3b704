// What the value after a field's equals sign means for its type.
import { didYouMean, type Span } from '@fb/diagnostics';
import {
  callConversion,
  conversionFunctions,
  integerRange,
  isFloat,
  isLong,
  type DefaultValue,
  type EnumDef,
  type IntegerName,
  type ScalarName,
  type Type,
} from '@fb/schema';
import type { FieldDraft } from '../bind/draft.js';
import { messages } from '../messages.js';
import { isPlainLiteral, stringValue } from '../syntax/scan-string.js';
import type { ValueSyntax } from '../syntax/syntax.js';
import { Kind } from '../syntax/token.js';
import type { LowerContext } from './context.js';
import { parseFloatText, parseInteger } from '../syntax/numbers.js';
import { nodeSpan, tokenSpan, tokenText } from './spans.js';

/** A default as the model keeps it. */
export interface LoweredDefault {
  /** `null` is the word `null`: no value. */
  readonly value: DefaultValue;
  /** In the reference compiler's normal form. */
  readonly text: string | null;
}

/** The default of a scalar or enum of which nothing is said. */
export function zeroOf(scalar: ScalarName): LoweredDefault {
  if (isFloat(scalar)) return { value: 0, text: '0.0' };
  return { value: isLong(scalar) ? 0n : 0, text: '0' };
}

/** The value of `syntax` for a field of this type; `null` if it is none, which is reported. */
export function lowerDefault(
  field: FieldDraft,
  type: Type,
  syntax: ValueSyntax,
  context: LowerContext,
): LoweredDefault | null {
  return new DefaultReader(field, type, syntax, context).read();
}

class DefaultReader {
  readonly #field: FieldDraft;
  readonly #type: Type;
  readonly #syntax: ValueSyntax;
  readonly #context: LowerContext;
  readonly #kind: number;
  /** The text of the token. */
  readonly #written: string;

  constructor(field: FieldDraft, type: Type, syntax: ValueSyntax, context: LowerContext) {
    const { unit } = field.object.scope;
    this.#field = field;
    this.#type = type;
    this.#syntax = syntax;
    this.#context = context;
    this.#kind = unit.syntax.tokens.kinds[syntax.token] ?? Kind.end;
    this.#written = tokenText(unit, syntax.token);
  }

  /** Where the value is. Made when it is needed, which is seldom. */
  get #span(): Span {
    const { unit } = this.#field.object.scope;
    const syntax = this.#syntax;
    return syntax.kind === 'missing' ? tokenSpan(unit, syntax.token) : nodeSpan(unit, syntax);
  }

  read(): LoweredDefault | null {
    const type = this.#type;
    const syntax = this.#syntax;
    if (this.#kind === Kind.badNumber || this.#kind === Kind.badString) return null;
    if (syntax.calls.length > 0) return this.#call();
    switch (type.kind) {
      case 'scalar':
        return this.#scalar(type.scalar, null);
      case 'enum':
        return this.#scalar(type.enum.underlying, type.enum);
      case 'string':
        if (this.#kind !== Kind.string) return this.#mismatch();
        return this.#stringDefault(this.#stringText());
      case 'vector':
        if (syntax.kind !== 'list') return this.#mismatch();
        if (syntax.hasItems) return this.#fail('VAL-VEC', {});
        return { value: [], text: '[]' };
      default:
        return this.#mismatch();
    }
  }

  #scalar(scalar: ScalarName, enumDef: EnumDef | null): LoweredDefault | null {
    if (this.#syntax.kind === 'word') return this.#word(scalar, enumDef, this.#signed());
    if (this.#kind === Kind.string) {
      const { source } = this.#field.object.scope.unit.syntax;
      const { start, end } = this.#span;
      if (!isPlainLiteral(source.text, start, end)) return this.#fail('VAL-ASCII', {});
      return this.#word(scalar, enumDef, this.#stringText());
    }
    if (this.#kind === Kind.integer)
      return isFloat(scalar) ? this.#float(this.#written) : this.#integer(scalar, this.#written);
    if (this.#kind === Kind.float && isFloat(scalar)) return this.#float(this.#written);
    return this.#mismatch();
  }

  /** A word, or a string that holds a word or a number. */
  #word(scalar: ScalarName, enumDef: EnumDef | null, text: string): LoweredDefault | null {
    if (scalar === 'bool' && (text === 'true' || text === 'false')) {
      return text === 'true' ? { value: 1, text: '1' } : { value: 0, text: '0' };
    }
    if (text === 'null') return { value: null, text: null };
    const trimmed = trimSpaces(text);
    if (isFloat(scalar)) return this.#float(trimmed);
    if (scalar !== 'bool' && /^[A-Za-z_]/.test(text)) {
      return enumDef === null ? this.#qualified(scalar, text) : this.#enumerators(scalar, enumDef, text);
    }
    return this.#integer(scalar, trimmed);
  }

  #integer(scalar: IntegerName | 'bool', text: string): LoweredDefault | null {
    const value = parseInteger(text);
    if (value === null) return this.#fail('VAL-NUM', { value: this.#shown(), type: scalar });
    return this.#inRange(scalar, value, text);
  }

  #inRange(scalar: IntegerName | 'bool', value: bigint, written: string): LoweredDefault | null {
    const { min, max } = integerRange(scalar);
    if (value < min || value > max)
      return this.#fail('VAL-RANGE', { value: written.slice(0, 60), type: scalar, min, max });
    return { value: isLong(scalar) ? value : Number(value), text: String(value) };
  }

  #float(text: string): LoweredDefault | null {
    const type = this.#typeName();
    if (this.#kind !== Kind.float && parseInteger(text) !== null) {
      if (/[xX]/.test(text)) return this.#fail('VAL-HEXFLOAT', { type });
      return { value: Number(text), text: `${text}.0` };
    }
    const value = parseFloatText(text);
    if (value === null) return this.#fail('VAL-NUM', { value: this.#shown(), type });
    return { value, text: Number.isNaN(value) ? 'nan' : text };
  }

  /** Names of an enum's values, separated by one blank each, OR-ed. */
  #enumerators(scalar: IntegerName, def: EnumDef, text: string): LoweredDefault | null {
    let value = 0n;
    const values = this.#context.valuesOf(def);
    for (const name of text.includes(' ') ? text.split(' ') : [text]) {
      const found = values.get(name);
      if (found === undefined) return this.#noValue(def, this.#syntax.dotted ? this.#shown() : name);
      value |= found;
    }
    return this.#inRange(scalar, value, text);
  }

  /** `Enum.Value` names, separated by one blank each, OR-ed. */
  #qualified(scalar: IntegerName, text: string): LoweredDefault | null {
    let value = 0n;
    for (const name of text.split(' ')) {
      const dot = name.indexOf('.');
      if (dot < 0) {
        const hint = 'write it as a string with the name of the enum: "Enum.Value"';
        return this.#fail('VAL-ENUM-QUAL', { value: this.#syntax.dotted ? this.#shown() : name }, hint);
      }
      const enumName = name.slice(0, dot);
      const def = this.#context.symbols.findEnum(enumName, this.#field.object.scope)?.def;
      if (def === undefined) return this.#fail('VAL-ENUM-UNKNOWN', { name: enumName });
      const found = this.#context.valuesOf(def).get(name.slice(dot + 1));
      if (found === undefined) return this.#noValue(def, name.slice(dot + 1));
      value |= found;
    }
    return this.#inRange(scalar, value, text);
  }

  #noValue(def: EnumDef, value: string): null {
    const last = value.slice(value.lastIndexOf('.') + 1);
    const values = this.#context.valuesOf(def);
    const isQualified = last !== value && values.has(last);
    const hint = isQualified ? `write "${last}" alone` : didYouMean(value, values.keys());
    return this.#fail('VAL-ENUM-VALUE', { enum: def.fullName, value }, hint);
  }

  /** Conversion functions, innermost first; each result is taken as the text that it prints as. */
  #call(): LoweredDefault | null {
    const { unit } = this.#field.object.scope;
    const type = this.#type;
    const calls = this.#syntax.calls.map((token) => tokenText(unit, token));
    if (type.kind !== 'scalar' || !isFloat(type.scalar)) {
      const hint = 'a word that touches a parenthesis is taken as a function: put a blank between them';
      return this.#fail('VAL-FN-TYPE', { name: calls[0] ?? '' }, hint);
    }
    const names = [...conversionFunctions()];
    const unknown = calls.find((name) => !names.includes(name));
    if (unknown !== undefined) return this.#fail('VAL-FN-NAME', { name: unknown });
    const argument = this.#scalar(type.scalar, null);
    if (argument === null || typeof argument.value !== 'number') return null;
    let result = { value: argument.value, text: argument.text ?? '' };
    for (const name of calls.toReversed()) {
      const text = callConversion(name, result.value) ?? '';
      result = { value: parseFloatText(text) ?? NaN, text };
    }
    return result;
  }

  /** The text `"0"` is how the reference compiler writes that there is no default. */
  #stringDefault(value: string): LoweredDefault {
    return value === '0' ? { value: null, text: null } : { value, text: value };
  }

  #mismatch(): null {
    const code = this.#kind === Kind.integer || this.#kind === Kind.string ? 'VAL-MISMATCH' : 'VAL-TOKEN';
    const found = this.#syntax.kind === 'missing' ? `"${this.#written}"` : this.#shown();
    return this.#fail(code, { found, type: this.#typeName() });
  }

  #signed(): string {
    const { sign } = this.#syntax;
    return sign < 0 ? this.#written : tokenText(this.#field.object.scope.unit, sign) + this.#written;
  }

  #stringText(): string {
    const { source } = this.#field.object.scope.unit.syntax;
    const { start, end } = this.#span;
    return stringValue(source.text, start, end);
  }

  /** The value as written, short enough for a message. */
  #shown(): string {
    const { source } = this.#field.object.scope.unit.syntax;
    const { start, end } = this.#span;
    return source.text.slice(start, Math.min(end, start + 60));
  }

  #typeName(): string {
    const { unit } = this.#field.object.scope;
    const { type } = this.#field.syntax;
    if (type === null) return 'this type';
    const span = nodeSpan(unit, type);
    return unit.syntax.source.text.slice(span.start, span.end);
  }

  #fail<C extends Parameters<typeof messages.create>[0]>(
    code: C,
    params: Parameters<typeof messages.create<C>>[2],
    hint: string | null = null,
  ): null {
    this.#context.report(messages.create(code, this.#span, params, { hint }));
    return null;
  }
}

/** Without spaces at either end. By loops: a regular expression takes the square of a long row of spaces inside. */
function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return text.slice(start, end);
}

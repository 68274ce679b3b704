// `Verify` of a table: that every field lies within the buffer. It takes any verifier, as the type of verifiers is not
// the same in all versions of the runtime.
import { block, type Code } from '@fb/codegen';
import type { TableField } from '@fb/schema';
import type { Context } from './context.js';
import { flex, fb, method } from './runtime.js';
import type { TableNames } from './table-reader.js';
import { isPlain, storedType, targetType } from './types.js';

/** What stands before every function that takes a verifier: `B` is there for users who name it. */
export const VERIFIER_TEMPLATE = 'template<bool B = false, typename V>';

/** The same of a definition whose declaration had the default. */
export const VERIFIER_TEMPLATE_AGAIN = 'template<bool B, typename V>';

/** The method. */
export function verifyMethod(context: Context, fields: readonly TableField[], names: TableNames): Code {
  const checks = [
    `${names.base('VerifyTableStart')}(verifier)`,
    ...fields.flatMap((field) => checksOf(context, field, names)),
    `verifier.${method('EndTable')}()`,
  ];
  return [
    VERIFIER_TEMPLATE,
    block(
      'bool Verify(V &verifier) const {',
      checks.map(
        (check, i) => `${i === 0 ? 'return ' : '       '}${check}${i < checks.length - 1 ? ' &&' : ';'}`,
      ),
      '}',
    ),
  ];
}

function checksOf(context: Context, field: TableField, names: TableNames): readonly string[] {
  const { type } = field;
  const slot = names.slot(field);
  if (isPlain(type) || type.kind === 'struct') {
    const stored = isPlain(type) ? storedType(type) : context.names.ref(type.struct);
    const verify = names.base(field.presence === 'required' ? 'VerifyFieldRequired' : 'VerifyField');
    return [`${verify}<${stored}>(verifier, ${slot}, ${field.inlineAlign})`];
  }
  const required = field.presence === 'required';
  const offset = field.offset64
    ? required
      ? 'VerifyOffset64Required'
      : 'VerifyOffset64'
    : required
      ? 'VerifyOffsetRequired'
      : 'VerifyOffset';
  return [`${names.base(offset)}(verifier, ${slot})`, ...targetChecks(context, field, names)];
}

function targetChecks(context: Context, field: TableField, names: TableNames): readonly string[] {
  const { type } = field;
  // A default is no part of the buffer: what is verified is what is there.
  const hasDefault = typeof field.default === 'string' || Array.isArray(field.default);
  const getter = names.base(field.offset64 ? 'GetPointer64' : 'GetPointer');
  const value = hasDefault
    ? `${getter}<const ${targetType(context, type)} *>(${names.slot(field)})`
    : `this->${names.of(field)}()`;
  switch (type.kind) {
    case 'string':
      return [`verifier.${method('VerifyString')}(${value})`];
    case 'table':
      return [`verifier.${method('VerifyTable')}(${value})`];
    case 'union': {
      const tag = `this->${names.of(field.tag ?? field)}()`;
      return [`${context.names.ref(type.union, 'verify')}(verifier, ${value}, ${tag})`];
    }
    case 'vector': {
      const checks = [`verifier.${method('VerifyVector')}(${value})`];
      const { element } = type;
      if (element.kind === 'string') checks.push(`verifier.${method('VerifyVectorOfStrings')}(${value})`);
      if (element.kind === 'table') checks.push(`verifier.${method('VerifyVectorOfTables')}(${value})`);
      if (element.kind === 'union') {
        const tags = `this->${names.of(field.tag ?? field)}()`;
        checks.push(`${context.names.ref(element.union, 'verifyVector')}(verifier, ${value}, ${tags})`);
      }
      if (field.nested !== null) {
        const root = context.names.ref(field.nested);
        checks.push(`verifier.template ${method('VerifyNestedFlatBuffer')}<${root}>(${value}, nullptr)`);
      }
      if (field.flexbuffer) checks.push(`${flex('VerifyNestedFlexBuffer')}(${value}, verifier)`);
      return checks;
    }
    default:
      return [];
  }
}

/** The parameters of a union's verification, and of that of a vector of unions. */
export function unionParameters(
  tag: string,
  tagElement: string,
): {
  readonly one: string;
  readonly many: string;
} {
  const offsets = `const ${fb('Vector')}<${fb('Offset')}<void>> *values`;
  return {
    one: `V &verifier, const void *obj, ${tag} type`,
    many: `V &verifier, ${offsets}, const ${fb('Vector')}<${tagElement}> *types`,
  };
}

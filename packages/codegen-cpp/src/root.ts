// Functions for whole buffers, beside the root type.
import { blank, type Code } from '@fb/codegen';
import type { TableDef } from '@fb/schema';
import type { Context } from './context.js';
import { braces, functionCode, quoted } from './language.js';
import { nativeTable } from './native.js';
import { fb, method } from './runtime.js';
import { builderType } from './types.js';
import { VERIFIER_TEMPLATE } from './verifier.js';

/** Everything about buffers whose root is `def`. */
export function rootCode(context: Context, def: TableDef): Code {
  const { schema, settings, names } = context;
  const name = names.local(def);
  const type = names.ref(def);
  const sized = context.wide ? `${type}, ${fb('uoffset64_t')}` : type;
  const identifier = schema.fileIdentifier === null ? null : `${name}Identifier()`;
  const readers = [
    braces(`inline const ${type} *Get${name}(const void *buf)`, `return ${fb('GetRoot')}<${type}>(buf);`),
    blank,
    braces(
      `inline const ${type} *GetSizePrefixed${name}(const void *buf)`,
      `return ${fb('GetSizePrefixedRoot')}<${sized}>(buf);`,
    ),
    settings.mutable
      ? [
          blank,
          braces(
            `inline ${type} *GetMutable${name}(void *buf)`,
            `return ${fb('GetMutableRoot')}<${type}>(buf);`,
          ),
          blank,
          braces(
            `inline ${type} *GetMutableSizePrefixed${name}(void *buf)`,
            `return ${fb('GetMutableSizePrefixedRoot')}<${sized}>(buf);`,
          ),
        ]
      : [],
  ];
  return [
    blank,
    readers,
    identifierCode(context, name, identifier),
    verifyCode(name, type, sized, identifier),
    schema.fileExtension === null
      ? []
      : [blank, braces(`inline const char *${name}Extension()`, `return ${quoted(schema.fileExtension)};`)],
    finishCode(context, name, type, identifier),
    settings.objectApi ? unpackCode(context, def, name) : [],
  ];
}

function identifierCode({ schema }: Context, name: string, identifier: string | null): Code {
  if (identifier === null || schema.fileIdentifier === null) return [];
  return [
    blank,
    braces(`inline const char *${identifier}`, `return ${quoted(schema.fileIdentifier)};`),
    blank,
    braces(
      `inline bool ${name}BufferHasIdentifier(const void *buf)`,
      `return ${fb('BufferHasIdentifier')}(buf, ${identifier});`,
    ),
    blank,
    braces(
      `inline bool SizePrefixed${name}BufferHasIdentifier(const void *buf)`,
      `return ${fb('BufferHasIdentifier')}(buf, ${identifier}, true);`,
    ),
  ];
}

function verifyCode(name: string, type: string, sized: string, identifier: string | null): Code {
  const argument = identifier ?? 'nullptr';
  return [
    blank,
    VERIFIER_TEMPLATE,
    braces(
      `inline bool Verify${name}Buffer(V &verifier)`,
      `return verifier.template ${method('VerifyBuffer')}<${type}>(${argument});`,
    ),
    blank,
    VERIFIER_TEMPLATE,
    braces(
      `inline bool VerifySizePrefixed${name}Buffer(V &verifier)`,
      `return verifier.template ${method('VerifySizePrefixedBuffer')}<${sized}>(${argument});`,
    ),
  ];
}

function finishCode(context: Context, name: string, type: string, identifier: string | null): Code {
  const parameters = [`${builderType(context)} &fbb`, `${fb('Offset')}<${type}> root`];
  const values = identifier === null ? 'root' : `root, ${identifier}`;
  return [
    blank,
    functionCode(`inline void Finish${name}Buffer`, parameters, `fbb.${method('Finish')}(${values});`),
    blank,
    functionCode(
      `inline void FinishSizePrefixed${name}Buffer`,
      parameters,
      `fbb.${method('FinishSizePrefixed')}(${values});`,
    ),
  ];
}

function unpackCode(context: Context, def: TableDef, name: string): Code {
  const { pointerType } = context.settings;
  const native = nativeTable(context, def);
  const naked = pointerType === 'naked';
  const result = naked ? `${native} *` : `${pointerType}<${native}> `;
  const parameters = ['const void *buf', `const ${fb('resolver_function_t')} *res = nullptr`];
  return ['', 'SizePrefixed'].map((prefix) => {
    const unpacked = `Get${prefix}${name}(buf)->UnPack(res)`;
    return [
      blank,
      functionCode(
        `inline ${result}UnPack${prefix}${name}`,
        parameters,
        `return ${naked ? unpacked : `${pointerType}<${native}>(${unpacked})`};`,
      ),
    ];
  });
}

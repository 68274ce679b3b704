// Members that every class has the same way: names, type tables, allocation.
import type { Code } from '@fb/codegen';
import type { StructDef, TableDef } from '@fb/schema';
import type { Context } from './context.js';
import { braces, quoted } from './language.js';
import { fb, macro } from './runtime.js';
import { attribute } from './types.js';

/** `GetFullyQualifiedName`, with `suffix` behind the name. */
export function nameFunction(context: Context, def: StructDef | TableDef, suffix: string): Code {
  if (!context.settings.nameStrings) return [];
  return braces(
    `static ${macro('CONSTEXPR_CPP11')} const char *GetFullyQualifiedName()`,
    `return ${quoted(`${[...def.namespace, suffix === '' ? def.name : suffix].join('.')}`)};`,
  );
}

/** `MiniReflectTypeTable`. */
export function typeTableMember(context: Context, def: StructDef | TableDef): Code {
  if (context.settings.reflect === 'none') return [];
  return braces(
    `static const ${fb('TypeTable')} *MiniReflectTypeTable()`,
    `return ${context.names.ref(def, 'typeTable')}();`,
  );
}

/** `operator new` and `delete` with the allocator of `native_custom_alloc`. */
export function allocators(def: StructDef | TableDef, type: string): Code {
  const allocator = attribute(def, 'native_custom_alloc');
  if (allocator === null) return [];
  return [
    braces(
      'void *operator new(std::size_t count)',
      `return ${allocator}<${type}>().allocate(count / sizeof(${type}));`,
    ),
    braces(
      'void operator delete(void *memory)',
      `return ${allocator}<${type}>().deallocate(static_cast<${type} *>(memory), 1);`,
    ),
  ];
}

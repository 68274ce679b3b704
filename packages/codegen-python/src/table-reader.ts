// Reading the fields of a table: what accessors look up in the vtable, and what they give when the field is absent.
import { code, paragraphs, Scope, type Code, type Fragment, type Piece } from '@fb/codegen';
import { inlineSize, type StructDef, type TableDef, type TableField, type VectorType } from '@fb/schema';
import type { Module } from './context.js';
import { arrayOf, classHint, localName, optional, scalarHint } from './hints.js';
import { BODY_WORDS, builtin, documented, functionCode, suite } from './language.js';
import type { FieldNames } from './members.js';
import { flagsOf, runtime, view } from './runtime.js';
import { defaultOf, readScalar, storedOf } from './scalar.js';

/** The methods of a field. */
export function tableAccessors(module: Module, def: TableDef, field: TableField): Code {
  const names = module.members(def).field(field);
  const { type } = field;
  const reader: Reader = { module, field, names };
  switch (type.kind) {
    case 'scalar':
    case 'enum': {
      const hint = scalarHint(type);
      const held = field.presence === 'optional' ? optional(hint) : hint;
      return method(reader, names.accessor, held, () => [
        code`return ${readScalar(type, HERE)} if o else ${defaultOf(field, type)}`,
      ]);
    }
    case 'string':
      return method(reader, names.accessor, optional(builtin('bytes')), () => [
        code`return ${view('String', HERE)} if o else None`,
      ]);
    case 'struct':
      return method(reader, names.accessor, optional(classHint(module, type.struct, 'type')), () =>
        target(reader, type.struct, HERE),
      );
    case 'table':
      return method(reader, names.accessor, optional(classHint(module, type.table, 'type')), () =>
        target(reader, type.table, view('Indirect', HERE)),
      );
    case 'union':
      return method(reader, names.accessor, optional(runtime('table.Table')), () => [
        suite('if not o:', 'return None'),
        code`obj = ${runtime('table.Table')}(${builtin('bytearray')}(), 0)`,
        view('Union', 'obj', 'o'),
        'return obj',
      ]);
    case 'vector':
      return vectorAccessors(reader, type);
    case 'array':
      return [];
  }
}

interface Reader {
  readonly module: Module;
  readonly field: TableField;
  readonly names: FieldNames;
}

/** Where the field is, once `o` is known. */
const HERE = code`${view('Pos')} + o`;

/** A method that begins with a look into the vtable. Documentation stands at the accessor itself. */
function method(
  { module, field, names }: Reader,
  name: string,
  result: Piece,
  body: () => Code,
  index?: 'j',
): Code {
  const parameters = [
    { name: 'self' },
    ...(index === undefined ? [] : [{ name: index, hint: builtin('int') }]),
  ];
  const written = functionCode(module.form, { name, parameters, result }, () => [
    code`o = ${view('Offset', field.vtableOffset)}`,
    body(),
  ]);
  return name === names.accessor ? documented(field.doc, written) : written;
}

/** The rest of a method that gives a new accessor for the struct or table at `position`. */
function target({ module }: Reader, def: TableDef | StructDef, position: Fragment): Code {
  const name = localName(
    module,
    def,
    'type',
    new Scope(module.names.reserved, [...BODY_WORDS, 'o', 'j', 'obj']),
  );
  return [
    suite('if not o:', 'return None'),
    name.setup,
    `obj = ${name.name}()`,
    code`obj.Init(${view('Bytes')}, ${position})`,
    'return obj',
  ];
}

function vectorAccessors(reader: Reader, type: VectorType): Code {
  const { names } = reader;
  const { element } = type;
  const isNumber = element.kind === 'scalar' || element.kind === 'enum';
  return paragraphs([
    elementAccessor(reader, type),
    !isNumber || reader.module.np === null
      ? []
      : method(reader, names.asNumpy, arrayOf(storedOf(element)), () => [
          code`return ${view('GetVectorAsNumpy', flagsOf(storedOf(element)), 'o')} if o else 0${ignored(reader)}`,
        ]),
    nestedRoot(reader),
    method(reader, names.length, builtin('int'), () => code`return ${view('VectorLen', 'o')} if o else 0`),
    method(reader, names.isNone, builtin('bool'), () => 'return o == 0'),
  ]);
}

function elementAccessor(reader: Reader, { element }: VectorType): Code {
  const { module, names } = reader;
  const at = code`${view('Vector', 'o')} + j * ${inlineSize(element)}`;
  switch (element.kind) {
    case 'scalar':
    case 'enum':
      return method(
        reader,
        names.accessor,
        scalarHint(element),
        () => code`return ${readScalar(element, at)} if o else ${storedOf(element) === 'bool' ? 'False' : 0}`,
        'j',
      );
    case 'string':
      return method(
        reader,
        names.accessor,
        builtin('bytes'),
        () => code`return ${view('String', at)} if o else ''${ignored(reader)}`,
        'j',
      );
    case 'struct':
    case 'table': {
      const def = element.kind === 'struct' ? element.struct : element.table;
      const position = element.kind === 'struct' ? at : view('Indirect', at);
      const hint = optional(classHint(module, def, 'type'));
      return method(reader, names.accessor, hint, () => target(reader, def, position), 'j');
    }
    case 'union':
      return [];
  }
}

function nestedRoot(reader: Reader): Code {
  const { module, field, names } = reader;
  const { nested } = field;
  if (nested?.kind !== 'table') return [];
  return method(reader, names.nestedRoot, optional(classHint(module, nested, 'type')), () => {
    const name = localName(module, nested, 'type', new Scope(module.names.reserved, [...BODY_WORDS, 'o']));
    return [
      suite('if not o:', code`return 0${ignored(reader)}`),
      name.setup,
      code`return ${name.name}.GetRootAs(${view('Bytes')}, ${view('Vector', 'o')})`,
    ];
  });
}

/** What an absent vector gives is not of the type of its elements: programs may know it, types better do not. */
function ignored({ module }: Reader): string {
  return module.form === 'typed' ? '  # type: ignore' : '';
}

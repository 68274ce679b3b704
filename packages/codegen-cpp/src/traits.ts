// Static reflection: `Traits` of a class, from C++17 on.
import { blank, block, type Code } from '@fb/codegen';
import type { StructDef, TableDef } from '@fb/schema';
import type { Context } from './context.js';
import { quoted, typeCode } from './language.js';
import type { AnyField } from './names.js';

/** `Traits`: declared in the class, defined after it. */
export function traitsOf(
  context: Context,
  def: StructDef | TableDef,
): { readonly declaration: Code; readonly definition: Code } {
  const { names, settings } = context;
  if (settings.standard !== 'c++17') return { declaration: [], definition: [] };
  const fields = reflected(def);
  const list = `static constexpr std::array<const char *, fields_number> field_names`;
  const reflection = [
    `static constexpr auto name = ${quoted(def.name)};`,
    `static constexpr auto fully_qualified_name = ${quoted(def.fullName)};`,
    `static constexpr size_t fields_number = ${fields.length};`,
    fields.length === 0
      ? `${list} = {};`
      : block(
          `${list} = {{`,
          fields.map((field, i) => `${quoted(names.field(def, field))}${i < fields.length - 1 ? ',' : ''}`),
          '}};',
        ),
    'template<size_t Index>',
    'using FieldType = decltype(std::declval<type>().template get_field<Index>());',
  ];
  return {
    declaration: 'struct Traits;',
    definition: [
      blank,
      typeCode(`struct ${names.local(def)}::Traits`, [
        `using type = ${names.ref(def)};`,
        def.kind === 'table' ? createOf(context, def) : [],
        settings.staticReflection ? reflection : [],
      ]),
    ],
  };
}

/** With the object API there are two functions of that name: this one takes the fields. */
function createOf({ names }: Context, def: TableDef): Code {
  return `static auto constexpr Create = ${names.ref(def, 'create')};`;
}

/** `get_field<Index>()`. */
export function structGetField(context: Context, def: StructDef | TableDef): Code {
  const { settings, names } = context;
  if (settings.standard !== 'c++17' || !settings.staticReflection) return [];
  const fields = reflected(def);
  const branches = fields.map(
    (field, i) =>
      `${i === 0 ? '' : 'else '}if constexpr (Index == ${i}) return this->${names.field(def, field)}();`,
  );
  const invalid = 'static_assert(Index != Index, "there is no such field");';
  return [
    'template<size_t Index>',
    block('auto get_field() const {', [branches, fields.length === 0 ? invalid : `else ${invalid}`], '}'),
  ];
}

function reflected(def: StructDef | TableDef): readonly AnyField[] {
  const fields: readonly AnyField[] = def.fields;
  return fields.filter((field) => field.kind === 'structField' || !field.deprecated);
}

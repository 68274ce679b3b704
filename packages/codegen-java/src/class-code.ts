// A top-level class: its documentation, annotations and modifiers around its body.
import { block, code, type Code, type Piece } from '@fb/codegen';
import type { Context } from './context.js';
import { documented, lang, quoted } from './language.js';
import type { TypeDef } from './names.js';
import { imported } from './runtime.js';

/** The class `declaration` of `def`. Definitions with the attribute `private` stay in their package. */
export function classCode(
  { settings }: Context,
  def: TypeDef,
  declaration: Piece,
  body: Code,
  doc: readonly string[] = def.doc,
): Code {
  const generated = settings.generatedAnnotation && (def.kind === 'table' || def.kind === 'struct');
  const visible = def.attributes.some(({ name }) => name === 'private') ? '' : 'public ';
  return documented(doc, [
    generated ? code`@${imported('javax.annotation', 'Generated')}(${quoted('flatc')})` : [],
    code`@${lang('SuppressWarnings')}("unused")`,
    block(code`${visible}${declaration} {`, body, '}'),
  ]);
}

// Completion of JSON from the schema's outline: fields of the object at the cursor, names of enums and union members.
import type { Completion, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { OutlineField, OutlineType, SchemaOutline } from '../worker/protocol.js';
import { contextAt, type JsonContext } from './json-context.js';

/** Longer texts are not scanned on every key. */
const LONGEST = 1_000_000;

/** A source of completions; `outlineNow` gives the outline when asked. */
export function jsonCompletion(outlineNow: () => SchemaOutline | null): CompletionSource {
  return (context): CompletionResult | null => {
    const outline = outlineNow();
    if (outline === null || context.state.doc.length > LONGEST) return null;
    const text = context.state.doc.toString();
    const found = contextAt(text, context.pos);
    const touches = found.from < context.pos;
    const quoted = /^["']/.test(text.slice(found.from, found.to));
    const before = text.slice(0, found.from).trimEnd();
    if (!touches && !context.explicit && !/[{,:]$/.test(before)) return null;
    const options = found.at === 'key' ? keyOptions(outline, found, text) : valueOptions(outline, found);
    if (options.length === 0) return null;
    const from = found.from + (quoted ? 1 : 0);
    return {
      from: Math.min(from, context.pos),
      to: context.pos,
      options: options.map(({ insert, ...option }) => ({
        ...option,
        apply: (view: EditorView) => {
          // The token may have grown since.
          const now = contextAt(view.state.doc.toString(), view.state.selection.main.head);
          const at = insert.indexOf(CURSOR);
          view.dispatch({
            changes: { from: now.from, to: now.to, insert: insert.replace(CURSOR, '') },
            selection: { anchor: now.from + (at < 0 ? insert.length : at) },
            userEvent: 'input.complete',
          });
        },
      })),
      validFor: /^[\w.]*$/,
    };
  };
}

interface Option extends Completion {
  /** The text that takes the token's place; {@link CURSOR} is where the cursor goes. */
  readonly insert: string;
}

const CURSOR = '\u{F0000}';

function keyOptions(outline: SchemaOutline, context: JsonContext, text: string): readonly Option[] {
  const type = objectAt(outline, context, context.steps.length);
  if (type === null) return [];
  const colon = /^\s*:/.test(text.slice(context.to));
  const taken = new Set(context.keys);
  return type.fields
    .filter(({ name }) => !taken.has(name))
    .map((field, index) => ({
      label: field.name,
      detail: field.type,
      type: 'property',
      // In the schema's order, what is deprecated at the end.
      boost: (field.deprecated ? -50 : 0) - Math.min(index, 40),
      info: [
        field.doc,
        field.required ? 'required' : '',
        field.default === null ? '' : `default ${field.default}`,
      ]
        .filter(Boolean)
        .join('\n'),
      insert: colon ? `"${field.name}"` : `"${field.name}": ${valueStart(outline, field)}`,
    }));
}

/** How a value of the field starts. */
function valueStart(outline: SchemaOutline, field: OutlineField): string {
  if (field.repeated) return `[${CURSOR}]`;
  if (field.scalar === 'string') return `"${CURSOR}"`;
  const target = typeOf(outline, field.target);
  if (target?.kind === 'table' || target?.kind === 'struct') return `{ ${CURSOR} }`;
  if (target?.kind === 'union' && field.scalar === null && !field.name.endsWith('_type'))
    return `{ ${CURSOR} }`;
  return CURSOR;
}

function valueOptions(outline: SchemaOutline, context: JsonContext): readonly Option[] {
  const field = fieldAt(outline, context);
  if (field === null) return [];
  if (field.scalar === 'bool')
    return ['true', 'false'].map((label) => ({ label, type: 'keyword', insert: label + CURSOR }));
  const target = typeOf(outline, field.target);
  if (target === null || target.values.length === 0) return [];
  if (target.kind === 'union' && !field.name.endsWith('_type')) return [];
  return target.values.map(({ name }, index) => ({
    label: name,
    type: 'enum',
    boost: -Math.min(index, 90),
    insert: `"${name}"${CURSOR}`,
  }));
}

/** The field that the value at the cursor belongs to, also where that is an element of it. */
function fieldAt(outline: SchemaOutline, context: JsonContext): OutlineField | null {
  const depth = context.steps.findLastIndex((step) => typeof step === 'string');
  const name = context.steps[depth];
  const owner = depth < 0 ? null : objectAt(outline, context, depth);
  return owner?.fields.find((field) => field.name === name) ?? null;
}

/** The table or struct of the object that `depth` steps lead to. */
function objectAt(outline: SchemaOutline, { steps, tags }: JsonContext, depth: number): OutlineType | null {
  let type = typeOf(outline, outline.root);
  for (let at = 0; at < depth; at++) {
    const step = steps[at];
    if (typeof step !== 'string') continue;
    const field = type?.fields.find(({ name }) => name === step);
    if (field === undefined) return null;
    const target = typeOf(outline, field.target);
    const tag = tags[at]?.get(`${step}_type`);
    type =
      target?.kind === 'union'
        ? typeOf(outline, target.values.find(({ name }) => name === tag)?.type ?? null)
        : target;
  }
  return type;
}

function typeOf(outline: SchemaOutline, fullName: string | null): OutlineType | null {
  return fullName === null ? null : (outline.types.find((type) => type.fullName === fullName) ?? null);
}

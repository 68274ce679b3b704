// What may come at the cursor of a schema: looks at the text before it, as half-written text has no tree worth asking.
// Names come from all files of the document, so that a type can be used before the schema compiles again.
import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import { ATTRIBUTES } from './attributes.js';
import { declarationsIn, type Declaration } from './declarations.js';
import { DECLARATIONS, SCALARS } from './fbs-words.js';
import type { SchemaFile } from '../worker/protocol.js';

/** How much of the text before the cursor is looked at. */
const LOOK_BACK = 20_000;

/** A source of completions; `files` gives the document's files when asked, `path` is the edited one. */
export function fbsCompletion(path: string, files: () => readonly SchemaFile[]): CompletionSource {
  return (context) => {
    const before = context.state.sliceDoc(Math.max(0, context.pos - LOOK_BACK), context.pos);
    if (isInComment(before)) return null;
    const word = context.matchBefore(/[\w.]*/);
    const options = optionsAt(before, path, files());
    if (options === null || word === null) return null;
    // Names pop up as one types; behind a colon or a bracket they come at once.
    if (word.from === word.to && !context.explicit && !/[:[("]\s?$/.test(before)) return null;
    return result(context, word.from, options);
  };
}

function result(context: CompletionContext, from: number, options: readonly Completion[]): CompletionResult {
  return { from, to: context.pos, options, validFor: /^[\w.]*$/ };
}

function optionsAt(before: string, path: string, files: readonly SchemaFile[]): readonly Completion[] | null {
  const text = before.replace(/[\w.]*$/, '');
  if (/\binclude\s+"$/.test(text))
    return files.filter((file) => file.path !== path).map((file) => ({ label: file.path, type: 'text' }));
  if (insideString(text)) return null;
  const declared = (): readonly Declaration[] => files.flatMap((file) => declarationsIn(file.text));
  if (/\broot_type\s+$/.test(text)) return typesOf(declared(), ['table']);
  if (/\([^(){};]*$/.test(text)) return attributesIn(text, files);
  if (/\b(?:enum|union)\s+\w+\s*:\s*$/.test(text))
    return SCALARS.slice(1).map((label) => ({ label, type: 'type' }));
  if (/:\s*\[?\s*$/.test(text))
    return [
      ...SCALARS.map((label): Completion => ({ label, type: 'type', boost: -1 })),
      { label: 'string', type: 'type' },
      ...typesOf(declared(), ['table', 'struct', 'enum', 'union']),
    ];
  const value = /:\s*([\w.]+)\s*=\s*$/.exec(text);
  if (value !== null) return valuesOf(declared(), value[1] ?? '');
  if (/\bunion\s+\w+[^{}]*\{[^{}]*$/.test(text)) return typesOf(declared(), ['table', 'struct']);
  if (isTopLevel(text) && /(?:^|[;}\n])\s*$/.test(text))
    return DECLARATIONS.map((label) => ({ label, type: 'keyword' }));
  return null;
}

function attributesIn(text: string, files: readonly SchemaFile[]): readonly Completion[] | null {
  if (/\bhash\s*:\s*$/.test(text)) return null;
  const own = files.flatMap((file) => [...file.text.matchAll(/\battribute\s+"?(\w+)"?\s*;/g)]);
  return [
    ...ATTRIBUTES.map(({ name, value, about }) => ({
      label: name,
      type: 'property',
      info: about,
      apply: name + value,
      boost: name.startsWith('native') || name.startsWith('cpp') ? -1 : 0,
    })),
    ...own.map((match): Completion => ({ label: match[1] ?? '', type: 'property' })),
  ];
}

function typesOf(
  declared: readonly Declaration[],
  kinds: readonly Declaration['kind'][],
): readonly Completion[] {
  return declared
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ name, kind }) => ({ label: name, type: 'class', detail: kind }));
}

function valuesOf(declared: readonly Declaration[], type: string): readonly Completion[] {
  const found = declared.find(({ name, kind }) => kind === 'enum' && name === type.replace(/^.*\./, ''));
  return [
    ...(type === 'bool' ? ['true', 'false'] : (found?.values ?? [])).map((label) => ({
      label,
      type: 'enum',
    })),
    { label: 'null', type: 'keyword', info: 'Optional: absent has no value', boost: -1 },
  ];
}

function isTopLevel(text: string): boolean {
  const plain = text.replace(/\/\/.*|"(?:[^"\\\n]|\\.)*"/g, '');
  return plain.split('{').length <= plain.split('}').length;
}

function insideString(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return (line.replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 1;
}

function isInComment(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return (
    /(?:^|[^"])\/\//.test(line.replace(/"(?:[^"\\]|\\.)*"/g, '')) ||
    text.lastIndexOf('/*') > text.lastIndexOf('*/')
  );
}

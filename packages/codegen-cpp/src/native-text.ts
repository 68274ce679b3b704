// Attributes and options hold pieces of C++ that go into the code as they are: each must be one piece, so that a schema
// cannot say more than a type or a value with it.
import { generatorMessages } from '@fb/codegen';
import type { Diagnostic, Span } from '@fb/diagnostics';
import type { Schema } from '@fb/schema';
import type { Settings } from './options.js';

const ATTRIBUTES: ReadonlySet<string> = new Set([
  'cpp_ptr_type',
  'cpp_ptr_type_get',
  'cpp_str_type',
  'cpp_type',
  'native_custom_alloc',
  'native_default',
  'native_type',
  'native_type_pack_name',
]);

/** An error for each text that is no single piece of code, or no name of a file. */
export function checkTexts(schema: Schema, settings: Settings): readonly Diagnostic[] {
  return [...textsOf(schema, settings)]
    .filter(
      ({ text, kind }) => !(kind === 'code' ? isPiece(text) : kind === 'path' ? isPath(text) : isAffix(text)),
    )
    .map(({ text, span }) => generatorMessages.create('GEN-NAME', span, { name: JSON.stringify(text) }));
}

interface Text {
  readonly text: string;
  readonly kind: 'code' | 'path' | 'affix';
  readonly span: Span | null;
}

function* textsOf(schema: Schema, settings: Settings): Generator<Text> {
  for (const def of schema.objects) {
    for (const { attributes, span } of [def, ...def.fields]) {
      for (const { name, value } of attributes)
        if (value !== null && ATTRIBUTES.has(name)) yield { text: value, kind: 'code', span };
    }
  }
  for (const text of [settings.pointerType, settings.stringType]) yield { text, kind: 'code', span: null };
  for (const text of [settings.objectPrefix, settings.objectSuffix])
    yield { text, kind: 'affix', span: null };
  const { includes, includePrefix, filenameSuffix, filenameExtension } = settings;
  const { grpcFilenameSuffix, grpcHeaders, grpcSearchPath } = settings;
  const paths = [...includes, includePrefix, filenameSuffix, filenameExtension, schema.mainFile.path];
  for (const text of [...paths, grpcFilenameSuffix, ...grpcHeaders, grpcSearchPath])
    yield { text, kind: 'path', span: null };
  for (const { includes: files, nativeIncludes = [] } of schema.files)
    for (const text of [...files, ...nativeIncludes]) yield { text, kind: 'path', span: null };
}

function isAffix(text: string): boolean {
  return /^\w*$/.test(text);
}

/** What can stand between quotes after `#include`. */
function isPath(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/["\u0000-\u001f\u007f\u2028\u2029]|\\$|\?\?\/$/.test(text);
}

/** One line, no statement's end, no comment, no directive, quotes in pairs, brackets that fit. */
function isPiece(text: string): boolean {
  if (text === '' || !/^[\x20-\x7e]+$/.test(text) || /[;#\\]|\/\/|\/\*|\?\?/.test(text)) return false;
  const bare = text.replace(/"[^"]*"|'[^']*'/g, '0');
  if (/["']/.test(bare)) return false;
  const open: string[] = [];
  for (const char of bare) {
    const close = { '(': ')', '[': ']', '{': '}' }[char];
    if (close !== undefined) open.push(close);
    else if (')]}'.includes(char) && open.pop() !== char) return false;
  }
  return open.length === 0;
}

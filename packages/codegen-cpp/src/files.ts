// Which files there are: a header, a source file, and a header of the binary schema.
import { blank, render, visible, type Code, type GeneratedFile } from '@fb/codegen';
import { binarySchemaCode } from './binary-schema.js';
import type { Context } from './context.js';
import { grpcFiles } from './grpc.js';
import { codeOf } from './header.js';
import { dialectOf } from './language.js';
import { includeText, sourceCode, versionCheck } from './source.js';

/** All files of a schema. */
export function filesOf(context: Context): readonly GeneratedFile[] {
  const { schema, settings } = context;
  const { filenameSuffix: suffix, filenameExtension: extension } = settings;
  const stem = stemOf(schema.mainFile.path);
  const embedded = settings.binarySchema === null ? null : `${stem}_bfbs${suffix}`;
  const { header, source } = codeOf(context);
  const files = [
    file(context, `${stem}${suffix}`, extension, [
      guarded(context, stem, '', [
        settings.nullable ? '#pragma clang system_header' : [],
        includes(context, embedded === null ? null : `${embedded}.${extension}`),
        blank,
        versionCheck(context),
        blank,
        header,
      ]),
    ]),
  ];
  if (settings.source !== 'none')
    files.push(
      file(context, `${stem}${suffix}`, 'cpp', sourceCode(context, `${stem}${suffix}.${extension}`, source)),
    );
  if (embedded !== null && settings.binarySchema !== null) {
    const code = schema.root === null ? [] : binarySchemaCode(context, schema.root, settings.binarySchema);
    files.push(file(context, embedded, extension, guarded(context, stem, '_BFBS', code)));
  }
  return [...files, ...grpcFiles(context, stem, `${stem}${suffix}.${extension}`)];
}

function file({ schema }: Context, path: string, extension: string, body: Code): GeneratedFile {
  const from = visible(schema.mainFile.path.split(/[/\\]/).at(-1) ?? '');
  // A name may end in a backslash, which would draw the next line into the comment.
  const head = [`// Code generated from ${from}: do not edit, change the schema instead.`, ''];
  return render({ path, head, body, declared: new Set() }, dialectOf(extension));
}

/** The base name without its extension. */
export function stemOf(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
}

/** The guard has the namespace in its name, as schemas of one name may be in several folders. */
function guarded(context: Context, stem: string, kind: string, code: Code): Code {
  const { tables, structs, enums } = context;
  const last = tables.at(-1) ?? structs.at(-1) ?? enums.at(-1);
  const words = [
    stem.replace(/[^A-Za-z0-9]/g, ''),
    ...(last === undefined ? [] : context.names.namespace(last)),
  ];
  const name = `FLATBUFFERS_GENERATED_${words.join('_').toUpperCase()}${kind}_H_`;
  return [`#ifndef ${name}`, `#define ${name}`, blank, code, blank, `#endif  // ${name}`];
}

function includes(context: Context, embedded: string | null): Code {
  const { schema, settings } = context;
  const { mainFile } = schema;
  const hasFlex = context.tables.some(({ fields }) => fields.some(({ flexbuffer }) => flexbuffer));
  const native = settings.objectApi ? schema.files.flatMap((each) => each.nativeIncludes ?? []) : [];
  const names =
    settings.keepPrefix && mainFile.includeNames !== undefined ? mainFile.includeNames : mainFile.includes;
  const generated =
    settings.noIncludes || settings.generateAll
      ? []
      : names.map((path) => {
          const folder = settings.keepPrefix ? path.slice(0, path.length - baseOf(path).length) : '';
          return `${settings.includePrefix}${folder}${stemOf(path)}${settings.filenameSuffix}.${settings.filenameExtension}`;
        });
  const user = [...new Set(native), ...new Set(generated), ...settings.includes];
  return [
    settings.standard === 'c++17' && settings.staticReflection ? '#include <array>' : [],
    '#include "flatbuffers/flatbuffers.h"',
    hasFlex ? ['#include "flatbuffers/flexbuffers.h"', '#include "flatbuffers/flex_flat_util.h"'] : [],
    user.length > 0 ? blank : [],
    user.map((path) => `#include ${path.startsWith('<') ? path : includeText(path)}`),
    embedded === null ? [] : [blank, `#include ${includeText(embedded)}`],
  ];
}

function baseOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}

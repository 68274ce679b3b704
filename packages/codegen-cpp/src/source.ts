// The translation unit beside a header: checks at compile time that what the compiler made of it is what the format
// says, and the bodies of functions if they are wanted here.
import { blank, type Code } from '@fb/codegen';
import type { Context } from './context.js';
import { quoted } from './language.js';

/** Its lines after the comment at the top. */
export function sourceCode(context: Context, header: string, bodies: Code): Code {
  const { names } = context;
  const checks = context.structs.map((def) => {
    const type = names.ref(def);
    return [
      `static_assert(sizeof(${type}) == ${def.size}, ${quoted(`the size of ${def.fullName} is not that of the format`)});`,
      `static_assert(alignof(${type}) == ${def.align}, ${quoted(`the alignment of ${def.fullName} is not that of the format`)});`,
    ];
  });
  return [`#include ${includeText(header)}`, blank, versionCheck(context), blank, checks, blank, bodies];
}

/** The oldest runtime that has all that generated code uses: 64-bit offsets came with 23.5.9. */
export function versionCheck({ wide }: Context): Code {
  const [major, minor, revision] = wide ? [23, 5, 9] : [2, 0, 8];
  const version = `${major}.${minor}.${revision}`;
  const prefix = 'FLATBUFFERS_VERSION_';
  return [
    `static_assert(${prefix}MAJOR > ${major} ||`,
    `                  (${prefix}MAJOR == ${major} && (${prefix}MINOR > ${minor} ||`,
    `                                                  (${prefix}MINOR == ${minor} && ${prefix}REVISION >= ${revision}))),`,
    `              "this code needs FlatBuffers ${version} or later");`,
  ];
}

/** A file name between quotes; it has been checked to hold none. */
export function includeText(path: string): string {
  return `"${path}"`;
}

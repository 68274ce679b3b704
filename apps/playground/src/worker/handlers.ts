// One handler for each request of the protocol. Each is a function of its request; what is remembered between requests
// (compiled schemas, inspections) is only there for speed.
import { compareSchemas } from '@fb/schema';
import { readBfbs } from '@fb/schema/bfbs';
import { format, printSchema } from '@fb/idl';
import { parseFlexJson, parseJson } from '@fb/json';
import { archive } from './archive.js';
import { compile } from './compile.js';
import { decode } from './decode.js';
import { flexFacts } from './flex-facts.js';
import { flexSizes } from './flex-sizes.js';
import { generate } from './generate.js';
import { inspect, inspectFlex, regions, regionsOfPath } from './inspections.js';
import { oldBytes } from './old-bytes.js';
import { outlineOf } from './outline.js';
import { problemOf, problemsOf } from './problems.js';
import type { Api, Name, RequestOf, ResponseOf } from './protocol.js';

/** Bytes as they cross to the page: of a buffer of their own, however they lay before. */
function own(bytes: Uint8Array | null): Uint8Array<ArrayBuffer> | null {
  return bytes === null ? null : new Uint8Array(bytes);
}

export const handlers: {
  readonly [N in Name]: (request: RequestOf<N>) => ResponseOf<N> | Promise<ResponseOf<N>>;
} = {
  compile(input) {
    const { schema, diagnostics } = compile(input);
    return { problems: problemsOf(diagnostics), outline: schema === null ? null : outlineOf(schema) };
  },
  format({ path, text }) {
    const result = format(text, { path });
    return { text: result.text, problems: problemsOf(result.diagnostics) };
  },
  encode({ schema: input, json, sizePrefixed }) {
    const { schema } = compile(input);
    if (schema === null) return { bytes: null, problems: [] };
    const { bytes, diagnostics } = parseJson(schema, json, { path: 'JSON', sizePrefixed });
    return { bytes: own(bytes), problems: problemsOf(diagnostics) };
  },
  decode,
  inspect,
  inspectFlex,
  regions,
  regionsOfPath,
  generate,
  archive,
  compare({ base, next }): Api['compare']['response'] {
    const before = compile(base);
    const after = compile(next);
    const findings =
      before.schema === null || after.schema === null ? null : compareSchemas(before.schema, after.schema);
    return {
      baseProblems: problemsOf(before.diagnostics),
      findings:
        findings?.map((finding) => ({
          ...problemOf(finding),
          breaks: finding.breaks,
          subject: finding.subject,
        })) ?? null,
    };
  },
  encodeFlex({ json }) {
    const { bytes, diagnostics } = parseFlexJson(json, { path: 'FlexBuffer JSON' });
    return { bytes: own(bytes), problems: problemsOf(diagnostics) };
  },
  flexFacts,
  flexSizes,
  oldBytes,
  printBinarySchema({ bytes }) {
    const { schema, error } = readBfbs(bytes);
    return schema === null ? { message: error.message } : { text: printSchema(schema) };
  },
};

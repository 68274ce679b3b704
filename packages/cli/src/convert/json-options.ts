// The options of flatc that change how JSON is read and printed, for a stream of it.
import type { ParseJsonOptions, PrintJsonOptions } from '@fb/json';
import type { GivenOptions } from '../subcommands/subcommand.js';

/** How lines are read. */
export function parseOptions(given: GivenOptions): ParseJsonOptions {
  return {
    strict: given.has('strict-json'),
    unknownFields: given.has('unknown-json'),
    allowNonUtf8: given.has('allow-non-utf8'),
    nestedBytes: given.has('json-nested-bytes'),
    base64: given.has('json-base64'),
    forceDefaults: given.has('force-defaults'),
  };
}

/** How lines are printed: keys in quotes, and floats so that the buffers can be made again. */
export function printOptions(given: GivenOptions): PrintJsonOptions {
  const select = given.text('json-select');
  return {
    naturalUtf8: given.has('natural-utf8'),
    defaults: given.has('defaults-json'),
    allowNonUtf8: given.has('allow-non-utf8'),
    precise: true,
    longStrings: given.has('json-long-strings'),
    base64: given.has('json-base64'),
    ...(select === null ? {} : { select }),
  };
}

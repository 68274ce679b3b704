// --grpc for languages whose services cannot be written yet. Only schemas that have services are refused: build scripts
// give the option for all of theirs.
import type { Diagnostic } from '@fb/diagnostics';
import { unsupportedOption } from './arguments.js';
import type { SchemaInput } from './input.js';
import type { Settings } from './settings.js';

/** Why the services of a schema cannot be written; empty if it has none, or they can. */
export function missingServices(
  { schema, binary }: SchemaInput,
  { generators, generateAll }: Readonly<Settings>,
): readonly Diagnostic[] {
  const stubless = generators.find((name) => name === 'cpp' || name === 'java');
  if (stubless === undefined) return [];
  const own = schema.services.find(({ file }) => binary || generateAll || file.path === schema.mainFile.path);
  if (own === undefined) return [];
  const language = { cpp: 'C++', java: 'Java' }[stubless];
  return [unsupportedOption('--grpc', `generating gRPC stubs in ${language}, which ${own.fullName} needs,`)];
}

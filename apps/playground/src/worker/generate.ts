// Schema to code. Generators are loaded when they are first asked for.
import type { Generator } from '@fb/codegen';
import { compile } from './compile.js';
import { problemsOf } from './problems.js';
import type { GenerateResult, GeneratorId, RequestOf } from './protocol.js';

/** Options come from the page's own table of switches, which names those of each generator. */
type AnyGenerator = Generator<Readonly<Record<string, boolean | string>>>;

const LOADERS: Readonly<Record<GeneratorId, () => Promise<unknown>>> = {
  typescript: async () => (await import('@fb/codegen-typescript')).typescriptGenerator,
  cpp: async () => (await import('@fb/codegen-cpp')).cppGenerator,
  python: async () => (await import('@fb/codegen-python')).pythonGenerator,
  java: async () => (await import('@fb/codegen-java')).javaGenerator,
  jsonschema: async () => (await import('@fb/codegen-jsonschema')).jsonSchemaGenerator,
};

export async function generate({
  schema: input,
  generator: id,
  options,
}: RequestOf<'generate'>): Promise<GenerateResult> {
  const { schema } = compile(input);
  if (schema === null) return { files: [], problems: [] };
  const generator = (await LOADERS[id]()) as AnyGenerator;
  const { files, diagnostics } = generator.generate(schema, options);
  return {
    files: files.map(({ path, content }) => ({ path, content })),
    problems: problemsOf(diagnostics),
  };
}

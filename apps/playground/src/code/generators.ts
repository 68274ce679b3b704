// The generators of the playground: names, the options worth showing, and what the code is called.
import type { GeneratorId, GeneratorOptions } from '../worker/protocol.js';

/** An option as a control; `name` is that of the generator's own options. */
export type Option =
  | { readonly name: string; readonly label: string; readonly kind: 'switch'; readonly initial: boolean }
  | {
      readonly name: string;
      readonly label: string;
      readonly kind: 'choice';
      readonly initial: string;
      readonly choices: readonly (readonly [value: string, label: string])[];
    }
  | { readonly name: string; readonly label: string; readonly kind: 'text'; readonly initial: string };

export interface GeneratorInfo {
  readonly id: GeneratorId;
  readonly title: string;
  readonly options: readonly Option[];
}

const on = (name: string, label: string, initial = false): Option => ({
  name,
  label,
  kind: 'switch',
  initial,
});
const text = (name: string, label: string, initial: string): Option => ({
  name,
  label,
  kind: 'text',
  initial,
});
const choice = (
  name: string,
  label: string,
  ...choices: readonly [readonly [string, string], ...(readonly (readonly [string, string])[])]
): Option => ({ name, label, kind: 'choice', initial: choices[0][0], choices });

const objectApi = on('objectApi', 'Object API');
const objectNames = [text('objectPrefix', 'Object prefix', ''), text('objectSuffix', 'Object suffix', 'T')];
const mutable = on('mutable', 'Mutation');
const generateAll = on('generateAll', 'Included types too');
const nameStrings = on('nameStrings', 'Type names');

export const GENERATORS: readonly GeneratorInfo[] = [
  {
    id: 'typescript',
    title: 'TypeScript',
    options: [
      on('functions', 'Plain objects', true),
      on('classes', 'Classes', true),
      objectApi,
      mutable,
      on('oneFile', 'One file'),
      generateAll,
      on('flatAccessors', 'Function for each field'),
      on('modern', 'Layouts and verifiers', true),
      on('preserveCase', "Keep the schema's names"),
      on('undefinedForOptionals', 'undefined for what is absent'),
      nameStrings,
      on('omitEntrypoint', 'No entry points'),
      on('grpc', 'gRPC'),
      choice('enums', 'Enums', ['enum', 'enum'], ['const', 'const objects']),
      choice('importExtension', 'Imports', ['js', '.js'], ['ts', '.ts'], ['none', 'no extension']),
      text('runtimeModule', 'Runtime', '@fb/flatbuffers'),
      ...objectNames,
    ],
  },
  {
    id: 'cpp',
    title: 'C++',
    options: [
      objectApi,
      mutable,
      on('compare', 'Comparison'),
      on('scopedEnums', 'enum class'),
      on('noPrefix', 'No enum prefixes'),
      nameStrings,
      on('staticReflection', 'Static reflection'),
      on('nullable', 'Nullable marks'),
      generateAll,
      choice('standard', 'Standard', ['c++11', 'C++11'], ['c++0x', 'C++0x'], ['c++17', 'C++17']),
      choice('reflect', 'Type tables', ['none', 'none'], ['types', 'types'], ['names', 'types and names']),
      choice('source', 'Source file', ['stub', 'checks'], ['full', 'function bodies'], ['none', 'none']),
      choice(
        'fieldCase',
        'Field names',
        ['unchanged', 'unchanged'],
        ['upper', 'UpperCamel'],
        ['lower', 'lowerCamel'],
      ),
      ...objectNames,
    ],
  },
  {
    id: 'python',
    title: 'Python',
    options: [
      on('typing', 'Type annotations'),
      objectApi,
      on('oneFile', 'One file'),
      on('compare', 'Comparison'),
      on('decodeStrings', 'Decode strings'),
      on('numpy', 'NumPy', true),
      on('shortNames', 'Short builder names'),
      generateAll,
      on('grpc', 'gRPC'),
      ...objectNames,
    ],
  },
  {
    id: 'java',
    title: 'Java',
    options: [
      objectApi,
      mutable,
      on('nullable', '@Nullable'),
      on('vtableConstants', 'Vtable constants'),
      on('generatedAnnotation', '@Generated'),
      generateAll,
      text('packagePrefix', 'Package prefix', ''),
      ...objectNames,
    ],
  },
  { id: 'jsonschema', title: 'JSON Schema', options: [] },
];

/** The options that differ from the initial ones: those that generators need to be told of, and links to hold. */
export function changedOptions({ options }: GeneratorInfo, chosen: GeneratorOptions): GeneratorOptions {
  const known = new Map(options.map(({ name, initial }) => [name, initial] as const));
  return Object.fromEntries(
    Object.entries(chosen).filter(
      ([name, value]) => typeof value === typeof known.get(name) && value !== known.get(name),
    ),
  );
}

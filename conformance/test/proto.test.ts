// Imports of .proto files against the reference compiler: the same text, or both refuse.
import assert from 'node:assert/strict';
import { importProto, type Host, type ImportProtoOptions } from '@fb/idl';
import { runVectors, vectorBytes, vectorJson, vectorText } from '../src/vectors.js';

interface Vector {
  readonly file: string;
  readonly flags: readonly string[];
  readonly expect: 'ok' | 'error';
  readonly output?: string;
}

const host: Host = {
  readFile(path) {
    try {
      return vectorBytes(`proto/${path}`);
    } catch {
      return null;
    }
  },
};

runVectors(
  'proto',
  vectorJson<readonly Vector[]>('proto/index.json'),
  ({ file, flags }) => [...flags, file].join(' '),
  (vector) => {
    const { text } = importProto(vector.file, host, optionsOf(vector.flags));
    assert.equal(text === null, vector.expect === 'error');
    if (vector.output !== undefined) assert.equal(text, vectorText(`proto/${vector.output}`));
  },
);

function optionsOf(flags: readonly string[]): ImportProtoOptions {
  const valueOf = (flag: string): string | undefined =>
    flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined;
  const gap = valueOf('--proto-id-gap');
  return {
    oneofUnions: flags.includes('--oneof-union'),
    keepIds: flags.includes('--keep-proto-id'),
    inlineImports: flags.includes('--gen-all'),
    namespaceSuffix: valueOf('--proto-namespace-suffix') ?? '',
    idGap: gap === 'error' ? 'error' : gap === 'nop' ? 'ignore' : 'warn',
  };
}

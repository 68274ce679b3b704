import { describe, expect, it } from 'vitest';
import { flatc, temporaryFolder, textOf } from './temporary-folder.js';

const files = {
  'sub/farm.proto': `import "lib/hay.proto";
package farm;
message Oat {}
message Cow { oneof food { Hay hay = 3; Oat oat = 4; } int32 age = 7; string name = 2; }
`,
  'sub/lib/hay.proto': 'message Hay { int32 kg = 1; }',
};

describe('--proto', () => {
  it('writes NAME.fbs, with a warning and a reminder', async () => {
    const folder = temporaryFolder(files);
    const { status, stdout, stderr, created } = await flatc(folder, [
      '--proto',
      '-o',
      'out',
      'sub/farm.proto',
    ]);
    expect({ status, stdout, created }).toEqual({ status: 0, stdout: '', created: ['out/farm.fbs'] });
    expect(stderr).toMatch(/^warning W-CLI-PROTO: [^]*warning W-PROTO-ID-GAP: [^]*--conform\.\n$/);
    const text = textOf(folder, 'out/farm.fbs');
    expect(text).toMatch(/^\/\/ Generated from farm\.proto\n\ninclude "hay\.fbs";\n\nnamespace farm;\n/);
  });

  it.each<[string, RegExp]>([
    ['--oneof-union', /union FoodUnion \{\n {2}Hay,\n {2}farm\.Oat,\n\}/],
    [
      '--keep-proto-id',
      /food:farm\.Cow_\.Anonymous0 \(id: 0\);\n {2}age:int \(id: 2\);\n {2}name:string \(id: 1\);/,
    ],
    ['--proto-namespace-suffix gen', /^namespace farm\.gen\.Cow_;$/m],
    ['--keep-prefix', /^include "lib\/hay\.fbs";$/m],
    ['--no-includes', /namespace ;\n\ntable Hay \{/],
    ['--gen-all', /namespace ;\n\ntable Hay \{/],
  ])('%s', async (options, expected) => {
    const folder = temporaryFolder(files);
    const args = ['--proto', '--proto-id-gap', 'nop', ...options.split(' '), 'sub/farm.proto'];
    expect((await flatc(folder, args)).status).toBe(0);
    expect(textOf(folder, 'farm.fbs')).toMatch(expected);
    await flatc(folder, ['--proto', '-o', 'plain', 'sub/farm.proto']);
    expect(textOf(folder, 'plain/farm.fbs')).not.toMatch(expected);
  });

  it.each<[string, string]>([
    ['--proto --proto-id-gap error sub/farm.proto', 'PROTO-ID-GAP'],
    ['--proto --warnings-as-errors sub/farm.proto', 'WERROR'],
    ['--proto ghost.proto', 'FILE-READ'],
    ['--proto -M sub/farm.proto', 'CLI-NO-RULE'],
    ['--proto --ts sub/farm.proto', 'CLI-PROTO-ALONE'],
    ['--ts sub/farm.proto', 'FILE-PROTO'],
  ])('%s is an error', async (line, code) => {
    const { status, stderr, created } = await flatc(temporaryFolder(files), line.split(' '));
    expect({ status, created }).toEqual({ status: 1, created: [] });
    expect(stderr).toContain(`error ${code}: `);
  });

  it('--file-names-only prints the name', async () => {
    const { stdout, created } = await flatc(temporaryFolder(files), [
      '--proto',
      '--file-names-only',
      'sub/farm.proto',
    ]);
    expect({ stdout, created }).toEqual({ stdout: 'farm.fbs\n', created: [] });
  });
});

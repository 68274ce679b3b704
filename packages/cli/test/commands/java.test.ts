// --java and its options.
import { describe, expect, it } from 'vitest';
import { filesIn, flatc, temporaryFolder, textOf } from '../temporary-folder.js';

const files = {
  's.fbs': 'namespace N; table T { n : ulong (key); s : string; } root_type T;',
};

describe('options of --java', () => {
  it('writes a file for each class, as with --gen-onefile', async () => {
    for (const options of [['--java'], ['-j'], ['--java', '--gen-onefile']]) {
      const folder = temporaryFolder(files);
      expect(await flatc(folder, [...options, 's.fbs'])).toMatchObject({ status: 0, stderr: '' });
      expect(filesIn(folder)).toEqual(['N/T.java', 's.fbs']);
    }
  });

  it('reach the code', async () => {
    const folder = temporaryFolder(files);
    const options = [
      '--java',
      '--gen-object-api',
      '--gen-mutable',
      '--gen-nullable',
      '--gen-generated',
      '--java-checkerframework',
      '--java-primitive-has-method',
      '--java-package-prefix',
      'com.example',
      '--java-runtime-version',
      '25.2.10',
      '--object-suffix',
      'Data',
    ];
    expect(await flatc(folder, [...options, 's.fbs'])).toMatchObject({ status: 0, stderr: '' });
    const text = textOf(folder, 'com/example/N/T.java');
    for (const part of [
      'package com.example.N;',
      '@Generated("flatc")',
      '@Nullable',
      '@Pure',
      'VT_N = 4;',
      'mutateN(',
      'TData unpack()',
      'FLATBUFFERS_25_2_10()',
    ])
      expect(text).toContain(part);
  });

  it('refuses what is no version', async () => {
    const folder = temporaryFolder(files);
    expect(await flatc(folder, ['--java', '--java-runtime-version', 'new', 's.fbs'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('JAVA-VERSION'),
      created: [],
    });
  });
});

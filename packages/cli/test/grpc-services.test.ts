import { describe, expect, it } from 'vitest';
import { flatc, temporaryFolder } from './temporary-folder.js';

const files = {
  'plain.fbs': 'table T { a:int; }',
  's.fbs': 'namespace N; table T { a:int; } rpc_service R { f(T):T; }',
  'user.fbs': 'include "s.fbs"; table U { t:N.T; }',
};

describe('--grpc for C++ and Java', () => {
  it.each(['--cpp', '--java'])('%s: refuses schemas with services, and writes nothing', async (language) => {
    const run = await flatc(temporaryFolder(files), [language, '--grpc', 'plain.fbs', 's.fbs']);
    expect(run).toMatchObject({ status: 1, created: [] });
    expect(run.stderr).toMatch(/^error CLI-UNSUPPORTED: --grpc: .* N\.R /);
    expect(run.stderr).toContain('hint: ');
  });

  it.each(['--cpp', '--java'])('%s: takes schemas without services of their own', async (language) => {
    const run = await flatc(temporaryFolder(files), [language, '--grpc', 'plain.fbs', 'user.fbs']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
  });

  it('counts those of included schemas with --gen-all', async () => {
    const run = await flatc(temporaryFolder(files), ['--cpp', '--grpc', '--gen-all', 'user.fbs']);
    expect(run).toMatchObject({ status: 1, created: [] });
  });
});

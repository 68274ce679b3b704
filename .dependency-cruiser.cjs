// The layer table: who may import whom. Everything not listed here is forbidden, and so are cycles between files.
const layers = {
  bytes: [],
  flatbuffers: ['bytes'],
  flexbuffers: ['bytes'],
  diagnostics: [],
  schema: ['diagnostics'], // and flatbuffers, for ./bfbs only: see the rule below
  idl: ['diagnostics', 'schema'],
  codegen: ['diagnostics', 'schema'],
  'codegen-typescript': ['codegen', 'diagnostics', 'schema'],
  json: ['bytes', 'diagnostics', 'flatbuffers', 'flexbuffers', 'schema'],
  inspect: ['bytes', 'flatbuffers', 'flexbuffers', 'schema'],
  cli: ['codegen-typescript', 'diagnostics', 'flatbuffers', 'flexbuffers', 'idl', 'json', 'schema'],
};

/** Only these may touch the platform: files, terminal, process. */
const platform = ['cli'];

const not = (names) => `^packages/(?!(${names.join('|')})/)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycle-between-files', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(layers).map(([name, allowed]) => ({
      name: `layer-${name}`,
      severity: 'error',
      // A type that is erased costs a runtime nothing: schema names flatbuffers' TypeLayout this way.
      from: {
        path: `^packages/${name}/src`,
        ...(name === 'schema' ? { pathNot: '^packages/schema/src/bfbs' } : {}),
      },
      to: {
        path: not([name, ...allowed]),
        ...(name === 'schema' ? { dependencyTypesNot: ['type-only'] } : {}),
      },
    })),
    {
      name: 'layer-schema-bfbs',
      severity: 'error',
      from: { path: '^packages/schema/src/bfbs' },
      to: { path: not(['schema', 'diagnostics', 'flatbuffers']) },
    },
    {
      name: 'packages-do-not-know-apps',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(apps|conformance)/' },
    },
    {
      name: 'no-platform-outside-cli',
      severity: 'error',
      from: { path: `^packages/(?!(${platform.join('|')})/)[^/]+/src` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-third-party-in-libraries',
      comment: 'What the project exists for is its own code; only the command line uses others.',
      severity: 'error',
      from: { path: `^packages/(?!(${platform.join('|')})/)[^/]+/src` },
      to: { path: 'node_modules' },
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { path: '^(packages|apps)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|test|generated)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@fb/source', 'types', 'import', 'default'],
    },
  },
};

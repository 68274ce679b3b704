// The layer table: who may import whom. Everything not listed here is forbidden, a package without a row included, and
// so are cycles between files.
const layers = {
  bytes: [],
  flatbuffers: ['bytes'],
  flexbuffers: ['bytes'],
  diagnostics: [],
  schema: ['diagnostics'], // and flatbuffers, for ./bfbs only: see the rule below
  idl: ['diagnostics', 'schema'],
  codegen: ['diagnostics', 'schema'],
  'codegen-typescript': ['codegen', 'diagnostics', 'schema'],
  'codegen-java': ['codegen', 'diagnostics', 'schema'],
  'codegen-cpp': ['codegen', 'diagnostics', 'schema'],
  'codegen-python': ['codegen', 'diagnostics', 'schema'],
  'codegen-jsonschema': ['codegen', 'diagnostics', 'schema'],
  json: ['bytes', 'diagnostics', 'flatbuffers', 'flexbuffers', 'schema'],
  inspect: ['bytes', 'flatbuffers', 'flexbuffers', 'schema'],
  unplugin: ['codegen-typescript', 'diagnostics', 'idl', 'schema'],
  cli: [
    'codegen',
    'codegen-cpp',
    'codegen-java',
    'codegen-jsonschema',
    'codegen-python',
    'codegen-typescript',
    'diagnostics',
    'flatbuffers',
    'flexbuffers',
    'idl',
    'inspect',
    'json',
    'schema',
  ],
};

/** Only these may touch the platform: files, terminal, process. */
const platform = ['cli', 'unplugin'];

/** Apps may import every package but these. */
const notForApps = { playground: ['cli'] };

/** Sources of this repository that are not below one of these folders of `packages/`. */
const not = (names) => `^(packages/(?!(${names.join('|')})/)|apps/|conformance/|bench/|tools/)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycle-between-files', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(layers).map(([name, allowed]) => ({
      name: `layer-${name}`,
      severity: 'error',
      from: {
        path: `^packages/${name}/src`,
        ...(name === 'schema' ? { pathNot: '^packages/schema/src/bfbs' } : {}),
      },
      to: { path: not([name, ...allowed, ...(name === 'schema' ? ['flatbuffers'] : [])]) },
    })),
    {
      name: 'layer-schema-types',
      comment: 'A type that is erased costs a runtime nothing: schema names TypeLayout this way.',
      severity: 'error',
      from: { path: '^packages/schema/src', pathNot: '^packages/schema/src/bfbs' },
      to: { path: '^packages/flatbuffers/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'layer-schema-bfbs',
      severity: 'error',
      from: { path: '^packages/schema/src/bfbs' },
      to: { path: not(['schema', 'diagnostics', 'flatbuffers']) },
    },
    {
      name: 'package-without-row',
      comment: 'A new package gets a row in the table above.',
      severity: 'error',
      from: { path: `^packages/(?!(${Object.keys(layers).join('|')})/)` },
      to: {},
    },
    ...Object.entries(notForApps).map(([app, names]) => ({
      name: `app-${app}`,
      severity: 'error',
      from: { path: `^apps/${app}/` },
      to: { path: `^packages/(${names.join('|')})/` },
    })),
    {
      name: 'no-platform-outside-cli',
      severity: 'error',
      from: { path: `^packages/(?!(${platform.join('|')})/)[^/]+/src` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-third-party-in-libraries',
      comment:
        'What the project exists for is its own code; only the command line and the bundler plugin use others.',
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
    exclude: { path: '^(packages|apps)/[^/]+/(dist|test)/|^apps/[^/]+/src/generated/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@fb/source', 'types', 'import', 'default'],
    },
  },
};

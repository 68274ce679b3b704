// The smallest programs that use generated code, and how large their bundles may be.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import { parseSchema } from '@fb/idl';
import { bundleSize, type BundleSize } from './bundle.js';

const SCHEMA = `
namespace Hello;
table Monster { name : string; hp : short = 100; inventory : [ubyte]; }
root_type Monster;
`;

const READ = `
export function read(bytes: Uint8Array): unknown {
  const monster = Monster.getRootAsMonster(new ByteBuffer(bytes));
  return [monster.name(), monster.hp(), monster.inventoryLength()];
}
`;

const WRITE = `
export function write(name: string, hp: number, inventory: Uint8Array): Uint8Array {
  const builder = new Builder();
  const nameAt = builder.createString(name);
  const inventoryAt = Monster.createInventoryVector(builder, inventory);
  builder.finish(Monster.createMonster(builder, nameAt, hp, inventoryAt));
  return builder.asUint8Array();
}
`;

/** A program, and what it may weigh. */
export interface HelloWorld {
  readonly name: string;
  /** The most bytes it may have, minified and compressed. */
  readonly ceiling: number;
  /** Bundles it with our runtime. */
  size(): Promise<BundleSize>;
  /** Bundles it with npm `flatbuffers`, if that can run it. */
  peerSize?(): Promise<BundleSize>;
}

/** All programs. A ceiling is a little above what was measured; it may only become lower. */
export const helloWorlds: readonly HelloWorld[] = [
  {
    name: 'classes, read-only',
    ceiling: 2800,
    size: () => classic('@fb/flatbuffers', 'ByteBuffer', READ),
    peerSize: () => classic('flatbuffers', 'ByteBuffer', READ),
  },
  {
    name: 'classes, read and write',
    ceiling: 6500,
    size: () => classic('@fb/flatbuffers', 'Builder, ByteBuffer', READ + WRITE),
    peerSize: () => classic('flatbuffers', 'Builder, ByteBuffer', READ + WRITE),
  },
  {
    name: 'functions, read-only',
    ceiling: 1760,
    size: () => functions('decodeMonster'),
  },
  {
    name: 'functions, read and write',
    ceiling: 4900,
    size: () => functions('decodeMonster, encodeMonster'),
  },
];

/** Functions need our runtime. */
function functions(names: string): Promise<BundleSize> {
  return bundleSize(
    { ...generated({}), 'main.ts': `export { ${names} } from './hello/monster.js';\n` },
    'main.ts',
  );
}

function classic(runtime: string, imports: string, program: string): Promise<BundleSize> {
  const head = `import { ${imports} } from '${runtime}';\nimport { Monster } from './hello/monster.js';\n`;
  return bundleSize({ ...generated({ runtimeModule: runtime }), 'main.ts': head + program }, 'main.ts');
}

function generated(options: TypeScriptOptions): Readonly<Record<string, string>> {
  const { schema, diagnostics } = parseSchema(SCHEMA, { path: 'hello.fbs' });
  if (schema === null) throw new Error(diagnostics[0]?.message);
  const { files } = typescriptGenerator.generate(schema, options);
  return Object.fromEntries(files.map((file) => [file.path, file.content]));
}

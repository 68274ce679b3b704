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
  /** Bundles it with our runtime, or with another one of the same API. */
  size(runtime?: string): Promise<BundleSize>;
}

/** All programs. A ceiling is a little above what was measured; it may only become lower. */
export const helloWorlds: readonly HelloWorld[] = [
  {
    name: 'classes, read-only',
    ceiling: 2600,
    size: (runtime) => classic(runtime, 'ByteBuffer', READ),
  },
  {
    name: 'classes, read and write',
    ceiling: 6400,
    size: (runtime) => classic(runtime, 'Builder, ByteBuffer', READ + WRITE),
  },
];

function classic(runtime = '@fb/flatbuffers', imports: string, program: string): Promise<BundleSize> {
  const head = `import { ${imports} } from '${runtime}';\nimport { Monster } from './hello/monster.js';\n`;
  return bundleSize({ ...generated({ runtimeModule: runtime }), 'main.ts': head + program }, 'main.ts');
}

function generated(options: TypeScriptOptions): Readonly<Record<string, string>> {
  const { schema, diagnostics } = parseSchema(SCHEMA, { path: 'hello.fbs' });
  if (schema === null) throw new Error(diagnostics[0]?.message);
  const { files } = typescriptGenerator.generate(schema, options);
  return Object.fromEntries(files.map((file) => [file.path, file.content]));
}

// Schemas of any size, the same ones every time: what a large product's schema looks like, in equal parts.

/** The main file and the files that it includes, by path. */
export type SchemaFiles = Readonly<Record<string, string>>;

const FIELDS_PER_TABLE = 10;

/**
 * A schema of `fields` fields, ten to a table: scalars with and without defaults, strings, vectors, enums, structs,
 * unions, and references to other tables. A hundred tables share a namespace, an enum, a struct and a union.
 */
export function syntheticSchema(fields: number): string {
  const tables = Math.max(1, Math.round(fields / FIELDS_PER_TABLE));
  const parts: string[] = [];
  for (let i = 0; i < tables; i++) {
    if (i % 100 === 0) parts.push(shared(i));
    parts.push(table(i, i - (i % 100)));
  }
  parts.push(`root_type Table${tables - 1};\n`);
  return parts.join('\n');
}

/** A schema in `count` files, each of which includes up to four others, twenty fields a file. */
export function includeTree(count: number): SchemaFiles {
  const files: Record<string, string> = {};
  for (let i = count - 1; i >= 0; i--) {
    const children = [1, 2, 3, 4].map((child) => 4 * i + child).filter((child) => child < count);
    const includes = children.map((child) => `include "file${child}.fbs";\n`).join('');
    const uses = children.map((child) => `  part${child}: part${child}.Table${child * 100};\n`).join('');
    files[`file${i}.fbs`] =
      `${includes}namespace part${i};\n${shared(i * 100, '')}${table(i * 100, i * 100)}` +
      `table Uses${i} {\n${uses}  name: string;\n}\nroot_type Uses${i};\n`;
  }
  return files;
}

function shared(i: number, namespace: string = `namespace product.area${i / 100};\n`): string {
  return `${namespace}
enum Kind${i}: ubyte { Unknown, First, Second, Third = 7 }
struct Point${i} { x: float; y: float; z: double; }
union Any${i} { Table${i} }
`;
}

function table(i: number, group: number): string {
  return `/// Entity ${i} of the product.
table Table${i} {
  id: ulong (key);
  name: string (required);
  amount: int = ${i % 100};
  ratio: double = 0.5;
  active: bool = true;
  kind: Kind${group} = First;
  position: Point${group};
  tags: [string];
  related: [Table${group}];
  content: Any${group};
}
`;
}

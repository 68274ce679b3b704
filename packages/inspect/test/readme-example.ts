import { parseSchema } from '@fb/idl';
import { inspectFlatBuffer, renderInspection } from '@fb/inspect';

const { schema } = parseSchema('table Monster { hp: short = 100; } root_type Monster;');
if (schema === null) throw new Error('the schema has errors');

const bytes = Uint8Array.of(12, 0, 0, 0, 0, 0, 6, 0, 8, 0, 6, 0, 6, 0, 0, 0, 0, 0, 80, 0);
const inspection = inspectFlatBuffer(schema, bytes);

const hp = inspection.sections.flatMap(({ regions }) => regions).find(({ path }) => path === 'hp');
console.log(hp?.position, hp?.type, hp?.value); // 18 short 80

console.log(renderInspection(inspection, bytes));

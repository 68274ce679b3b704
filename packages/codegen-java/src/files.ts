// Which files there are and what is in each: planned and checked first, then rendered. Each public class has its own.
import {
  checkOutputs,
  render,
  servicesOf,
  visible,
  type Code,
  type GeneratorResult,
  type PlannedOutput,
  type SourceFile,
} from '@fb/codegen';
import { hasErrors } from '@fb/diagnostics';
import type { ServiceDef } from '@fb/schema';
import type { Context } from './context.js';
import { enumCode } from './enum.js';
import { grpcClasses, grpcCode } from './grpc.js';
import { DIALECT } from './language.js';
import type { TypeDef } from './names.js';
import { objectCode } from './object-class.js';
import { structCode } from './struct.js';
import { tableCode } from './table.js';
import { holderCode } from './union.js';

/** A file that is planned. */
interface PlannedFile extends PlannedOutput {
  /** The package of the file's class, and all classes that are in reach without their package. */
  readonly package: string;
  readonly declared: ReadonlySet<string>;
  readonly body: () => Code;
}

/** All files of a schema. */
export function filesOf(context: Context): GeneratorResult {
  const { schema, settings } = context;
  const services = settings.grpc ? servicesOf(schema, settings.generateAll) : [];
  const planned = [
    ...[...schema.enums, ...schema.objects]
      .filter((def) => settings.generateAll || def.file.path === schema.mainFile.path)
      .flatMap((def) => filesOfType(context, def)),
    ...services.map((def) => fileOfService(context, def)),
  ];
  const diagnostics = checkOutputs(planned);
  if (hasErrors(diagnostics)) return { files: [], diagnostics };
  // One after another: the code values of a file, far larger than its text, are done with when the next is made.
  return { files: planned.map((file) => render(sourceFile(context, file), DIALECT)), diagnostics };
}

function filesOfType(context: Context, def: TypeDef): readonly PlannedFile[] {
  const { objectApi } = context.settings;
  const file = (kind: 'type' | 'object' | 'holder', what: string, body: () => Code): PlannedFile => ({
    path: context.names.path(def, kind),
    subject: `${what} \`${def.fullName}\``,
    span: def.span,
    hint: null,
    package: context.names.of(def).package,
    declared: new Set([...context.names.neighbours(def), 'Vector']),
    body,
  });
  switch (def.kind) {
    case 'enum':
      return [file('type', 'enum', () => enumCode(context, def))];
    case 'union':
      return [
        file('type', 'union', () => enumCode(context, def.discriminator, def.doc)),
        ...(objectApi ? [file('holder', 'the holder of union', () => holderCode(context, def))] : []),
      ];
    case 'struct':
    case 'table':
      return [
        file('type', def.kind, () =>
          def.kind === 'struct' ? structCode(context, def) : tableCode(context, def),
        ),
        ...(objectApi ? [file('object', 'the plain class of', () => objectCode(context, def))] : []),
      ];
  }
}

function fileOfService(context: Context, def: ServiceDef): PlannedFile {
  return {
    path: context.names.servicePath(def),
    subject: `service \`${def.fullName}\``,
    span: def.span,
    hint: null,
    package: context.names.ofService(def).package,
    declared: new Set([...context.names.neighbours(def), ...grpcClasses(context, def)]),
    body: () => grpcCode(context, def),
  };
}

function sourceFile(context: Context, { path, package: name, declared, body }: PlannedFile): SourceFile {
  const schema = visible(context.schema.mainFile.path.split(/[/\\]/).at(-1) ?? '').replaceAll('\\u', '\\ u');
  const head = [
    `// Code generated from ${schema}: do not edit, change the schema instead.`,
    '',
    name === '' ? [] : [`package ${name};`, ''],
  ];
  return { path, head, body: body(), declared };
}

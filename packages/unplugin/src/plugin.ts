// The plugin, for all bundlers at once: gives the module of a schema, says which files it was made of, and turns
// diagnostics into errors and warnings of the bundler.
import { renderDiagnostic, type Diagnostic } from '@fb/diagnostics';
import path from 'node:path';
import { transform } from 'sucrase';
import type { UnpluginBuildContext, UnpluginContext, UnpluginFactory, UnpluginMessage } from 'unplugin';
import { absolutePath, diskHost, isTypeScriptProject, writeIfChanged } from './disk.js';
import type { FlatBuffersOptions } from './options.js';
import { schemaModule, type SchemaModule } from './schema-module.js';
import { typesFiles } from './types-files.js';

/** Makes the plugin. */
export const factory: UnpluginFactory<FlatBuffersOptions | undefined, false> = (options = {}) => {
  const types = options.types ?? isTypeScriptProject();
  /** The schemas that depend on a file. */
  const dependents = new Map<string, Set<string>>();

  const load = (schema: string): SchemaModule => schemaModule(schema, diskHost, options, absolutePath);

  const writeTypes = (schema: string, { code, included }: SchemaModule, context: UnpluginContext): void => {
    const modules = [[schema, code] as const, ...included.map((file) => [file, load(file).code] as const)];
    for (const [file, text] of modules) {
      for (const { path: target, content } of text === null ? [] : typesFiles(file, text, types)) {
        const reason = writeIfChanged(target, content);
        if (reason !== null) context.warn(`types cannot be written: ${reason}`);
      }
    }
  };

  return {
    name: 'flatbuffers',
    load: {
      filter: { id: /\.fbs$/ },
      handler(this: UnpluginBuildContext & UnpluginContext, id) {
        const schema = absolutePath(id);
        const module = load(schema);
        for (const file of module.files) {
          this.addWatchFile(path.resolve(file));
          dependents.set(file, (dependents.get(file) ?? new Set()).add(id));
        }
        const errors = module.diagnostics.filter(({ severity }) => severity === 'error');
        for (const warning of module.diagnostics)
          if (warning.severity === 'warning') this.warn(message([warning]));
        if (errors.length > 0) this.error(message(errors));
        // Where errors are only collected, the module is empty.
        if (module.code === null) return { code: '', map: null };
        if (types !== false) writeTypes(schema, module, this);
        return { code: javaScript(module.code), map: null };
      },
    },
    vite: {
      // A schema that includes the changed file may have changed with it, also where nothing was imported from that.
      hotUpdate({ file, modules }) {
        const affected = [...(dependents.get(file) ?? [])].flatMap((id) => [
          ...(this.environment.moduleGraph.getModulesByFile(id.replaceAll('\\', '/')) ?? []),
        ]);
        return affected.length === 0 ? undefined : [...new Set([...modules, ...affected])];
      },
    },
    esbuild: { onLoadFilter: /\.fbs$/, loader: 'js' },
  };
};

/** Types, and all that is only there for types, taken out. */
function javaScript(code: string): string {
  return transform(code, {
    transforms: ['typescript'],
    disableESTransforms: true,
    keepUnusedImports: true,
    preserveDynamicImport: true,
    production: true,
  }).code;
}

/** The place of the first diagnostic, and the text of all of them with their frames. */
function message(diagnostics: readonly Diagnostic[]): UnpluginMessage {
  const span = diagnostics.find((diagnostic) => diagnostic.span !== null)?.span;
  const text = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)).join('\n');
  if (span === undefined || span === null) return { message: text };
  const { line, column } = span.source.position(span.start);
  return { message: text, id: span.source.path, loc: { file: span.source.path, line, column: column - 1 } };
}

// The plugin, for all bundlers at once: gives the module of a schema, says which files it was made of, and turns
// diagnostics into errors and warnings of the bundler.
import { renderDiagnostic, type Diagnostic } from '@fb/diagnostics';
import path from 'node:path';
import { transform } from 'sucrase';
import type { UnpluginBuildContext, UnpluginContext, UnpluginFactory, UnpluginMessage } from 'unplugin';
import { absolutePath, diskHost, isTypeScriptProject, writeIfChanged } from './disk.js';
import { ModuleCache } from './module-cache.js';
import type { FlatBuffersOptions } from './options.js';
import { schemaModule, type SchemaModule } from './schema-module.js';
import { typesFiles } from './types-files.js';

/** Makes the plugin. */
export const factory: UnpluginFactory<FlatBuffersOptions | undefined, false> = (options = {}) => {
  const types = options.types ?? isTypeScriptProject();
  const cache = new ModuleCache((schema) => schemaModule(schema, diskHost, options, absolutePath));
  /** The files that each loaded schema was made of when it was loaded last, by its id. */
  const sources = new Map<string, readonly string[]>();
  /** Those whose types are written: the cache gives the same module as long as nothing has changed. */
  const written = new WeakSet<SchemaModule>();

  const writeTypes = (file: string, module: SchemaModule, context: UnpluginContext): void => {
    if (module.code === null || written.has(module)) return;
    written.add(module);
    for (const { path: target, content } of typesFiles(file, module.code, types)) {
      const reason = writeIfChanged(target, content);
      if (reason !== null) context.warn(`types cannot be written: ${reason}`);
    }
  };

  return {
    name: 'flatbuffers',
    buildStart: () => cache.clear(),
    // Between builds: a dev server has only one.
    watchChange: (file) => cache.forget(absolutePath(file)),
    load: {
      filter: { id: /\.fbs$/ },
      handler(this: UnpluginBuildContext & UnpluginContext, id) {
        const schema = absolutePath(id);
        const module = cache.get(schema);
        sources.set(id, module.files);
        for (const file of module.files) this.addWatchFile(path.resolve(file));
        const errors = module.diagnostics.filter(({ severity }) => severity === 'error');
        for (const warning of module.diagnostics)
          if (warning.severity === 'warning') this.warn(message([warning]));
        if (errors.length > 0) this.error(message(errors));
        // Where errors are only collected, the module is empty.
        if (module.code === null) return { code: '', map: null };
        if (types !== false)
          for (const file of [schema, ...module.included]) writeTypes(file, cache.get(file), this);
        return { code: javaScript(module.code), map: null };
      },
    },
    vite: {
      // A schema that includes the changed file may have changed with it, also where nothing was imported from that.
      hotUpdate({ file, modules }) {
        const affected = [...sources]
          .filter(([, files]) => files.includes(file))
          .flatMap(([id]) => [
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

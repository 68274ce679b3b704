// gRPC: for each service a class that holds its stub, which calls it, and base classes of servers. They are in a header
// and a source file of their own, for gRPC's C++ library and the glue of `flatbuffers/grpc.h`.
import { blank, render, visible, type Code, type GeneratedFile } from '@fb/codegen';
import type { ServiceDef } from '@fb/schema';
import type { Context } from './context.js';
import { grpcCalls } from './grpc-call.js';
import { clientHeader, clientSource } from './grpc-client.js';
import { serverHeader, serverSource } from './grpc-server.js';
import { dialectOf, documented, quoted, typeCode } from './language.js';
import { inNamespaces, type Placed } from './namespaces.js';
import { includeText } from './source.js';

/** The header and the source file of the services of a schema whose messages are in `header`; none without services. */
export function grpcFiles(context: Context, stem: string, header: string): readonly GeneratedFile[] {
  const { services, settings, schema } = context;
  if (services.length === 0) return [];
  const path = `${stem}.grpc${settings.grpcFilenameSuffix}`;
  const guard = `GRPC_${`${path}_${services[0]?.fullName ?? ''}`.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}_H_`;
  const from = visible(schema.mainFile.path.split(/[/\\]/).at(-1) ?? '');
  const file = (extension: string, body: Code): GeneratedFile => {
    const head = [`// Code generated from ${from}: do not edit, change the schema instead.`, ''];
    return render({ path, head, body, declared: new Set() }, dialectOf(extension));
  };
  return [
    file('h', [
      `#ifndef ${guard}`,
      `#define ${guard}`,
      blank,
      includes(context, header),
      blank,
      inNamespaces(services.map((def) => placed(context, def, serviceClass(context, def)))),
      blank,
      `#endif  // ${guard}`,
    ]),
    file('cc', [
      `#include ${includeText(`${path}.h`)}`,
      blank,
      inNamespaces(services.map((def) => placed(context, def, serviceSource(context, def)))),
    ]),
  ];
}

function placed({ names }: Context, def: ServiceDef, code: Code): Placed {
  return { namespace: names.namespace(def), code };
}

function serviceClass(context: Context, def: ServiceDef): Code {
  const calls = grpcCalls(context, def);
  return documented(
    def.doc,
    typeCode(`class ${context.names.service(def)} final`, [
      'public:',
      `static constexpr char const *service_full_name() { return ${quoted(def.fullName)}; }`,
      blank,
      clientHeader(context, calls),
      blank,
      serverHeader(context, calls),
    ]),
  );
}

function serviceSource(context: Context, def: ServiceDef): Code {
  const calls = grpcCalls(context, def);
  const service = context.names.service(def);
  return [clientSource(context, service, calls), blank, serverSource(context, service, calls)];
}

/** Headers of gRPC. */
function includes({ settings }: Context, header: string): Code {
  const [open, close] = settings.grpcSystemHeaders ? ['<', '>'] : ['"', '"'];
  const folder = settings.grpcSearchPath.replace(/[^/]$/, '$&/');
  const grpc = (path: string): string => `${open}${folder}grpcpp/${path}${close}`;
  const glue = settings.grpcHeaders.length === 0 ? ['flatbuffers/grpc.h'] : settings.grpcHeaders;
  const support = [
    'async_stream.h',
    'async_unary_call.h',
    ...(settings.grpcCallbackApi ? ['client_callback.h'] : []),
    'method_handler.h',
    ...(settings.grpcCallbackApi ? ['server_callback.h'] : []),
    'status.h',
    'stub_options.h',
    'sync_stream.h',
  ];
  const moved = ['client_unary_call.h', ...(settings.grpcCallbackApi ? ['server_callback_handlers.h'] : [])];
  return [
    '#include <cstdlib>',
    '#include <functional>',
    '#include <memory>',
    blank,
    support.map((name) => `#include ${grpc(`support/${name}`)}`),
    moved.map((name) => movedInclude(grpc, name)),
    blank,
    glue.map((path) => `#include ${includeText(path)}`),
    `#include ${includeText(header)}`,
  ];
}

/** A header that is not where it was in older releases of gRPC. */
function movedInclude(grpc: (path: string) => string, name: string): Code {
  const [old, now] = [grpc(`impl/codegen/${name}`), grpc(`impl/${name}`)];
  return [
    '#if !defined(__has_include)',
    `#include ${old}`,
    `#elif __has_include(${now})`,
    `#include ${now}`,
    '#else',
    `#include ${old}`,
    '#endif',
  ];
}

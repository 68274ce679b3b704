// gRPC: for each service a stub that calls it, a class to derive a server from, and the function that registers one.
import {
  block,
  code,
  indented,
  paragraphs,
  render,
  Scope,
  servicesOf,
  streamingOf,
  type Code,
  type GeneratedFile,
  type ImportedName,
  type Piece,
} from '@fb/codegen';
import type { ServiceCall, ServiceDef, TableDef } from '@fb/schema';
import type { Context } from './context.js';
import {
  builtin,
  classCode,
  dialectOf,
  documented,
  external,
  functionCode,
  headOf,
  quoted,
  suite,
  type Form,
} from './language.js';
import { escaped, isPrivate, isSpecial, stemOf } from './names.js';
import { runtime } from './runtime.js';

/** The module of all services of the schema, in the folder of the last one, and its stub; none without services. */
export function grpcFile(context: Context): readonly GeneratedFile[] {
  const { schema, settings } = context;
  const services = servicesOf(schema, settings.generateAll);
  const last = services.at(-1);
  if (last === undefined) return [];
  const name = `${stemOf(schema.mainFile)}_grpc${settings.grpcFilenameSuffix}`;
  const folders = settings.oneFile ? [] : last.namespace.map((part) => escaped(part, context.names.reserved));
  const path = [...folders, name].join('/');
  const file = (form: Form): GeneratedFile =>
    render(sourceOf(context, services, path, form), dialectOf(form));
  return settings.typing ? [file('typed'), file('stub')] : [file('plain')];
}

interface Writing {
  readonly context: Context;
  readonly form: Form;
}

const GRPC = external('grpc', null);

function sourceOf(
  context: Context,
  services: readonly ServiceDef[],
  path: string,
  form: Form,
): Parameters<typeof render>[0] {
  const writing: Writing = { context, form };
  const body = paragraphs([
    context.settings.grpcTypedHandlers && form !== 'stub' ? serializer(form) : [],
    ...services.flatMap((service) => [
      documented(service.doc, stubClass(writing, service)),
      documented(service.doc, servicerClass(writing, service)),
      registration(writing, service),
    ]),
  ]);
  const declared = new Set(
    services.flatMap(({ name }) => [`${name}Stub`, `${name}Servicer`, `add_${name}Servicer_to_server`]),
  );
  for (const { calls } of services) for (const { name } of calls) declared.add(name);
  return { path, head: headOf(context.schema.mainFile.path, form), body, declared };
}

/** A table travels as the whole buffer it is the root of. */
function serializer(form: Form): Code {
  const parameters = [{ name: 'table', hint: code`${external('typing', null)}.Any` }];
  return functionCode(form, { name: '_serialize_to_bytes', parameters, result: builtin('bytes') }, () => [
    'buf = table._tab.Bytes',
    code`root = ${runtime('encode.Get')}(${runtime('packer.uoffset')}, buf, 0)`,
    suite(
      'if table._tab.Pos != root:',
      code`raise ${builtin('ValueError')}('only the root of a buffer can be sent')`,
    ),
    code`return ${builtin('bytes')}(buf)`,
  ]);
}

/** How a call is streamed, from the client and from the server. */
function streams(call: ServiceCall): {
  readonly request: boolean;
  readonly response: boolean;
  readonly kind: string;
} {
  const mode = streamingOf(call);
  const request = mode === 'client' || mode === 'bidi';
  const response = mode === 'server' || mode === 'bidi';
  return { request, response, kind: `${streamWord(request)}_${streamWord(response)}` };
}

function streamWord(streamed: boolean): string {
  return streamed ? 'stream' : 'unary';
}

function stubClass({ context, form }: Writing, service: ServiceDef): Code {
  const names = callNames(context, service);
  const typed = context.settings.grpcTypedHandlers;
  const signature = {
    name: '__init__',
    parameters: [{ name: 'self' }, { name: 'channel', hint: code`${GRPC}.Channel` }],
    result: null,
  };
  const members = paragraphs([
    functionCode(form, signature, () =>
      service.calls.length === 0
        ? 'pass'
        : service.calls.map((call, i) =>
            invoke(code`self.${names[i] ?? ''} = channel.${streams(call).kind}`, [
              quoted(`/${service.fullName}/${call.name}`),
              ...(typed
                ? [
                    'request_serializer=_serialize_to_bytes',
                    code`response_deserializer=${tableRef(context, call.response)}.GetRootAs`,
                  ]
                : []),
            ]),
          ),
    ),
    ...(form === 'stub'
      ? service.calls.map((call, i) => callCode({ context, form }, call, names[i] ?? '', [], () => []))
      : []),
  ]);
  return classCode(code`class ${service.name}Stub(${builtin('object')}):`, members, false);
}

function servicerClass(writing: Writing, service: ServiceDef): Code {
  const names = callNames(writing.context, service);
  const server = [{ name: 'context', hint: code`${GRPC}.ServicerContext` }];
  const members = paragraphs(
    service.calls.map((call, i) =>
      documented(
        call.doc,
        callCode(writing, call, names[i] ?? '', server, () => [
          code`context.set_code(${GRPC}.StatusCode.UNIMPLEMENTED)`,
          `context.set_details(${quoted(`${call.name} is not implemented`)})`,
          code`raise ${builtin('NotImplementedError')}(${quoted(`${call.name} is not implemented`)})`,
        ]),
      ),
    ),
  );
  return classCode(
    code`class ${service.name}Servicer(${builtin('object')}):`,
    members,
    service.calls.length === 0,
  );
}

function callCode(
  { context, form }: Writing,
  call: ServiceCall,
  name: string,
  more: readonly { readonly name: string; readonly hint: Piece }[],
  body: () => Code,
): Code {
  const { request, response } = streams(call);
  const message = (table: TableDef, streamed: boolean): Piece => {
    const one = context.settings.grpcTypedHandlers ? tableRef(context, table) : builtin('bytes');
    return streamed ? code`${external('typing', null)}.Iterator[${one}]` : one;
  };
  const parameter = { name: request ? 'request_iterator' : 'request', hint: message(call.request, request) };
  const signature = {
    name,
    parameters: [{ name: 'self' }, parameter, ...more],
    result: message(call.response, response),
  };
  return functionCode(form, signature, body);
}

function registration({ context, form }: Writing, service: ServiceDef): Code {
  const names = callNames(context, service);
  const typed = context.settings.grpcTypedHandlers;
  const signature = {
    name: `add_${service.name}Servicer_to_server`,
    parameters: [
      { name: 'servicer', hint: `${service.name}Servicer` },
      { name: 'server', hint: code`${GRPC}.Server` },
    ],
    result: null,
  };
  return functionCode(form, signature, () => [
    block(
      'handlers = {',
      service.calls.map((call, i) => [
        code`${quoted(call.name)}: ${GRPC}.${streams(call).kind}_rpc_method_handler(`,
        indented([
          `servicer.${names[i] ?? ''},`,
          typed
            ? [
                code`request_deserializer=${tableRef(context, call.request)}.GetRootAs,`,
                'response_serializer=_serialize_to_bytes,',
              ]
            : [],
        ]),
        '),',
      ]),
      '}',
    ),
    code`handler = ${GRPC}.method_handlers_generic_handler(${quoted(service.fullName)}, handlers)`,
    'server.add_generic_rpc_handlers((handler,))',
  ]);
}

function invoke(callee: Piece, values: readonly Piece[]): Code {
  return block(
    code`${callee}(`,
    values.map((value) => code`${value},`),
    ')',
  );
}

function callNames(context: Context, service: ServiceDef): readonly string[] {
  const scope = new Scope(context.names.reserved, ['__init__']);
  return service.calls.map(({ name }) =>
    scope.claim(isSpecial(name) ? `${name}_` : isPrivate(name) ? `${name}__` : name),
  );
}

function tableRef(context: Context, def: TableDef): ImportedName {
  const { path, type } = context.names.of(def);
  return {
    kind: 'import',
    module: path,
    external: false,
    exported: type,
    preferred: type,
    fallback: [...def.namespace, type, ''].join('_'),
    order: `2${path}`,
  };
}

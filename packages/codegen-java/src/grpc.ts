// gRPC: a class for each service, with its method descriptors, the base class of servers and three kinds of stubs. They
// have the names that the reference compiler gives them; messages travel as the whole buffer they are the root of.
import {
  block,
  code,
  indented,
  paragraphs,
  Scope,
  streamingOf,
  type Code,
  type Piece,
  type Streaming,
} from '@fb/codegen';
import type { ServiceDef, TableDef } from '@fb/schema';
import { typeRef, type Context } from './context.js';
import type { Call, Service } from './grpc-call.js';
import { messagesClass } from './grpc-messages.js';
import { serverClass } from './grpc-server.js';
import { newStub, stubClass, STUBS } from './grpc-client.js';
import { documented, lang, quoted, RESERVED } from './language.js';
import { grpc } from './runtime.js';

/** Classes inside of the class of a service, which hide others of their name. */
export function grpcClasses(context: Context, def: ServiceDef): ReadonlySet<string> {
  return new Set([...stubClasses(def), messagesName(context, def)]);
}

/** The class of a service. */
export function grpcCode(context: Context, def: ServiceDef): Code {
  const service: Service = {
    def,
    calls: callsOf(context, def, grpcClasses(context, def)),
    messages: messagesName(context, def),
  };
  const { type } = context.names.ofService(def);
  const visible = def.attributes.some(({ name }) => name === 'private') ? '' : 'public ';
  const body = paragraphs([
    `private ${type}() {}`,
    code`public static final ${lang('String')} SERVICE_NAME = ${quoted(def.fullName)};`,
    ...service.calls.map((call) => descriptor(service, call)),
    serviceDescriptor(service),
    ...STUBS.map((kind) => newStub(def, kind)),
    serverClass(service),
    ...STUBS.map((kind) => stubClass(service, kind)),
    messagesClass(service),
  ]);
  return documented(def.doc, [
    code`@${lang('SuppressWarnings')}("unused")`,
    block(`${visible}final class ${type} {`, body, '}'),
  ]);
}

/** The names that gRPC's own generator gives the classes of servers and clients. */
function stubClasses({ name }: ServiceDef): readonly string[] {
  return ['ImplBase', ...STUBS].map((suffix) => `${name}${suffix}`);
}

/** The name of the class of the marshallers. */
function messagesName({ names }: Context, def: ServiceDef): string {
  return new Scope(names.neighbours(def), stubClasses(def)).claim('Messages');
}

function callsOf(context: Context, def: ServiceDef, nested: ReadonlySet<string>): readonly Call[] {
  const methods = new Scope(RESERVED);
  const statics = new Scope(RESERVED);
  const message = (table: TableDef): Piece => {
    const { package: name, type } = context.names.of(table);
    return nested.has(type) && name !== '' ? `${name}.${type}` : typeRef(context, def, table);
  };
  return def.calls.map((call) => ({
    def: call,
    streaming: streamingOf(call),
    request: message(call.request),
    response: message(call.response),
    name: methods.claim(lowerCamel(call.name)),
    constant: statics.claim(`METHOD_${call.name.replace(/[a-z](?=[A-Z])/g, '$&_').toUpperCase()}`),
    getter: statics.claim(lowerCamel(`get_${call.name}_method`)),
  }));
}

/** As gRPC's own generator has it: the first letter in lower case, and in upper case what follows a `_`. */
function lowerCamel(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1).replace(/_+(.?)/g, (_, next: string) => next.toUpperCase())}`;
}

const METHOD_TYPES: Readonly<Record<Streaming, string>> = {
  none: 'UNARY',
  client: 'CLIENT_STREAMING',
  server: 'SERVER_STREAMING',
  bidi: 'BIDI_STREAMING',
};

function descriptor({ messages }: Service, { def, streaming, constant, getter, ...call }: Call): Code {
  const types = code`<${call.request}, ${call.response}>`;
  const root = (table: TableDef, type: Piece): Piece =>
    code`new ${messages}<>(${type}.class, ${type}::getRootAs${table.name})`;
  const type = grpc('MethodDescriptor');
  return [
    code`public static final ${type}${types} ${constant} =`,
    indented(
      indented([
        code`${type}.${types}newBuilder()`,
        indented(
          indented([
            code`.setType(${type}.MethodType.${METHOD_TYPES[streaming]})`,
            code`.setFullMethodName(${type}.generateFullMethodName(SERVICE_NAME, ${quoted(def.name)}))`,
            '.setSampledToLocalTracing(true)',
            code`.setRequestMarshaller(${root(def.request, call.request)})`,
            code`.setResponseMarshaller(${root(def.response, call.response)})`,
            '.build();',
          ]),
        ),
      ]),
    ),
    '',
    block(code`public static ${type}${types} ${getter}() {`, `return ${constant};`, '}'),
  ];
}

function serviceDescriptor({ calls }: Service): Code {
  const type = grpc('ServiceDescriptor');
  return [
    code`private static final ${type} DESCRIPTOR =`,
    indented(
      indented([
        code`${type}.newBuilder(SERVICE_NAME)`,
        indented(indented([calls.map(({ constant }) => `.addMethod(${constant})`), '.build();'])),
      ]),
    ),
    '',
    block(code`public static ${type} getServiceDescriptor() {`, 'return DESCRIPTOR;', '}'),
  ];
}

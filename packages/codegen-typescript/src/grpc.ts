// RPC services for @grpc/grpc-js: of each service its definition, the interface of a server and a client, under the names
// that the reference compiler gives them. Messages are the accessor classes; what is sent is their whole buffer.
import {
  block,
  code,
  join,
  paragraphs,
  Scope,
  servicesOf,
  streamingOf,
  type Code,
  type Fragment,
  type ImportedName,
  type SourceFile,
  type Streaming,
} from '@fb/codegen';
import type { ServiceCall, ServiceDef, TableDef } from '@fb/schema';
import { typeRef, type Context } from './context.js';
import { BINDING_WORDS, documented, global, quoted } from './language.js';
import { stemOf } from './names.js';

const GRPC: ImportedName = {
  kind: 'import',
  module: '@grpc/grpc-js',
  external: true,
  exported: null,
  preferred: 'grpc',
  fallback: 'grpc_',
  order: '',
};

/** What every client has; a call of such a name takes its place. */
const CLIENT_MEMBERS: ReadonlySet<string> = new Set([
  'close',
  'getChannel',
  'waitForReady',
  'makeUnaryRequest',
  'makeClientStreamRequest',
  'makeServerStreamRequest',
  'makeBidiStreamRequest',
  'checkOptionalUnaryResponseArguments',
  'checkMetadataAndOptions',
]);

/** Names in the file, decided before it is written. */
interface GrpcNames {
  /** What a service's exports begin with. */
  service(def: ServiceDef): string;
  serialize(def: TableDef): string;
  deserialize(def: TableDef): string;
}

/** The file of a schema's services, without what is common to all files; `null` for a schema that has none. */
export function grpcFile(context: Context): Omit<SourceFile, 'head'> | null {
  const { schema, settings } = context;
  const services = settings.grpc ? servicesOf(schema, settings.generateAll) : [];
  if (services.length === 0) return null;
  const scope = new Scope(BINDING_WORDS, ['message', 'bytes']);
  const names = grpcNames(services, scope);
  const tables = [
    ...new Set(services.flatMap(({ calls }) => calls.flatMap((call) => [call.request, call.response]))),
  ];
  return {
    path: `${stemOf(schema.mainFile.path)}_grpc`,
    body: paragraphs([
      ...tables.flatMap((def) => messageFunctions(context, def, names)),
      ...services.flatMap((def) => serviceCode(context, def, names)),
    ]),
    declared: scope.names,
  };
}

function grpcNames(services: readonly ServiceDef[], scope: Scope): GrpcNames {
  const stems = new Map<ServiceDef, string>();
  for (const def of services) {
    const twin = services.some((other) => other !== def && other.name === def.name);
    const stem = twin ? qualified(def) : def.name;
    for (const name of [
      `${stem}Service`,
      `${stem}Client`,
      `${stem}ClientConstructor`,
      `I${stem}Server`,
      `I${stem}Client`,
    ])
      scope.claim(name);
    stems.set(def, stem);
  }
  const claimed = new Map<string, string>();
  const once = (wish: string): string => {
    const name = claimed.get(wish) ?? scope.claim(wish);
    claimed.set(wish, name);
    return name;
  };
  return {
    service: (def) => stems.get(def) ?? def.name,
    serialize: (def) => once(`serialize_${qualified(def)}`),
    deserialize: (def) => once(`deserialize_${qualified(def)}`),
  };
}

function qualified(def: TableDef | ServiceDef): string {
  return [...def.namespace, def.name].join('_');
}

function messageFunctions(context: Context, def: TableDef, names: GrpcNames): readonly Code[] {
  const ref = typeRef(context, def);
  const buffer = global('Buffer');
  return [
    block(
      code`function ${names.serialize(def)}(message: ${ref}): ${buffer} {`,
      [
        'const bytes = message.serialize();',
        code`return ${buffer}.from(bytes.buffer, bytes.byteOffset, bytes.length);`,
      ],
      '}',
    ),
    block(
      code`function ${names.deserialize(def)}(bytes: ${buffer}): ${ref} {`,
      code`return ${ref}.deserialize(bytes);`,
      '}',
    ),
  ];
}

function serviceCode(context: Context, def: ServiceDef, names: GrpcNames): readonly Code[] {
  const stem = names.service(def);
  const constructor = code`new (address: string, credentials: ${GRPC}.ChannelCredentials, options?: Partial<${GRPC}.ClientOptions>) => ${stem}Client`;
  const clash = def.calls.some(({ name }) => CLIENT_MEMBERS.has(name));
  const base = clash ? code`Omit<${GRPC}.Client, keyof I${stem}Client>` : code`${GRPC}.Client`;
  return [
    documented(def.doc, [
      block(
        code`export const ${stem}Service: ${serviceType(context, def)} = {`,
        def.calls.map((call) => definition(def, call, names)),
        '};',
      ),
    ]),
    block(
      code`export interface I${stem}Server extends ${GRPC}.UntypedServiceImplementation {`,
      def.calls.map((call) => documented(call.doc, handler(context, call))),
      '}',
    ),
    block(
      code`export interface I${stem}Client {`,
      def.calls.flatMap((call) => documented(call.doc, clientMethods(context, call))),
      '}',
    ),
    code`export interface ${stem}Client extends ${base}, I${stem}Client {}`,
    code`type ${stem}ClientConstructor = ${constructor};`,
    code`export const ${stem}Client: ${stem}ClientConstructor = ${GRPC}.makeGenericClientConstructor(${stem}Service, ${quoted(def.fullName)}) as unknown as ${stem}ClientConstructor;`,
  ];
}

function serviceType(context: Context, def: ServiceDef): Fragment {
  const calls = def.calls.map(
    (call) => code`${key(call)}: ${GRPC}.MethodDefinition<${messages(context, call)}>`,
  );
  return code`{ ${join(calls, '; ')} }`;
}

function definition(def: ServiceDef, call: ServiceCall, names: GrpcNames): Code {
  const streaming = streamingOf(call);
  return block(
    `${key(call)}: {`,
    [
      `path: ${quoted(`/${def.fullName}/${call.name}`)},`,
      `requestStream: ${String(streaming === 'client' || streaming === 'bidi')},`,
      `responseStream: ${String(streaming === 'server' || streaming === 'bidi')},`,
      `requestSerialize: ${names.serialize(call.request)},`,
      `requestDeserialize: ${names.deserialize(call.request)},`,
      `responseSerialize: ${names.serialize(call.response)},`,
      `responseDeserialize: ${names.deserialize(call.response)},`,
    ],
    '},',
  );
}

const HANDLERS: Readonly<Record<Streaming, string>> = {
  none: 'handleUnaryCall',
  client: 'handleClientStreamingCall',
  server: 'handleServerStreamingCall',
  bidi: 'handleBidiStreamingCall',
};

function handler(context: Context, call: ServiceCall): Fragment {
  return code`${key(call)}: ${GRPC}.${HANDLERS[streamingOf(call)]}<${messages(context, call)}>;`;
}

/** The ways to make a call: with or without metadata and options. */
function clientMethods(context: Context, call: ServiceCall): readonly Fragment[] {
  const request = typeRef(context, call.request);
  const response = typeRef(context, call.response);
  const first = code`request: ${request}`;
  const metadata = code`metadata: ${GRPC}.Metadata`;
  const options = code`options: Partial<${GRPC}.CallOptions>`;
  const callback = code`callback: (error: ${GRPC}.ServiceError | null, response: ${response}) => void`;
  const overloads = (result: Fragment, lists: readonly (readonly Fragment[])[]): readonly Fragment[] =>
    lists.map((list) => code`${key(call)}(${join(list, ', ')}): ${GRPC}.${result};`);
  switch (streamingOf(call)) {
    case 'none':
      return overloads(code`ClientUnaryCall`, [
        [first, callback],
        [first, metadata, callback],
        [first, metadata, options, callback],
      ]);
    case 'client':
      return overloads(code`ClientWritableStream<${request}>`, [
        [callback],
        [metadata, callback],
        [options, callback],
        [metadata, options, callback],
      ]);
    case 'server':
      return overloads(code`ClientReadableStream<${response}>`, [
        [first],
        [first, metadata],
        [first, options],
        [first, metadata, options],
      ]);
    case 'bidi':
      return overloads(code`ClientDuplexStream<${request}, ${response}>`, [
        [],
        [options],
        [metadata],
        [metadata, options],
      ]);
  }
}

function messages(context: Context, call: ServiceCall): Fragment {
  return code`${typeRef(context, call.request)}, ${typeRef(context, call.response)}`;
}

/** A property `__proto__` of an object literal would be its prototype. */
function key({ name }: ServiceCall): string {
  return name === '__proto__' ? `['__proto__']` : name;
}

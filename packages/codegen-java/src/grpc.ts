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
  type Fragment,
  type Piece,
  type Streaming,
} from '@fb/codegen';
import type { ServiceCall, ServiceDef, TableDef } from '@fb/schema';
import { typeRef, type Context } from './context.js';
import { documented, lang, method, quoted, RESERVED } from './language.js';
import { byteBuffer, grpc, imported, runtime } from './runtime.js';

/** What is written about a service, names decided. */
interface Service {
  readonly def: ServiceDef;
  readonly calls: readonly Call[];
  /** The class of its marshallers. */
  readonly messages: string;
}

interface Call {
  readonly def: ServiceCall;
  readonly streaming: Streaming;
  readonly request: Piece;
  readonly response: Piece;
  /** Its method. */
  readonly name: string;
  readonly constant: string;
  readonly getter: string;
}

/** Classes inside of the class of a service, which hide others of their name. */
export function grpcClasses({ names }: Context, { name, ...def }: ServiceDef): ReadonlySet<string> {
  const stubs = ['ImplBase', 'Stub', 'BlockingStub', 'FutureStub'].map((suffix) => `${name}${suffix}`);
  const messages = new Scope(names.neighbours({ name, ...def }), stubs).claim('Messages');
  return new Set([...stubs, messages]);
}

/** The class of a service. */
export function grpcCode(context: Context, def: ServiceDef): Code {
  const nested = grpcClasses(context, def);
  const service: Service = {
    def,
    calls: callsOf(context, def, nested),
    messages: [...nested].at(-1) ?? '',
  };
  const { type } = context.names.ofService(def);
  const visible = def.attributes.some(({ name }) => name === 'private') ? '' : 'public ';
  const body = paragraphs([
    `private ${type}() {}`,
    code`public static final ${lang('String')} SERVICE_NAME = ${quoted(def.fullName)};`,
    ...service.calls.map((call) => descriptor(service, call)),
    serviceDescriptor(service),
    ...(['Stub', 'BlockingStub', 'FutureStub'] as const).map((kind) => newStub(def, kind)),
    serverClass(service),
    stubClass(service, 'Stub', asyncMethod),
    stubClass(service, 'BlockingStub', blockingMethod),
    stubClass(service, 'FutureStub', futureMethod),
    messagesClass(service),
  ]);
  return documented(def.doc, [
    code`@${lang('SuppressWarnings')}("unused")`,
    block(`${visible}final class ${type} {`, body, '}'),
  ]);
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

function newStub({ name }: ServiceDef, kind: 'Stub' | 'BlockingStub' | 'FutureStub'): Code {
  return block(
    code`public static ${name}${kind} new${kind}(${grpc('Channel')} channel) {`,
    `return new ${name}${kind}(channel);`,
    '}',
  );
}

/** A method that streams requests gives the observer they go to. */
function observed({ name, streaming, request, response }: Call, body: (values: string) => Fragment): Code {
  const answers = code`${grpc('StreamObserver')}<${response}> responseObserver`;
  return streaming === 'none' || streaming === 'server'
    ? method(
        code`public void ${name}`,
        [code`${request} request`, answers],
        body('request, responseObserver'),
      )
    : method(
        code`public ${grpc('StreamObserver')}<${request}> ${name}`,
        [answers],
        code`return ${body('responseObserver')}`,
      );
}

function serverClass({ def, calls }: Service): Code {
  const definition = grpc('ServerServiceDefinition');
  const bind = block(
    code`public final ${definition} bindService() {`,
    [
      code`return ${definition}.builder(getServiceDescriptor())`,
      indented(
        indented([
          calls.map(
            ({ getter, name, streaming }) =>
              code`.addMethod(${getter}(), ${grpc('ServerCalls')}.async${CALLS[streaming]}Call(this::${name}))`,
          ),
          '.build();',
        ]),
      ),
    ],
    '}',
  );
  return documented(
    def.doc,
    block(
      code`public abstract static class ${def.name}ImplBase implements ${grpc('BindableService')} {`,
      paragraphs([
        ...calls.map((call) => {
          const kind = call.streaming === 'none' || call.streaming === 'server' ? 'Unary' : 'Streaming';
          const refuse = code`${grpc('ServerCalls')}.asyncUnimplemented${kind}Call`;
          return documented(
            call.def.doc,
            observed(call, () => code`${refuse}(${call.getter}(), responseObserver);`),
          );
        }),
        [code`@${lang('Override')}`, bind],
      ]),
      '}',
    ),
  );
}

const CALLS: Readonly<Record<Streaming, string>> = {
  none: 'Unary',
  client: 'ClientStreaming',
  server: 'ServerStreaming',
  bidi: 'BidiStreaming',
};

function stubClass(
  { def, calls }: Service,
  kind: 'Stub' | 'BlockingStub' | 'FutureStub',
  methodOf: (call: Call) => Code,
): Code {
  const type = `${def.name}${kind}`;
  const channel = code`${grpc('Channel')} channel`;
  const both = code`${channel}, ${grpc('CallOptions')} callOptions`;
  return documented(
    def.doc,
    block(
      code`public static final class ${type} extends ${grpc('AbstractStub')}<${type}> {`,
      paragraphs([
        block(code`private ${type}(${channel}) {`, 'super(channel);', '}'),
        block(code`private ${type}(${both}) {`, 'super(channel, callOptions);', '}'),
        [
          code`@${lang('Override')}`,
          block(code`protected ${type} build(${both}) {`, `return new ${type}(channel, callOptions);`, '}'),
        ],
        ...calls.map(methodOf),
      ]),
      '}',
    ),
  );
}

/** Of the stub that can make every call, and waits for none. */
function asyncMethod(call: Call): Code {
  const { streaming, getter } = call;
  const start = code`${grpc('ClientCalls')}.async${CALLS[streaming]}Call`;
  return documented(
    call.def.doc,
    observed(
      call,
      (values) => code`${start}(getChannel().newCall(${getter}(), getCallOptions()), ${values});`,
    ),
  );
}

/** Of the stub that waits for answers to one request. */
function blockingMethod({ def, streaming, name, getter, request, response }: Call): Code {
  if (streaming !== 'none' && streaming !== 'server') return [];
  const one = streaming === 'none';
  const result = one ? response : code`${imported('java.util', 'Iterator')}<${response}>`;
  const start = code`${grpc('ClientCalls')}.blocking${CALLS[streaming]}Call`;
  return documented(
    def.doc,
    method(
      code`public ${result} ${name}`,
      [code`${request} request`],
      code`return ${start}(getChannel(), ${getter}(), getCallOptions(), request);`,
    ),
  );
}

/** Of the stub that promises one answer to one request. */
function futureMethod({ def, streaming, name, getter, request, response }: Call): Code {
  if (streaming !== 'none') return [];
  return documented(
    def.doc,
    method(
      code`public ${grpc('ListenableFuture')}<${response}> ${name}`,
      [code`${request} request`],
      code`return ${grpc('ClientCalls')}.futureUnaryCall(getChannel().newCall(${getter}(), getCallOptions()), request);`,
    ),
  );
}

/** How messages become bytes and are read again, however few bytes a stream gives at once. */
function messagesClass({ messages }: Service): Code {
  const stream = imported('java.io', 'InputStream');
  const root = code`${imported('java.util.function', 'Function')}<${byteBuffer}, T>`;
  const type = code`${lang('Class')}<T>`;
  const override = code`@${lang('Override')}`;
  return [
    code`private static final class ${messages}<T extends ${runtime('Table')}>`,
    indented(indented(code`implements ${grpc('MethodDescriptor')}.ReflectableMarshaller<T> {`)),
    indented(
      paragraphs([
        [code`private final ${type} type;`, code`private final ${root} root;`],
        block(
          code`${messages}(${type} type, ${root} root) {`,
          ['this.type = type;', 'this.root = root;'],
          '}',
        ),
        [override, block(code`public ${type} getMessageClass() {`, 'return type;', '}')],
        [
          override,
          block(
            code`public ${stream} stream(T message) {`,
            [
              code`${byteBuffer} buffer = message.getByteBuffer().duplicate();`,
              'byte[] bytes = new byte[buffer.remaining()];',
              'buffer.get(bytes);',
              code`return new ${imported('java.io', 'ByteArrayInputStream')}(bytes);`,
            ],
            '}',
          ),
        ],
        [
          override,
          block(
            code`public T parse(${stream} stream) {`,
            [
              block(
                'try {',
                [
                  'byte[] bytes = new byte[stream.available() + 1];',
                  'int size = 0;',
                  block(
                    'for (int read; (read = stream.read(bytes, size, bytes.length - size)) >= 0; ) {',
                    [
                      'size += read;',
                      code`if (size == bytes.length) bytes = ${imported('java.util', 'Arrays')}.copyOf(bytes, 2 * size);`,
                    ],
                    '}',
                  ),
                  code`return root.apply(${byteBuffer}.wrap(bytes, 0, size));`,
                ],
                code`} catch (${imported('java.io', 'IOException')} | ${lang('IndexOutOfBoundsException')} | ${imported('java.nio', 'BufferUnderflowException')} cause) {`,
              ),
              indented(
                code`throw ${grpc('Status')}.INTERNAL.withDescription("no message").withCause(cause).asRuntimeException();`,
              ),
              '}',
            ],
            '}',
          ),
        ],
      ]),
    ),
    '}',
  ];
}

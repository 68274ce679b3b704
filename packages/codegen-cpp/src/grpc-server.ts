// What servers derive from: `Service` answers calls one after another, the templates around it take single calls out of
// its hands, and `CallbackService` answers through reactors.
import { blank, block, indented, type Code } from '@fb/codegen';
import type { Context } from './context.js';
import { declared, grpc, passed, RPC_TYPES, unused, type GrpcCall, type Parameter } from './grpc-call.js';
import { braces, documented, quoted, typeCode } from './language.js';

const CONTEXT: Parameter = [`${grpc('ServerContext')} *`, 'context'];
const UNIMPLEMENTED = `return ${grpc('Status')}(${grpc('StatusCode')}::UNIMPLEMENTED, "");`;

/** The declarations in the class of a service. */
export function serverHeader(context: Context, calls: readonly GrpcCall[]): Code {
  const streamed = calls.filter(({ streaming }) => streaming === 'none');
  const split = calls.filter(({ streaming }) => streaming === 'server');
  const either = calls.filter((call) => streamed.includes(call) || split.includes(call));
  return [
    typeCode(`class Service : public ${grpc('Service')}`, [
      'public:',
      'Service();',
      '~Service() override;',
      calls.map((call) => documented(call.doc, `virtual ${head(call, declared)};`)),
    ]),
    calls.map((call) => [blank, wrapper('Async', call)]),
    blank,
    layers('AsyncService', calls, 'Async'),
    calls.map((call) => [blank, wrapper('Generic', call)]),
    either.map((call) => [blank, wrapper(streamedKind(call), call)]),
    blank,
    layers('StreamedUnaryService', streamed, 'StreamedUnary'),
    layers('SplitStreamedService', split, 'SplitStreaming'),
    `typedef ${either.reduceRight((inner, call) => layer(streamedKind(call), call, inner), 'Service')} StreamedService;`,
    context.settings.grpcCallbackApi ? [blank, callbackHeader(calls)] : [],
  ];
}

/** The definitions of the same. */
export function serverSource(context: Context, service: string, calls: readonly GrpcCall[]): Code {
  const own = `${service}::Service`;
  return [
    braces(
      `${own}::Service()`,
      calls.map((call) => {
        const handler = `${handlerOf(call)}<${own}, ${call.request}, ${call.response}>`;
        return added(call, `new ${handler}(std::mem_fn(&${own}::${call.name}), this)`);
      }),
    ),
    blank,
    `${own}::~Service() {}`,
    calls.map((call) => [
      blank,
      braces(`${grpc('Status')} ${unused(`${own}::${call.name}`, parameters(call))}`, UNIMPLEMENTED),
    ]),
    context.settings.grpcCallbackApi ? callbackSource(service, calls) : [],
  ];
}

type Kind = 'Async' | 'Generic' | 'StreamedUnary' | 'SplitStreaming';

function parameters({ streaming, request, response }: GrpcCall): readonly Parameter[] {
  const received: Parameter = [`const ${request} *`, 'request'];
  switch (streaming) {
    case 'none':
      return [CONTEXT, received, [`${response} *`, 'response']];
    case 'client':
      return [CONTEXT, [`${grpc(`ServerReader<${request}>`)} *`, 'reader'], [`${response} *`, 'response']];
    case 'server':
      return [CONTEXT, received, [`${grpc(`ServerWriter<${response}>`)} *`, 'writer']];
    case 'bidi':
      return [CONTEXT, [`${grpc(`ServerReaderWriter<${response}, ${request}>`)} *`, 'stream']];
  }
}

function head(call: GrpcCall, form: typeof declared): string {
  return `${grpc('Status')} ${form(call.name, parameters(call))}`;
}

function handlerOf({ streaming }: GrpcCall): string {
  const names = {
    none: 'RpcMethod',
    client: 'ClientStreaming',
    server: 'ServerStreaming',
    bidi: 'BidiStreaming',
  };
  return grpc(`internal::${names[streaming]}Handler`);
}

/** Registers a call and its handler, which gRPC deletes. */
function added({ path, streaming }: GrpcCall, handler: string): Code {
  return [
    `${grpc('Service')}::AddMethod(new ${grpc('internal::RpcServiceMethod')}(`,
    indented(
      indented([
        `${quoted(path)}, ${grpc('internal::RpcMethod')}::${RPC_TYPES[streaming]},`,
        `${handler}));`,
      ]),
    ),
  ];
}

function streamedKind({ streaming }: GrpcCall): Kind {
  return streaming === 'none' ? 'StreamedUnary' : 'SplitStreaming';
}

function layer(kind: Kind, { name }: GrpcCall, inner: string): string {
  return `With${kind}Method_${name}<${inner}>`;
}

function layers(name: string, calls: readonly GrpcCall[], kind: Kind): Code {
  return `typedef ${calls.reduceRight((inner, call) => layer(kind, call, inner), 'Service')} ${name};`;
}

/** A class template that answers one call in another way than its base, which then must not be asked. */
function wrapper(kind: Kind, call: GrpcCall): Code {
  const { name, index, request, response } = call;
  const type = `With${kind}Method_${name}`;
  const mark = (what: string, more = ''): string => `${grpc('Service')}::MarkMethod${what}(${index}${more}`;
  const streamer = kind === 'StreamedUnary' ? 'ServerUnaryStreamer' : 'ServerSplitStreamer';
  const handler = kind === 'StreamedUnary' ? 'StreamedUnaryHandler' : 'SplitServerStreamingHandler';
  const stream: Parameter = [`${grpc(`${streamer}<${request}, ${response}>`)} *`, 'streamer'];
  const replaced = kind === 'StreamedUnary' || kind === 'SplitStreaming';
  return [
    'template <class BaseClass>',
    typeCode(`class ${type} : public BaseClass`, [
      'public:',
      braces(
        `${type}()`,
        replaced
          ? [
              `${mark('Streamed', ',')}`,
              indented(
                indented([
                  `new ${grpc(`internal::${handler}<${request}, ${response}>`)}(`,
                  indented(
                    indented(
                      `std::bind(&${type}<BaseClass>::Streamed${name}, this, std::placeholders::_1, std::placeholders::_2)));`,
                    ),
                  ),
                ]),
              ),
            ]
          : `${mark(kind)});`,
      ),
      braces(`~${type}() override`, 'static_cast<void>(static_cast<const Service *>(this));'),
      braces(`${head(call, unused)} final`, ['std::abort();']),
      kind === 'Async' ? requestCode(call) : [],
      replaced ? `virtual ${grpc('Status')} ${declared(`Streamed${name}`, [CONTEXT, stream])} = 0;` : [],
    ]),
  ];
}

/** Asks for the next call of this kind; the queue gives back `tag` when it has come. */
function requestCode({ name, index, streaming, request, response }: GrpcCall): Code {
  const received: Parameter = [`${request} *`, 'request'];
  const [what, own] = {
    none: ['Unary', [received, [`${grpc(`ServerAsyncResponseWriter<${response}>`)} *`, 'response']]],
    client: ['ClientStreaming', [[`${grpc(`ServerAsyncReader<${response}, ${request}>`)} *`, 'reader']]],
    server: ['ServerStreaming', [received, [`${grpc(`ServerAsyncWriter<${response}>`)} *`, 'writer']]],
    bidi: ['BidiStreaming', [[`${grpc(`ServerAsyncReaderWriter<${response}, ${request}>`)} *`, 'stream']]],
  }[streaming] as [string, readonly Parameter[]];
  const list: readonly Parameter[] = [
    CONTEXT,
    ...own,
    [`${grpc('CompletionQueue')} *`, 'new_call_cq'],
    [`${grpc('ServerCompletionQueue')} *`, 'notification_cq'],
    ['void *', 'tag'],
  ];
  return braces(
    `void ${declared(`Request${name}`, list)}`,
    `${grpc('Service')}::RequestAsync${what}(${[index, ...passed(list)].join(', ')});`,
  );
}

const CALLBACK_CONTEXT: Parameter = [`${grpc('CallbackServerContext')} *`, 'context'];

/** What a reactor of each kind is, what the method that makes one takes, and the handler that asks it. */
function callback({ streaming, request, response }: GrpcCall): {
  readonly reactor: string;
  readonly handler: string;
  readonly parameters: readonly Parameter[];
} {
  const received: Parameter = [`const ${request} *`, 'request'];
  const answer: Parameter = [`${response} *`, 'response'];
  const [reactor, handler, own] = {
    none: ['ServerUnaryReactor', 'CallbackUnaryHandler', [received, answer]],
    client: [`ServerReadReactor<${request}>`, 'CallbackClientStreamingHandler', [answer]],
    server: [`ServerWriteReactor<${response}>`, 'CallbackServerStreamingHandler', [received]],
    bidi: [`ServerBidiReactor<${request}, ${response}>`, 'CallbackBidiHandler', []],
  }[streaming] as [string, string, readonly Parameter[]];
  return {
    reactor: grpc(reactor),
    handler: grpc(`internal::${handler}<${request}, ${response}>`),
    parameters: [CALLBACK_CONTEXT, ...own],
  };
}

function callbackHeader(calls: readonly GrpcCall[]): Code {
  return typeCode(`class CallbackService : public ${grpc('Service')}`, [
    'public:',
    'CallbackService();',
    '~CallbackService() override;',
    calls.map((call) => {
      const { reactor, parameters: list } = callback(call);
      return documented(call.doc, `virtual ${reactor} *${declared(call.name, list)};`);
    }),
  ]);
}

/** gRPC answers a call without a reactor with `UNIMPLEMENTED`. */
function callbackSource(service: string, calls: readonly GrpcCall[]): Code {
  const own = `${service}::CallbackService`;
  return [
    blank,
    braces(
      `${own}::CallbackService()`,
      calls.map((call) => {
        const { handler, parameters: list } = callback(call);
        const answer = `[this]${declared('', list)} { return this->${call.name}(${passed(list).join(', ')}); }`;
        return [
          added(call, 'nullptr'),
          `${grpc('Service')}::MarkMethodCallback(${call.index},`,
          indented(indented([`new ${handler}(`, indented(indented(`${answer}));`))])),
        ];
      }),
    ),
    blank,
    `${own}::~CallbackService() {}`,
    calls.map((call) => {
      const { reactor, parameters: list } = callback(call);
      return [blank, block(`${reactor} *${unused(`${own}::${call.name}`, list)} {`, 'return nullptr;', '}')];
    }),
  ];
}

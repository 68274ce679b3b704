// The stub of a service, and its interface, which tests may implement: each call can be made at once, or through a
// completion queue, or with the callback API.
import { blank, block, indented, type Code } from '@fb/codegen';
import type { Context } from './context.js';
import { declared, grpc, passed, RPC_TYPES, type GrpcCall, type Parameter } from './grpc-call.js';
import { call as callCode, braces, constructorCode, documented, quoted, typeCode } from './language.js';

const CONTEXT: Parameter = [`${grpc('ClientContext')} *`, 'context'];
const QUEUE: Parameter = [`${grpc('CompletionQueue')} *`, 'cq'];
const TAG: Parameter = ['void *', 'tag'];
const CHANNEL: Parameter = [`const std::shared_ptr<${grpc('ChannelInterface')}> &`, 'channel'];

/** A way to make a call that gives an object to go on with. */
interface Start {
  /** The name of the function. */
  readonly name: string;
  /** The class template in `grpc` after `Client`, and its arguments. */
  readonly template: string;
  readonly types: readonly string[];
  readonly parameters: readonly Parameter[];
  /** What the factory of such objects takes after channel, queue, method and context. */
  readonly values: readonly string[];
  readonly queued: boolean;
}

/** The declarations in the class of a service. */
export function clientHeader(context: Context, calls: readonly GrpcCall[]): Code {
  return [
    typeCode('class StubInterface', [
      'public:',
      'virtual ~StubInterface() {}',
      calls.map((call) =>
        documented(call.doc, [
          call.streaming === 'none' ? `virtual ${unaryHead(call, '')} = 0;` : [],
          startsOf(call).map((start) => owned(start, 'Interface')),
        ]),
      ),
      blank,
      'private:',
      calls.map((call) => startsOf(call).map((start) => `virtual ${rawHead(start, '', 'Interface')} = 0;`)),
    ]),
    blank,
    typeCode('class Stub final : public StubInterface', [
      'public:',
      `${declared('Stub', [CHANNEL])};`,
      calls.map((call) => [
        call.streaming === 'none' ? `${unaryHead(call, '')} override;` : [],
        startsOf(call).map((start) => owned(start, '')),
        context.settings.grpcCallbackApi ? callbackHeads(call, '').map((head) => `${head};`) : [],
      ]),
      blank,
      'private:',
      `std::shared_ptr<${grpc('ChannelInterface')}> channel_;`,
      calls.map((call) => startsOf(call).map((start) => `${rawHead(start, '', '')} override;`)),
      calls.map((call) => `const ${grpc('internal::RpcMethod')} ${method(call)};`),
    ]),
    blank,
    `static std::unique_ptr<Stub> NewStub(${CHANNEL.join('')}, const ${grpc('StubOptions')} &options = ${grpc('StubOptions')}());`,
  ];
}

/** The definitions of the same. */
export function clientSource(context: Context, service: string, calls: readonly GrpcCall[]): Code {
  const stub = `${service}::Stub`;
  return [
    braces(
      `std::unique_ptr<${stub}> ${service}::NewStub(${CHANNEL.join('')}, const ${grpc('StubOptions')} &)`,
      `return std::unique_ptr<${stub}>(new ${stub}(channel));`,
    ),
    blank,
    constructorCode(
      `${stub}::Stub`,
      [CHANNEL.join('')],
      [
        'channel_(channel)',
        ...calls.map(
          (call) =>
            `${method(call)}(${quoted(call.path)}, ${grpc('internal::RpcMethod')}::${RPC_TYPES[call.streaming]}, channel)`,
        ),
      ],
      [],
    ),
    calls.map((call) => [
      blank,
      call.streaming === 'none'
        ? braces(
            unaryHead(call, `${stub}::`),
            `return ${grpc('internal::BlockingUnaryCall')}(channel_.get(), ${method(call)}, context, request, response);`,
          )
        : [],
      startsOf(call).map((start) => [blank, rawSource(start, call, stub)]),
      context.settings.grpcCallbackApi ? callbackSource(call, stub) : [],
    ]),
  ];
}

function method({ name }: GrpcCall): string {
  return `rpcmethod_${name}_`;
}

/** What is sent and what is received, where it is one message. */
function messages({ streaming, request, response }: GrpcCall): readonly Parameter[] {
  const sent: Parameter = [`const ${request} &`, 'request'];
  const received: Parameter = [`${response} *`, 'response'];
  if (streaming === 'bidi') return [];
  return streaming === 'none' ? [sent, received] : [streaming === 'client' ? received : sent];
}

function unaryHead(call: GrpcCall, scope: string): string {
  return `${grpc('Status')} ${declared(`${scope}${call.name}`, [CONTEXT, ...messages(call)])}`;
}

function startsOf(call: GrpcCall): readonly Start[] {
  const { name, streaming, request, response } = call;
  if (streaming === 'none') {
    return ['Async', 'PrepareAsync'].map((prefix) => ({
      name: `${prefix}${name}`,
      template: 'AsyncResponseReader',
      types: [response],
      parameters: [CONTEXT, [`const ${request} &`, 'request'], QUEUE],
      values: ['request', String(prefix === 'Async')],
      queued: true,
    }));
  }
  const [template, types] = {
    client: ['Writer', [request]] as const,
    server: ['Reader', [response]] as const,
    bidi: ['ReaderWriter', [request, response]] as const,
  }[streaming];
  const first = [CONTEXT, ...messages(call)];
  const sent = passed(messages(call));
  const async = { template: `Async${template}`, types, queued: true };
  return [
    { name, template, types, parameters: first, values: sent, queued: false },
    { ...async, name: `Async${name}`, parameters: [...first, QUEUE, TAG], values: [...sent, 'true', 'tag'] },
    {
      ...async,
      name: `PrepareAsync${name}`,
      parameters: [...first, QUEUE],
      values: [...sent, 'false', 'nullptr'],
    },
  ];
}

function typeOf({ template, types }: Start, suffix: 'Interface' | 'Factory' | ''): string {
  return `Client${template}${suffix}<${types.join(', ')}>`;
}

/** The function that users call: it gives what the raw one makes to its caller. */
function owned(start: Start, suffix: 'Interface' | ''): Code {
  const pointer = `std::unique_ptr<${grpc(typeOf(start, suffix))}>`;
  return braces(
    `${pointer} ${declared(start.name, start.parameters)}`,
    `return ${pointer}(${start.name}Raw(${passed(start.parameters).join(', ')}));`,
  );
}

function rawHead(start: Start, scope: string, suffix: 'Interface' | ''): string {
  return `${grpc(typeOf(start, suffix))} *${declared(`${scope}${start.name}Raw`, start.parameters)}`;
}

function rawSource(start: Start, call: GrpcCall, stub: string): Code {
  return braces(
    rawHead(start, `${stub}::`, ''),
    indentedCall(`return ${grpc(`internal::${typeOf(start, 'Factory')}`)}::Create`, [
      'channel_.get()',
      ...(start.queued ? ['cq'] : []),
      method(call),
      'context',
      ...start.values,
    ]),
  );
}

function indentedCall(callee: string, values: readonly string[]): Code {
  return [`${callee}(`, indented(indented(`${values.join(', ')});`))];
}

/** The reactor of each kind of call, and what makes a call with one. */
function reactorOf({ streaming, request, response }: GrpcCall): {
  readonly reactor: string;
  readonly factory: string;
} {
  switch (streaming) {
    case 'none':
      return { reactor: 'ClientUnaryReactor', factory: 'ClientCallbackUnaryFactory' };
    case 'client':
      return {
        reactor: `ClientWriteReactor<${request}>`,
        factory: `ClientCallbackWriterFactory<${request}>`,
      };
    case 'server':
      return {
        reactor: `ClientReadReactor<${response}>`,
        factory: `ClientCallbackReaderFactory<${response}>`,
      };
    case 'bidi':
      return {
        reactor: `ClientBidiReactor<${request}, ${response}>`,
        factory: `ClientCallbackReaderWriterFactory<${request}, ${response}>`,
      };
  }
}

function callbackHeads(call: GrpcCall, scope: string): readonly string[] {
  const reactor: Parameter = [`${grpc(reactorOf(call).reactor)} *`, 'reactor'];
  const done: Parameter = [`std::function<void(${grpc('Status')})> `, 'on_done'];
  const first = [CONTEXT, ...messages(call)];
  const lists = [...(call.streaming === 'none' ? [[...first, done]] : []), [...first, reactor]];
  return lists.map((list) => `void ${declared(`${scope}async_${call.name}`, list)}`);
}

function callbackSource(call: GrpcCall, stub: string): Code {
  const heads = callbackHeads(call, `${stub}::`);
  const first = ['channel_.get()', method(call), 'context'];
  const sent = messages(call).map(([, name]) => (name === 'request' ? '&request' : name));
  return heads.map((head, i) => {
    const callee =
      heads.length === 2 && i === 0
        ? grpc('internal::CallbackUnaryCall')
        : `${grpc(`internal::${reactorOf(call).factory}`)}::Create`;
    const last = heads.length === 2 && i === 0 ? 'std::move(on_done)' : 'reactor';
    return [blank, block(`${head} {`, callCode(callee, [...first, ...sent, last]), '}')];
  });
}

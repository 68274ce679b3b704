// The three kinds of clients: one that waits for nothing, one that waits for answers, one that promises them.
import { block, code, paragraphs, type Code } from '@fb/codegen';
import type { ServiceDef } from '@fb/schema';
import { CALLS, observed, type Call, type Service } from './grpc-call.js';
import { documented, lang, method } from './language.js';
import { grpc, imported } from './runtime.js';

/** The suffixes of their classes. */
export const STUBS = ['Stub', 'BlockingStub', 'FutureStub'] as const;

type Stub = (typeof STUBS)[number];

/** The method of a service that makes a client. */
export function newStub({ name }: ServiceDef, kind: Stub): Code {
  return block(
    code`public static ${name}${kind} new${kind}(${grpc('Channel')} channel) {`,
    `return new ${name}${kind}(channel);`,
    '}',
  );
}

/** The class of clients of a kind. */
export function stubClass({ def, calls }: Service, kind: Stub): Code {
  const methodOf = METHODS[kind];
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

const METHODS: Readonly<Record<Stub, (call: Call) => Code>> = {
  Stub: asyncMethod,
  BlockingStub: blockingMethod,
  FutureStub: futureMethod,
};

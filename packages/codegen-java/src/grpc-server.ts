// The base class of servers: a method for each call, which refuses it until it is overridden.
import { block, code, indented, paragraphs, type Code } from '@fb/codegen';
import { CALLS, observed, type Service } from './grpc-call.js';
import { documented, lang } from './language.js';
import { grpc } from './runtime.js';

/** The abstract class that servers extend. */
export function serverClass({ def, calls }: Service): Code {
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

// The worker: takes requests one after the other, answers each. Everything that takes time happens here.
import { handlers } from './handlers.js';
import type { Name, RequestMessage, RequestOf, ResponseMessage, ResponseOf } from './protocol.js';

interface Scope {
  addEventListener(type: 'message', listener: (event: MessageEvent<RequestMessage>) => void): void;
  postMessage(message: ResponseMessage): void;
}

// The types of a page's global are not those of a worker's.
const scope = globalThis as unknown as Scope;

type Handler<N extends Name> = (request: RequestOf<N>) => ResponseOf<N> | Promise<ResponseOf<N>>;

async function answer(id: number, name: Name, request: unknown): Promise<ResponseMessage> {
  try {
    const handler = handlers[name] as Handler<Name>;
    return { id, response: await handler(request as RequestOf<Name>) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

scope.addEventListener('message', ({ data }) => {
  void answer(data.id, data.name, data.request).then((message) => {
    try {
      scope.postMessage(message);
    } catch (error) {
      // An answer that cannot be copied to the page, such as one that memory is too small for.
      scope.postMessage({ id: data.id, error: String(error) });
    }
  });
});
scope.postMessage({ ready: true });

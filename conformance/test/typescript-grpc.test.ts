// RPC services in generated TypeScript: the reference compiler's names, and calls over a real connection.
import { typescriptGenerator, type TypeScriptOptions } from '@fb/codegen-typescript';
import * as runtime from '@fb/flatbuffers';
import { parseSchema } from '@fb/idl';
import * as grpc from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { flatc } from '../src/oracle.js';
import { runTypeScript, typeErrors, type Exports, type GeneratedText } from '../src/typescript.js';

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000 });

const SCHEMA = `
  namespace Shop;
  table Query { text : string; }
  table Answer { count : int; text : string; }
  /// Finds things.
  rpc_service Search {
    /// One answer to one question.
    Find(Query) : Answer;
    Count(Query) : Answer (streaming: "client");
    List(Query) : Answer (streaming: "server");
    chat(Query) : Answer (streaming: "bidi");
  }
`;

function generate(text: string, options: TypeScriptOptions = {}): readonly GeneratedText[] {
  const { schema } = parseSchema(text, { path: 'shop.fbs' });
  if (schema === null) throw new Error('the schema is right');
  const { files, diagnostics } = typescriptGenerator.generate(schema, { grpc: true, ...options });
  expect(diagnostics).toEqual([]);
  return files;
}

const files = generate(SCHEMA);
const load = runTypeScript(files, runtime, { '@grpc/grpc-js': grpc });
const { SearchClient, SearchService } = load('shop_grpc');
const { Query, Answer } = load('shop');

it('has the names of the reference compiler', async () => {
  const oracle = await flatc();
  const run = oracle.run(['--ts', '--grpc', 'shop.fbs'], { 'shop.fbs': SCHEMA });
  const theirs = Buffer.from(run.files.get('shop_grpc.d.ts') ?? '').toString();
  const ours = files.find(({ path }) => path === 'shop_grpc.ts')?.content ?? '';
  expect(exported(ours)).toEqual(exported(theirs));
  for (const method of methods(theirs)) {
    // Of options without metadata it lacks the plain call, and it takes the request where the answer should be.
    if (!method.includes('Client') || method.includes('WritableStream')) continue;
    expect(methods(ours).join('\n')).toContain(method.replace(', options?:', ', options:'));
  }
});

it.each<[string, TypeScriptOptions]>([
  ['as it is', {}],
  ['in one file', { oneFile: true }],
  ['for npm flatbuffers', { modern: false, runtimeModule: 'flatbuffers' }],
])('compiles, %s', (_name, options) => {
  const user = {
    path: 'user.ts',
    content: `
      import * as grpc from '@grpc/grpc-js';
      import { ISearchServer, SearchClient, SearchService, type ISearchClient } from './shop_grpc.js';
      export class Mine extends SearchClient {}
      export const client: ISearchClient & grpc.Client = new Mine('localhost:1', grpc.credentials.createInsecure());
      export function serve(server: grpc.Server, implementation: ISearchServer): void {
        server.addService(SearchService, implementation);
      }
      client.close();
    `.replace('import { ISearchServer', 'import { type ISearchServer'),
  };
  expect(typeErrors([...generate(SCHEMA, options), user])).toEqual([]);
});

it('copes with unlucky names', () => {
  const unlucky = generate(`
    table grpc { x : int; } table Buffer { x : int; } table message { x : int; }
    rpc_service close { close(grpc) : Buffer; bytes(message) : grpc; makeUnaryRequest(Buffer) : message; __proto__(grpc) : grpc; }
    namespace N; table grpc { x : int; }
    rpc_service close { delete(N.grpc) : N.grpc; constructor(N.grpc) : N.grpc; }
  `);
  expect(typeErrors(unlucky)).toEqual([]);
  expect(Object.keys(runTypeScript(unlucky, runtime, { '@grpc/grpc-js': grpc })('shop_grpc'))).toEqual([
    'closeService',
    'closeClient',
    'N_closeService',
    'N_closeClient',
  ]);
});

describe('a server and a client', () => {
  const server = new grpc.Server();
  let client: Exports[string];

  beforeAll(async () => {
    server.addService(SearchService, {
      Find: (call: Call, callback: Callback) => callback(null, answer(1, call.request.text())),
      Count: (call: Call, callback: Callback) => {
        let count = 0;
        call.on('data', () => (count += 1));
        call.on('end', () => callback(null, answer(count, 'counted')));
      },
      List: (call: Call) => {
        for (let i = 0; i < 3; i++) call.write(answer(i, call.request.text()));
        call.end();
      },
      chat: (call: Call) => {
        call.on('data', (message: Exports[string]) => call.write(answer(0, message.text())));
        call.on('end', () => call.end());
      },
    });
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      );
    });
    client = new SearchClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  });

  afterAll(() => {
    client.close();
    server.forceShutdown();
  });

  it('exchange single messages', async () => {
    const received = await new Promise<Exports[string]>((resolve, reject) => {
      client.Find(query('ü'), (error: Error | null, response: Exports[string]) =>
        error === null ? resolve(response) : reject(error),
      );
    });
    expect(read(received)).toEqual([1, 'ü']);
  });

  it('stream requests', async () => {
    const received = await new Promise<Exports[string]>((resolve, reject) => {
      const call = client.Count((error: Error | null, response: Exports[string]) =>
        error === null ? resolve(response) : reject(error),
      );
      for (const text of ['a', 'b', 'c']) call.write(query(text));
      call.end();
    });
    expect(read(received)).toEqual([3, 'counted']);
  });

  it('stream responses', async () => {
    expect(await all(client.List(query('x')))).toEqual([
      [0, 'x'],
      [1, 'x'],
      [2, 'x'],
    ]);
  });

  it('stream both ways', async () => {
    const call = client.chat();
    const received = all(call);
    for (const text of ['a', 'b']) call.write(query(text));
    call.end();
    expect(await received).toEqual([
      [0, 'a'],
      [0, 'b'],
    ]);
  });
});

/** What grpc-js hands to a server's method; its types are the generated code's to give. */
type Call = Exports[string];
type Callback = (error: null, value: Exports[string]) => void;

/** As a builder leaves it: with free bytes before the message. */
function query(text: string): Exports[string] {
  const builder = new runtime.Builder();
  builder.finish(Query.createQuery(builder, builder.createString(text)));
  return Query.getRootAsQuery(builder.dataBuffer());
}

function answer(count: number, text: string): Exports[string] {
  const builder = new runtime.Builder();
  builder.finish(Answer.createAnswer(builder, count, builder.createString(text)));
  return Answer.getRootAsAnswer(new runtime.ByteBuffer(builder.asUint8Array()));
}

function read(message: Exports[string]): readonly [number, string] {
  return [message.count(), message.text()];
}

function all(call: Call): Promise<readonly (readonly [number, string])[]> {
  return new Promise((resolve, reject) => {
    const messages: (readonly [number, string])[] = [];
    call.on('data', (message: Exports[string]) => messages.push(read(message)));
    call.on('end', () => resolve(messages));
    call.on('error', reject);
  });
}

function exported(text: string): readonly string[] {
  const names = [...text.matchAll(/^export (?:const|class|interface) (\w+)/gm)].map(([, name]) => name ?? '');
  return [...new Set(names)].toSorted();
}

/** Of clients, without the prefix that the reference compiler gives all types. */
function methods(text: string): readonly string[] {
  const heads = [...text.matchAll(/^ {2}(\w+\(.*\): grpc\.Client\w+)/gm)].map(([, head]) => head ?? '');
  return heads.map((head) => head.replaceAll('Shop_', ''));
}

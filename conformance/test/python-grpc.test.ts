// RPC services in generated Python: one program makes every kind of call over a real connection, with the reference
// compiler's code and with ours.
import { pythonGenerator, type PythonOptions } from '@fb/codegen-python';
import { parseSchema } from '@fb/idl';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { flatc } from '../src/oracle.js';
import { grpcPython, missingPython, PythonFolder, type PythonFile } from '../src/python.js';

// To install gRPC takes its time.
vi.setConfig({ testTimeout: 300_000 });

const SCHEMA = `
  namespace Shop.Deep;
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

/** Messages are tables with typed handlers, else the bytes of their buffers. */
const PROGRAM = `
import os
import sys
# Only errors: whether a server that ends is worth a line depends on the time.
os.environ['GRPC_VERBOSITY'] = 'ERROR'
from concurrent import futures
import flatbuffers
import grpc
from Shop.Deep import shop_grpc_fb as shop
from Shop.Deep import Answer as answers
from Shop.Deep import Query as queries

typed = sys.argv[1] == 'typed'

def message(of, builder, root):
    builder.Finish(root)
    data = bytes(builder.Output())
    return of.GetRootAs(data) if typed else data

def read(of, given):
    assert isinstance(given, of if typed else bytes)
    return given if typed else of.GetRootAs(given)

def query(text):
    builder = flatbuffers.Builder(0)
    at = builder.CreateString(text)
    queries.QueryStart(builder)
    queries.QueryAddText(builder, at)
    return message(queries.Query, builder, queries.QueryEnd(builder))

def answer(count, text):
    builder = flatbuffers.Builder(0)
    at = builder.CreateString(text)
    answers.AnswerStart(builder)
    answers.AnswerAddCount(builder, count)
    answers.AnswerAddText(builder, at)
    return message(answers.Answer, builder, answers.AnswerEnd(builder))

def asked(given):
    return read(queries.Query, given).Text().decode()

def show(what, given):
    got = read(answers.Answer, given)
    print(what, got.Count(), ascii(got.Text().decode()))

class Mine(shop.SearchServicer):
    def Find(self, request, context):
        return answer(1, asked(request))
    def Count(self, request_iterator, context):
        return answer(sum(1 for each in request_iterator), 'counted')
    def List(self, request, context):
        for i in range(3):
            yield answer(i, asked(request))
    def chat(self, request_iterator, context):
        for each in request_iterator:
            yield answer(0, asked(each))

def serve(servicer):
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
    shop.add_SearchServicer_to_server(servicer, server)
    port = server.add_insecure_port('127.0.0.1:0')
    server.start()
    return server, grpc.insecure_channel('127.0.0.1:%d' % port)

server, channel = serve(Mine())
stub = shop.SearchStub(channel)
show('one', stub.Find(query('\\u00fc'), timeout=60))
show('counted', stub.Count(iter([query('a'), query('b'), query('c')]), timeout=60))
for each in stub.List(query('x'), timeout=60):
    show('list', each)
for each in stub.chat(iter([query('hi'), query('ho')]), timeout=60):
    show('chat', each)
channel.close()
server.stop(None).wait()

server, channel = serve(shop.SearchServicer())
try:
    shop.SearchStub(channel).Find(query('x'), timeout=60)
except grpc.RpcError as error:
    print(error.code().name)
channel.close()
server.stop(None).wait()
`;

const PRINTED = [
  "one 1 '\\xfc'",
  "counted 3 'counted'",
  "list 0 'x'",
  "list 1 'x'",
  "list 2 'x'",
  "chat 0 'hi'",
  "chat 0 'ho'",
  'UNIMPLEMENTED',
];

function ours(options: PythonOptions): readonly PythonFile[] {
  const { schema } = parseSchema(SCHEMA, { path: 'shop.fbs' });
  if (schema === null) throw new Error('the schema is right');
  const { files, diagnostics } = pythonGenerator.generate(schema, { grpc: true, ...options });
  expect(diagnostics).toEqual([]);
  return files;
}

async function theirs(flags: readonly string[]): Promise<readonly PythonFile[]> {
  const oracle = await flatc();
  const { files } = oracle.run(['--python', '--grpc', ...flags, 'shop.fbs'], { 'shop.fbs': SCHEMA });
  return [...files].map(([path, content]) => ({ path, content }));
}

const python = missingPython() === null ? grpcPython() : { missing: 'Python' };

const folders: PythonFolder[] = [];
afterAll(() => folders.forEach((folder) => folder.remove()));

describe.runIf('interpreter' in python)('services in Python', () => {
  it.each<[string, 'typed' | 'bytes', () => readonly PythonFile[] | Promise<readonly PythonFile[]>]>([
    ['bytes', 'bytes', () => ours({})],
    ['tables', 'typed', () => ours({ grpcTypedHandlers: true })],
    ['tables, with annotations', 'typed', () => ours({ grpcTypedHandlers: true, typing: true })],
    ['bytes, in the code of the reference compiler', 'bytes', () => theirs([])],
    [
      'tables, in the code of the reference compiler',
      'typed',
      () => theirs(['--grpc-python-typed-handlers']),
    ],
  ])('exchange %s', async (_name, messages, generate) => {
    const folder = new PythonFolder([...(await generate()), { path: 'program.py', content: PROGRAM }]);
    folders.push(folder);
    const interpreter = 'interpreter' in python ? python.interpreter : '';
    const { stdout, stderr } = await folder.run(['program.py', messages], interpreter);
    expect([stdout.trimEnd().split('\n'), stderr]).toEqual([PRINTED, '']);
  });
});

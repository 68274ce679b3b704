// RPC services in generated C++: one program makes every kind of call over a real connection, with the reference
// compiler's code and with ours.
import { cppGenerator, type CppOptions } from '@fb/codegen-cpp';
import { parseSchema } from '@fb/idl';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  hasCompiler,
  hasGrpc,
  preparedRuntime,
  runProgram,
  temporaryFolder,
  writeFiles,
} from '../src/gxx.js';
import { flatc } from '../src/oracle.js';

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

const PROGRAM = `
  #include <grpcpp/grpcpp.h>
  #include <cstdio>
  #include <future>
  #include <string>
  #include <type_traits>
  #include "shop.grpc.fb.cc"
  using namespace Shop::Deep;
  typedef flatbuffers::grpc::Message<Query> Q;
  typedef flatbuffers::grpc::Message<Answer> A;

  static Q query(const std::string &text) {
    flatbuffers::grpc::MessageBuilder builder;
    builder.Finish(CreateQuery(builder, builder.CreateString(text)));
    return builder.ReleaseMessage<Query>();
  }
  static A answer(int count, const std::string &text) {
    flatbuffers::grpc::MessageBuilder builder;
    builder.Finish(CreateAnswer(builder, count, builder.CreateString(text)));
    return builder.ReleaseMessage<Answer>();
  }
  static std::string text(const Q &message) { return message.GetRoot()->text()->str(); }
  static void show(const char *what, const A &message) {
    std::printf("%s %d %s\\n", what, message.GetRoot()->count(), message.GetRoot()->text()->c_str());
  }

  class Mine : public Search::Service {
    grpc::Status Find(grpc::ServerContext *, const Q *request, A *response) override {
      *response = answer(1, text(*request));
      return grpc::Status::OK;
    }
    grpc::Status Count(grpc::ServerContext *, grpc::ServerReader<Q> *reader, A *response) override {
      int count = 0;
      for (Q request; reader->Read(&request);) ++count;
      *response = answer(count, "counted");
      return grpc::Status::OK;
    }
    grpc::Status List(grpc::ServerContext *, const Q *request, grpc::ServerWriter<A> *writer) override {
      for (int i = 0; i < 3; ++i) writer->Write(answer(i, text(*request)));
      return grpc::Status::OK;
    }
    grpc::Status chat(grpc::ServerContext *, grpc::ServerReaderWriter<A, Q> *stream) override {
      for (Q request; stream->Read(&request);) stream->Write(answer(0, text(request)));
      return grpc::Status::OK;
    }
  };

  // The other ways to serve are classes to derive from.
  class Later : public Search::WithAsyncMethod_Find<Search::Service> {};
  class Streams : public Search::StreamedService {
    grpc::Status StreamedFind(grpc::ServerContext *, grpc::ServerUnaryStreamer<Q, A> *) override {
      return grpc::Status::OK;
    }
    grpc::Status StreamedList(grpc::ServerContext *, grpc::ServerSplitStreamer<Q, A> *) override {
      return grpc::Status::OK;
    }
  };
  class Unused : public Search::WithGenericMethod_chat<Search::Service> {};
  class Queued : public Search::AsyncService {};
  class Halves : public Search::WithStreamedUnaryMethod_Find<Search::WithSplitStreamingMethod_List<Search::Service>> {};
  static_assert(std::is_same<Halves, void>::value || std::is_base_of<Search::StreamedService, Halves>::value, "");
  static_assert(std::is_base_of<Search::WithSplitStreamingMethod_List<Search::Service>, Search::SplitStreamedService>::value, "");
  static_assert(std::is_base_of<Search::WithStreamedUnaryMethod_Find<Search::Service>, Search::StreamedUnaryService>::value, "");

  static std::shared_ptr<grpc::Channel> serve(grpc::Service *service, std::unique_ptr<grpc::Server> *server,
                                              std::unique_ptr<grpc::ServerCompletionQueue> *queue = nullptr) {
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(service);
    if (queue != nullptr) *queue = builder.AddCompletionQueue();
    *server = builder.BuildAndStart();
    return grpc::CreateChannel("127.0.0.1:" + std::to_string(port), grpc::InsecureChannelCredentials());
  }

  static void calls() {
    Mine mine;
    std::unique_ptr<grpc::Server> server;
    std::unique_ptr<Search::StubInterface> stub = Search::NewStub(serve(&mine, &server));
    {
      grpc::ClientContext context;
      A found;
      const grpc::Status status = stub->Find(&context, query("u"), &found);
      std::printf("%d ", static_cast<int>(status.ok()));
      show("find", found);
    }
    {
      grpc::ClientContext context;
      A counted;
      std::unique_ptr<grpc::ClientWriterInterface<Q>> writer = stub->Count(&context, &counted);
      for (const char *each : {"a", "b", "c"}) writer->Write(query(each));
      writer->WritesDone();
      std::printf("%d ", static_cast<int>(writer->Finish().ok()));
      show("count", counted);
    }
    {
      grpc::ClientContext context;
      std::unique_ptr<grpc::ClientReaderInterface<A>> reader = stub->List(&context, query("x"));
      for (A each; reader->Read(&each);) show("list", each);
      std::printf("%d\\n", static_cast<int>(reader->Finish().ok()));
    }
    {
      grpc::ClientContext context;
      std::unique_ptr<grpc::ClientReaderWriterInterface<Q, A>> stream = stub->chat(&context);
      for (const char *each : {"a", "b"}) {
        stream->Write(query(each));
        A echoed;
        if (stream->Read(&echoed)) show("chat", echoed);
      }
      stream->WritesDone();
      std::printf("%d\\n", static_cast<int>(stream->Finish().ok()));
    }
    {
      grpc::ClientContext context;
      grpc::CompletionQueue queue;
      A found;
      grpc::Status status;
      int tag = 0;
      void *got = nullptr;
      bool ok = false;
      stub->AsyncFind(&context, query("later"), &queue)->Finish(&found, &status, &tag);
      queue.Next(&got, &ok);
      std::printf("%d %d ", static_cast<int>(got == &tag), static_cast<int>(ok));
      show("async", found);
      queue.Shutdown();
    }
    server->Shutdown();
  }

  static void nothing() {
    Search::Service service;
    std::unique_ptr<grpc::Server> server;
    std::unique_ptr<Search::Stub> stub = Search::NewStub(serve(&service, &server));
    grpc::ClientContext context;
    A found;
    const grpc::Status status = stub->Find(&context, query("u"), &found);
    std::printf("unimplemented %d\\n", static_cast<int>(status.error_code() == grpc::StatusCode::UNIMPLEMENTED));
    server->Shutdown();
  }

  static void later() {
    Later service;
    std::unique_ptr<grpc::Server> server;
    std::unique_ptr<grpc::ServerCompletionQueue> queue;
    std::unique_ptr<Search::Stub> stub = Search::NewStub(serve(&service, &server, &queue));
    grpc::ServerContext serving;
    Q request;
    grpc::ServerAsyncResponseWriter<A> responder(&serving);
    service.RequestFind(&serving, &request, &responder, queue.get(), queue.get(), &request);
    std::future<void> client = std::async(std::launch::async, [&stub] {
      grpc::ClientContext context;
      A found;
      if (stub->Find(&context, query("queued"), &found).ok()) show("served", found);
    });
    void *got = nullptr;
    bool ok = false;
    queue->Next(&got, &ok);
    responder.Finish(answer(7, text(request)), grpc::Status::OK, &responder);
    queue->Next(&got, &ok);
    client.get();
    server->Shutdown();
    queue->Shutdown();
  }

  int main() {
    std::printf("%s\\n", Search::service_full_name());
    calls();
    nothing();
    later();
  }
`;

const CALLBACKS = `
  #include <grpcpp/grpcpp.h>
  #include <cstdio>
  #include <future>
  #include <string>
  #include "shop.grpc.fb.cc"
  using namespace Shop::Deep;
  typedef flatbuffers::grpc::Message<Query> Q;
  typedef flatbuffers::grpc::Message<Answer> A;

  class Mine : public Search::CallbackService {
    grpc::ServerUnaryReactor *Find(grpc::CallbackServerContext *context, const Q *request, A *response) override {
      flatbuffers::grpc::MessageBuilder builder;
      builder.Finish(CreateAnswer(builder, 5, builder.CreateString(request->GetRoot()->text())));
      *response = builder.ReleaseMessage<Answer>();
      grpc::ServerUnaryReactor *reactor = context->DefaultReactor();
      reactor->Finish(grpc::Status::OK);
      return reactor;
    }
  };

  int main() {
    Mine mine;
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&mine);
    std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
    std::unique_ptr<Search::Stub> stub = Search::NewStub(
        grpc::CreateChannel("127.0.0.1:" + std::to_string(port), grpc::InsecureChannelCredentials()));
    flatbuffers::grpc::MessageBuilder asked;
    asked.Finish(CreateQuery(asked, asked.CreateString("back")));
    const Q request = asked.ReleaseMessage<Query>();
    A found;
    {
      grpc::ClientContext context;
      std::promise<grpc::Status> done;
      stub->async_Find(&context, request, &found, [&done](grpc::Status status) { done.set_value(status); });
      const bool ok = done.get_future().get().ok();
      std::printf("%d %d %s\\n", static_cast<int>(ok), found.GetRoot()->count(), found.GetRoot()->text()->c_str());
    }
    {
      struct Reader : grpc::ClientReadReactor<A> {
        std::promise<grpc::Status> done;
        void OnDone(const grpc::Status &status) override { done.set_value(status); }
      } reader;
      grpc::ClientContext context;
      stub->async_List(&context, request, &reader);
      reader.StartCall();
      std::printf("%d\\n", static_cast<int>(reader.done.get_future().get().error_code()));
    }
    server->Shutdown();
  }
`;

const folder = temporaryFolder();

function generate(text: string, options: CppOptions = {}): Readonly<Record<string, string>> {
  const { schema, diagnostics: problems } = parseSchema(text, { path: 'shop.fbs' });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (schema === null) throw new Error('the schema is right');
  const { files, diagnostics } = cppGenerator.generate(schema, { grpc: true, ...options });
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

describe.runIf(hasCompiler() && hasGrpc())('services in C++', { timeout: 300_000 }, () => {
  let runtime = '';
  beforeAll(async () => {
    runtime = await preparedRuntime();
  });

  function printed(
    name: string,
    files: Readonly<Record<string, string | Uint8Array>>,
    warnings = true,
  ): string {
    const at = writeFiles(`${folder}/${name}`, files);
    const output = `${at}/program`;
    const libraries = ['-Wl,--copy-dt-needed-entries', '-lgrpc++', '-lgrpc', '-lgpr', '-pthread'];
    const includes = [at, runtime];
    const said = compile({ source: `${at}/main.cpp`, includes, standard: '14', output, warnings, libraries });
    expect(said).toBe('');
    const { stdout, stderr, status } = runProgram(output);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    return stdout;
  }

  it('answer the calls of a program, and do so with the code of the reference compiler', async () => {
    const ours = printed('ours', { ...generate(SCHEMA), 'main.cpp': PROGRAM });
    expect(ours.split('\n')).toEqual([
      'Shop.Deep.Search',
      '1 find 1 u',
      '1 count 3 counted',
      'list 0 x',
      'list 1 x',
      'list 2 x',
      '1',
      'chat 0 a',
      'chat 0 b',
      '1',
      '1 1 async 1 later',
      'unimplemented 1',
      'served 7 queued',
      '',
    ]);
    const oracle = await flatc();
    const run = oracle.run(['--cpp', '--grpc', 'shop.fbs'], { 'shop.fbs': SCHEMA });
    // It includes a header that wants Protocol Buffers, which have no part in this.
    const files = { ...Object.fromEntries(run.files), 'grpcpp/impl/codegen/proto_utils.h': '' };
    expect(printed('reference', { ...files, 'main.cpp': PROGRAM }, false)).toBe(ours);
  });

  it('have the callback API where it is asked for', () => {
    const files = generate(SCHEMA, { grpcCallbackApi: true });
    expect(printed('callbacks', { ...files, 'main.cpp': CALLBACKS }).split('\n')).toEqual([
      '1 5 back',
      '12',
      '',
    ]);
  });

  it('compile with unlucky names, in several namespaces, with every option', () => {
    const files = generate(
      `namespace unlucky; table grpc { x : int; } table Stub { x : int; }
       rpc_service Service { Stub(grpc) : Stub; delete(Stub) : grpc (streaming: "bidi"); }
       rpc_service Stub { Find(grpc) : Stub; AsyncFind(grpc) : Stub; FindRaw(grpc) : Stub (streaming: "server"); }
       namespace std.grpc; table Query { x : int; }
       rpc_service Other { Service(Query) : Query (streaming: "client"); channel_(unlucky.grpc) : Query; }`,
      {
        grpcCallbackApi: true,
        objectApi: true,
        grpcSystemHeaders: false,
        grpcHeaders: ['flatbuffers/grpc.h'],
      },
    );
    const at = writeFiles(`${folder}/unlucky`, { ...files, 'main.cpp': '#include "shop.grpc.fb.cc"\n' });
    expect(compile({ source: `${at}/main.cpp`, includes: [at, runtime], standard: '14' })).toBe('');
  });
});

it('have the names of the reference compiler', async () => {
  const oracle = await flatc();
  const run = oracle.run(['--cpp', '--grpc', '--grpc-callback-api', 'shop.fbs'], { 'shop.fbs': SCHEMA });
  const ours = generate(SCHEMA, { grpcCallbackApi: true });
  expect(
    Object.keys(ours)
      .filter((path) => path.includes('grpc'))
      .toSorted(),
  ).toEqual([...run.files.keys()].filter((path) => path.includes('grpc')));
  const theirs = Buffer.from(run.files.get('shop.grpc.fb.h') ?? '').toString();
  const missing = [...namesIn(theirs)].filter((name) => !namesIn(ours['shop.grpc.fb.h'] ?? '').has(name));
  expect(missing).toEqual([]);
});

/** Names of classes, functions and types that are declared. */
function namesIn(text: string): ReadonlySet<string> {
  const names = text.matchAll(/(\w+)\((?=::grpc|const|\))|class (\w+)|(\w+);$/gm);
  return new Set([...names].map(([, a, b, c]) => a ?? b ?? c ?? '').filter((name) => !OTHER.has(name)));
}

/** Upstream's checks of its base classes, and gRPC's own. */
const OTHER: ReadonlySet<string> = new Set([
  'BaseClassMustBeDerivedFromService',
  'Channel',
  'CompletionQueue',
  'ServerCompletionQueue',
  'ServerContext',
  'Status',
  'abort',
]);

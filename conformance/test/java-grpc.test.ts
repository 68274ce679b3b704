// RPC services in generated Java: one program makes every kind of call, in one process, through grpc-java; and the
// names are those of the reference compiler.
import { javaGenerator, type JavaOptions } from '@fb/codegen-java';
import { parseSchema } from '@fb/idl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasJava, javaWorkspace, type JavaWorkspace } from '../src/java.js';
import { mavenJars } from '../src/maven.js';
import { flatc } from '../src/oracle.js';
import type { GeneratedText } from '../src/typescript.js';

const SCHEMA = `
  namespace Shop.Deep;
  table Query { text : string; }
  table Answer { count : int; text : string; }
  /// Finds things.
  rpc_service Search {
    /// One answer to one question.
    Find(Query) : Answer;
    Count(Query) : Answer (streaming: "client");
    ListAll(Query) : Answer (streaming: "server");
    chat_on(Query) : Answer (streaming: "bidi");
  }
`;

const PROGRAM = `
import Shop.Deep.*;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.flatbuffers.FlatBufferBuilder;
import io.grpc.*;
import io.grpc.inprocess.*;
import io.grpc.stub.StreamObserver;
import java.io.*;
import java.util.*;
import java.util.concurrent.*;

public class Main {
  static Query query(String text) {
    FlatBufferBuilder b = new FlatBufferBuilder();
    b.finish(Query.createQuery(b, b.createString(text)));
    return Query.getRootAsQuery(b.dataBuffer());
  }

  static Answer answer(int count, String text) {
    FlatBufferBuilder b = new FlatBufferBuilder();
    b.finish(Answer.createAnswer(b, count, b.createString(text)));
    return Answer.getRootAsAnswer(b.dataBuffer());
  }

  static void show(String what, Answer message) {
    System.out.println(what + " " + message.count() + " " + message.text());
  }

  static class Mine extends SearchGrpc.SearchImplBase {
    @Override public void find(Query request, StreamObserver<Answer> out) {
      out.onNext(answer(1, request.text()));
      out.onCompleted();
    }
    @Override public StreamObserver<Query> count(StreamObserver<Answer> out) {
      return new Each<Query>() {
        int count = 0;
        @Override public void onNext(Query message) { count++; }
        @Override public void onCompleted() { out.onNext(answer(count, "counted")); out.onCompleted(); }
      };
    }
    @Override public void listAll(Query request, StreamObserver<Answer> out) {
      for (int i = 0; i < 3; i++) out.onNext(answer(i, request.text()));
      out.onCompleted();
    }
    @Override public StreamObserver<Query> chatOn(StreamObserver<Answer> out) {
      return new Each<Query>() {
        @Override public void onNext(Query message) { out.onNext(answer(0, message.text())); }
        @Override public void onCompleted() { out.onCompleted(); }
      };
    }
  }

  static class Each<T> implements StreamObserver<T> {
    final CountDownLatch done = new CountDownLatch(1);
    @Override public void onNext(T message) { show("got", (Answer) message); }
    @Override public void onError(Throwable error) { System.out.println(error); done.countDown(); }
    @Override public void onCompleted() { done.countDown(); }
  }

  static Channel serve(String name, BindableService service) throws IOException {
    InProcessServerBuilder.forName(name).directExecutor().addService(service).build().start();
    return InProcessChannelBuilder.forName(name).directExecutor().build();
  }

  public static void main(String[] args) throws Exception {
    System.out.println(SearchGrpc.SERVICE_NAME + " " + SearchGrpc.getServiceDescriptor().getMethods().size());
    for (MethodDescriptor<?, ?> each : Arrays.asList(
        SearchGrpc.getFindMethod(), SearchGrpc.getCountMethod(), SearchGrpc.getListAllMethod(), SearchGrpc.METHOD_CHAT_ON))
      System.out.println(each.getFullMethodName() + " " + each.getType());
    Channel channel = serve("mine", new Mine());
    show("blocking", SearchGrpc.newBlockingStub(channel).find(query("\\u00fc")));
    for (Iterator<Answer> all = SearchGrpc.newBlockingStub(channel).listAll(query("x")); all.hasNext(); )
      show("list", all.next());
    ListenableFuture<Answer> future = SearchGrpc.newFutureStub(channel).find(query("later"));
    show("future", future.get());
    SearchGrpc.SearchStub stub = SearchGrpc.newStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    Each<Answer> counted = new Each<>();
    StreamObserver<Query> counting = stub.count(counted);
    for (String text : new String[] {"a", "b", "c"}) counting.onNext(query(text));
    counting.onCompleted();
    counted.done.await();
    Each<Answer> chatted = new Each<>();
    StreamObserver<Query> chatting = stub.chatOn(chatted);
    chatting.onNext(query("hi"));
    chatting.onNext(query("ho"));
    chatting.onCompleted();
    chatted.done.await();
    try {
      SearchGrpc.newBlockingStub(serve("none", new SearchGrpc.SearchImplBase() {})).find(query("x"));
    } catch (StatusRuntimeException e) {
      System.out.println(e.getStatus().getCode());
    }
    more(args);
  }

  static void more(String[] args) throws Exception {
    if (args.length == 0) return;
    // A connection gives what it has, and a message may be no message.
    char[] long_ = new char[100000];
    Arrays.fill(long_, 'y');
    InputStream whole = SearchGrpc.getFindMethod().streamRequest(query(new String(long_)));
    InputStream slow = new FilterInputStream(whole) {
      @Override public int available() { return 0; }
      @Override public int read(byte[] into, int at, int size) throws IOException {
        return super.read(into, at, Math.min(size, 7));
      }
    };
    System.out.println(SearchGrpc.getFindMethod().parseRequest(slow).text().length());
    for (byte[] bytes : new byte[][] {{}, {1, 2}}) {
      try {
        SearchGrpc.getFindMethod().parseRequest(new ByteArrayInputStream(bytes));
      } catch (StatusRuntimeException e) {
        System.out.println(e.getStatus().getCode());
      }
    }
  }
}
`;

const PRINTED = [
  'Shop.Deep.Search 4',
  'Shop.Deep.Search/Find UNARY',
  'Shop.Deep.Search/Count CLIENT_STREAMING',
  'Shop.Deep.Search/ListAll SERVER_STREAMING',
  'Shop.Deep.Search/chat_on BIDI_STREAMING',
  'blocking 1 ü',
  'list 0 x',
  'list 1 x',
  'list 2 x',
  'future 1 later',
  'got 3 counted',
  'got 0 hi',
  'got 0 ho',
  'UNIMPLEMENTED',
];

function generate(text: string, options: JavaOptions = {}): readonly GeneratedText[] {
  const { schema } = parseSchema(text, { path: 'shop.fbs' });
  if (schema === null) throw new Error('the schema is right');
  const { files, diagnostics } = javaGenerator.generate(schema, { grpc: true, ...options });
  expect(diagnostics).toEqual([]);
  return files;
}

const javaIsHere = hasJava();
const maven = javaIsHere ? mavenJars() : { missing: 'Java' };

describe.runIf(!('missing' in maven))('services in Java', { timeout: 120_000 }, () => {
  let java: JavaWorkspace;
  beforeAll(async () => {
    java = await javaWorkspace('missing' in maven ? [] : [maven.grpc, maven.reference]);
  }, 120_000);
  afterAll(() => java.remove());

  it('answer the calls of a program', () => {
    const files = generate(SCHEMA);
    expect(java.complaints(files)).toBe('');
    const main = { path: 'Main.java', content: PROGRAM };
    const run = java.compile([...files, main]).run('Main', 'more');
    expect(run.output.trimEnd().split('\n')).toEqual([...PRINTED, '100000', 'INTERNAL', 'INTERNAL']);
  });

  it('do the same with the code of the reference compiler', async () => {
    const oracle = await flatc();
    const run = oracle.run(['--java', '--grpc', 'shop.fbs'], { 'shop.fbs': SCHEMA });
    const files = [...run.files].map(([path, bytes]) => ({ path, content: Buffer.from(bytes).toString() }));
    const theirs = java.compile([...files, { path: 'Main.java', content: PROGRAM }]).run('Main');
    expect(theirs.output.trimEnd().split('\n')).toEqual(PRINTED);
  });

  it('compile with unlucky names', () => {
    const files = generate(`
      namespace unlucky;
      table Messages { x : int; } table CloseStub { x : int; } table Channel { x : int; } table String { x : int; }
      table MethodDescriptor { x : int; } table Table { x : int; } table CloseGrpc { x : int; }
      rpc_service Close {
        equals(Messages) : CloseStub; delete(Channel) : String (streaming: "bidi"); wait(Table) : CloseGrpc;
        bindService(MethodDescriptor) : Messages; Find(Channel) : Channel; find(Channel) : Channel;
        build(Channel) : Channel (streaming: "client"); getChannel(Channel) : Channel; _x(Channel) : Channel;
      }
      namespace other.package; table Query { x : int; }
      rpc_service Away (private) { use(unlucky.Messages) : Query (streaming: "server"); }
    `);
    expect(java.complaints(files)).toBe('');
  });

  it('compile in no package', () => {
    const files = generate('table Query { x : int; } rpc_service Search { find(Query) : Query; }');
    expect(java.complaints(files)).toBe('');
    expect(java.complaints(generate(SCHEMA, { packagePrefix: 'com.example', objectApi: true }))).toBe('');
  });
});

it('have the names of the reference compiler', async () => {
  const oracle = await flatc();
  const run = oracle.run(['--java', '--grpc', 'shop.fbs'], { 'shop.fbs': SCHEMA });
  const ours = generate(SCHEMA);
  expect(ours.map(({ path }) => path).toSorted()).toEqual([...run.files.keys()]);
  const theirs = Buffer.from(run.files.get('Shop/Deep/SearchGrpc.java') ?? '').toString();
  const mine = namesIn(ours.find(({ path }) => path.endsWith('SearchGrpc.java'))?.content ?? '');
  expect([...namesIn(theirs)].filter((name) => !mine.has(name))).toEqual([]);
});

/** Names of public methods, constants and classes. */
function namesIn(text: string): ReadonlySet<string> {
  const body = text.slice(text.indexOf('public final class'), text.indexOf('class MethodHandlers'));
  const found = body.matchAll(/public[\w\s.<>,]*?\s(\w+)(?=\(| =| extends| implements)/g);
  return new Set([...found].map(([, name]) => name ?? ''));
}

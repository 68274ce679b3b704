// The calls of a service as gRPC's C++ library sees them: which of its class templates carry the messages of each kind,
// and under which names users' programs start them.
import { streamingOf, type Streaming } from '@fb/codegen';
import type { ServiceDef, TableDef } from '@fb/schema';
import type { Context } from './context.js';
import { WORDS } from './language.js';
import { SERVICE_MEMBERS } from './names.js';
import { fbGrpc } from './runtime.js';

/** A call of a service. */
export interface GrpcCall {
  readonly name: string;
  /** Its place in the service. */
  readonly index: number;
  readonly streaming: Streaming;
  /** The types of messages. */
  readonly request: string;
  readonly response: string;
  /** What a request is sent to. */
  readonly path: string;
  readonly doc: readonly string[];
}

/** A parameter: its type, and the name that it has where it is used. */
export type Parameter = readonly [type: string, name: string];

/** The calls of a service in order. */
export function grpcCalls(context: Context, service: ServiceDef): readonly GrpcCall[] {
  const taken = new Set<string>();
  return service.calls.map((call, index) => ({
    name: claimed(call.name, taken),
    index,
    streaming: streamingOf(call),
    request: message(context, call.request),
    response: message(context, call.response),
    path: `/${service.fullName}/${call.name}`,
    doc: call.doc,
  }));
}

/** `name(parameters)` of a declaration. */
export function declared(name: string, parameters: readonly Parameter[]): string {
  return `${name}(${parameters.map(([type, each]) => `${type}${each}`).join(', ')})`;
}

/** `name(parameters)` of a definition that uses none of them. */
export function unused(name: string, parameters: readonly Parameter[]): string {
  return `${name}(${parameters.map(([type, each]) => `${type}/*${each}*/`).join(', ')})`;
}

/** The names of parameters, as arguments. */
export function passed(parameters: readonly Parameter[]): readonly string[] {
  return parameters.map(([, name]) => name);
}

/** The types that gRPC names a kind of call with. */
export const RPC_TYPES: Readonly<Record<Streaming, string>> = {
  none: 'NORMAL_RPC',
  client: 'CLIENT_STREAMING',
  server: 'SERVER_STREAMING',
  bidi: 'BIDI_STREAMING',
};

/** A type of the namespace `grpc`, which a namespace of the schema may hide. */
export function grpc(name: string): string {
  return `::grpc::${name}`;
}

function message({ names }: Context, table: TableDef): string {
  return `${fbGrpc('Message')}<${names.ref(table)}>`;
}

/** Names that are made of a call's; no two calls may share one. */
function claimed(wish: string, taken: Set<string>): string {
  let name = wish;
  while (WORDS.has(name) || SERVICE_MEMBERS.has(name) || derived(name).some((each) => taken.has(each)))
    name += '_';
  for (const each of derived(name)) taken.add(each);
  return name;
}

function derived(name: string): readonly string[] {
  return [
    ...['', 'Async', 'PrepareAsync'].flatMap((prefix) => [`${prefix}${name}`, `${prefix}${name}Raw`]),
    ...['async_', 'Request', 'Streamed'].map((prefix) => `${prefix}${name}`),
  ];
}

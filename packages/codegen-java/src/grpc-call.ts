// What the parts of a service's code share: its calls, with names decided.
import { code, type Fragment, type Code, type Piece, type Streaming } from '@fb/codegen';
import type { ServiceCall, ServiceDef } from '@fb/schema';
import { method } from './language.js';
import { grpc } from './runtime.js';

/** What is written about a service, names decided. */
export interface Service {
  readonly def: ServiceDef;
  readonly calls: readonly Call[];
  /** The class of its marshallers. */
  readonly messages: string;
}

export interface Call {
  readonly def: ServiceCall;
  readonly streaming: Streaming;
  readonly request: Piece;
  readonly response: Piece;
  /** Its method. */
  readonly name: string;
  readonly constant: string;
  readonly getter: string;
}

/** How gRPC's runtime calls what streams in this way. */
export const CALLS: Readonly<Record<Streaming, string>> = {
  none: 'Unary',
  client: 'ClientStreaming',
  server: 'ServerStreaming',
  bidi: 'BidiStreaming',
};

/** A method that streams requests gives the observer they go to. */
export function observed(
  { name, streaming, request, response }: Call,
  body: (values: string) => Fragment,
): Code {
  const answers = code`${grpc('StreamObserver')}<${response}> responseObserver`;
  return streaming === 'none' || streaming === 'server'
    ? method(
        code`public void ${name}`,
        [code`${request} request`, answers],
        body('request, responseObserver'),
      )
    : method(
        code`public ${grpc('StreamObserver')}<${request}> ${name}`,
        [answers],
        code`return ${body('responseObserver')}`,
      );
}

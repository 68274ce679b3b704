// RPC services, as every generator of gRPC code sees them.
import type { Schema, ServiceCall, ServiceDef } from '@fb/schema';

/** Which sides of a call send a stream of messages instead of one: the attribute `streaming`. @public */
export type Streaming = 'none' | 'client' | 'server' | 'bidi';

/** How the messages of `call` come. @public */
export function streamingOf(call: ServiceCall): Streaming {
  const value = call.attributes.find(({ name }) => name === 'streaming')?.value;
  return value === 'client' || value === 'server' || value === 'bidi' ? value : 'none';
}

/** The services to generate: those of the main file, or of included files too. @public */
export function servicesOf(schema: Schema, generateAll: boolean): readonly ServiceDef[] {
  return schema.services.filter(({ file }) => generateAll || file.path === schema.mainFile.path);
}

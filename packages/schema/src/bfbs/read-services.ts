// Services and their calls. Requests and responses refer to tables directly, not by index; they are found by name.
import type { Definition, ServiceCall, ServiceDef, TableDef } from '../model.js';
import type { BfbsSource, Place } from './bfbs-source.js';
import type { Object_ as ReflectedObject } from './generated/reflection/object.js';
import type { Service } from './generated/reflection/service.js';

/** Reads a service. */
export function readService(
  source: BfbsSource,
  table: Service,
  path: string,
  named: Definition,
  tableOf: (object: ReflectedObject, place: Place) => TableDef,
): ServiceDef {
  const length = table.callsLength();
  source.spend(length, { table, path });
  const names = new Map<string, ServiceCall>();
  for (let i = 0; i < length; i++) {
    const call = table.calls(i);
    const request = call?.request();
    const response = call?.response();
    if (!call || !request || !response) continue;
    const place = { table: call, path: `${path}.calls[${i}]` };
    const read: ServiceCall = {
      ...source.named(call, place),
      request: tableOf(request, { table: request, path: `${place.path}.request` }),
      response: tableOf(response, { table: response, path: `${place.path}.response` }),
    };
    source.unique(names, read.name, read, place);
  }
  return { kind: 'service', ...named, calls: [...names.values()] };
}

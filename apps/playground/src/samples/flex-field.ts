// A FlexBuffer and a FlatBuffer inside of a FlatBuffer.
import { documentOf, type Sample } from './sample.js';

const schema = `// What has a schema, and what has none, in one buffer.
namespace Events;

table Source {
  host:string;
  port:ushort;
}

table Event {
  id:ulong (key);
  kind:string;
  /// Anything: the JSON value is stored as a FlexBuffer.
  details:[ubyte] (flexbuffer);
  /// A whole buffer of its own, aligned by itself.
  source:[ubyte] (nested_flatbuffer: "Source");
}

table Log {
  events:[Event];
}

root_type Log;
file_identifier "ELOG";
`;

const json = `{
  "events": [
    {
      "id": 9007199254740993,
      "kind": "login",
      "details": { "user": "ada", "tries": [1, 2, 3], "ok": true },
      "source": { "host": "example.org", "port": 443 }
    },
    {
      "id": 9007199254740994,
      "kind": "note",
      "details": ["any", "value", 4.5, null]
    }
  ]
}
`;

export const flexField: Sample = {
  id: 'flex-field',
  name: 'FlexBuffer field',
  about: 'Schema-less values and nested buffers inside of a buffer',
  state: documentOf('events.fbs', schema, json),
};

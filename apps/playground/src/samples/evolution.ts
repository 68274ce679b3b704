// An evolution pair: a schema and what it became, with changes that are safe and some that are not.
import { documentOf, type Sample } from './sample.js';

const before = `namespace Shop;

enum State : byte { Open, Paid, Sent }

table Item {
  name:string;
  price:float;
}

table Order {
  id:uint;
  state:State = Open;
  note:string;
  items:[Item];
}

root_type Order;
`;

const after = `namespace Shop;

enum State : byte { Open, Paid, Packed, Sent }  // Sent has another number now.

table Item {
  name:string;
  price:double;  // Was a float: old data reads wrong.
  amount:ushort = 1;  // New at the end: fine.
}

table Order {
  id:uint;
  state:State = Open;
  note:string (deprecated);  // Keeps its slot: fine.
  items:[Item];
  customer:string;
}

root_type Order;
`;

const json = `{
  "id": 1815,
  "state": "Sent",
  "items": [
    { "name": "Loom", "price": 120.5 },
    { "name": "Cards", "price": 3.25, "amount": 40 }
  ],
  "customer": "Ada"
}
`;

export const evolution: Sample = {
  id: 'evolution',
  name: 'Evolution pair',
  about: 'A schema and what it became: what still reads, and what does not',
  state: { ...documentOf('order.fbs', after, json), base: before },
  tab: 'evolution',
};

// The source of printers of one schema: what document-printer.ts decides for each field from the plan is decided here, once.
// It prints what is usual and leaves everything else to the printer it is given.
//
// The source holds numbers only, no name of the schema: whatever a schema says, none of it becomes code.
import {
  BOOL,
  BYTE,
  DOUBLE,
  FLOAT,
  INT,
  LONG,
  SHORT,
  STRING,
  STRUCT,
  TABLE,
  UBYTE,
  UINT,
  ULONG,
  USHORT,
  VECTOR,
} from '../plan/kind.js';
import type { FieldPlan, RecordPlan, ValuePlan } from '../plan/plan.js';
import { writeText } from './words.js';

/** Records with more fields are left to the interpreter: engines do not optimise very long functions. */
const MAX_FIELDS = 100;

/** The body of a function of the records `P`, by number, and of the writers `W` that returns `CompiledPrinters`. */
export function printerSource(records: readonly RecordPlan[]): string {
  const compiled = records.filter(isCompiled);
  return [
    'const{flag,integer,named,signed,unsigned,real,byte}=W;',
    ...compiled.map((record) => (record.isStruct ? structSource(record) : tableSource(record))),
    `return{printers:{${compiled.map((record) => `${record.id}:${functionName(record)}`).join(',')}}};`,
  ].join('\n');
}

function isCompiled(record: RecordPlan): boolean {
  return record.fields.length <= MAX_FIELDS;
}

function functionName({ id }: RecordPlan): string {
  return `p${id}`;
}

/** Prints a record that is at `at`. */
function call(record: RecordPlan, at: string, level: string): string {
  if (isCompiled(record)) return `${functionName(record)}(w,${at},${level});`;
  return `w.${record.isStruct ? 'anyStruct' : 'anyTable'}(P[${record.id}],${at},${level});`;
}

function tableSource(record: RecordPlan): string {
  const { id, fields } = record;
  return `const F${id}=P[${id}].fields;
function p${id}(w,t,l){
const u=w.out,d=w.view,v=t-d.getInt32(t,true),n=d.getUint16(v,true),a=w.rules,z=a.defaults,e=a.enumNames,k=a.strict;
let o=0,c=0,x=0,y;
byte(u,123);
${fields.map((field) => fieldSource(record, field)).join('\n')}
w.close(l);
}`;
}

function fieldSource({ id }: RecordPlan, field: FieldPlan): string {
  const { index, vtableOffset, kind, deprecated, key } = field;
  const name = `F${id}[${index}]`;
  const isPrinted = kind <= DOUBLE && !deprecated;
  const absent = isPrinted ? `else ${key ? '' : 'if(z)'}w.absent(${name},l,c++);` : '';
  const value = memberSource(field, name);
  return `if(n>${vtableOffset}&&(o=d.getUint16(v+${vtableOffset},true))!==0){${keySource(field, 'c++')}${value}}${absent}`;
}

/** Prints the key of the member number `count`. */
function keySource({ bareKey, quotedKey }: FieldPlan, count: string): string {
  const write = (key: Uint8Array): string =>
    `x=w.place(l,${count},${key.length});y=u.view;${writeText(key, 'y', 'x')}`;
  return `if(k){${write(quotedKey)}}else{${write(bareKey)}}`;
}

function memberSource(field: FieldPlan, name: string): string {
  const { kind, value, offset64 } = field;
  if (kind <= DOUBLE) return scalarSource(value, `${name}.value`, 't+o');
  if (offset64) return `w.member(${name},t,o,v,n,l+1);`;
  if (kind === STRUCT && value.record !== null) return call(value.record, 't+o', 'l+1');
  const target = 'o+=t;o+=d.getUint32(o,true);';
  if (kind === STRING) return `${target}w.string(o);`;
  if (kind === TABLE && value.record !== null) return target + call(value.record, 'o', 'l+1');
  if (kind === VECTOR && value.element !== null && isLoop(field))
    return target + vectorSource(value.element, name);
  return `w.member(${name},t,o,v,n,l+1);`;
}

function isLoop({ value: { element, wide }, nested, flexbuffer }: FieldPlan): boolean {
  if (element === null || wide || nested !== null || flexbuffer) return false;
  return element.kind <= STRUCT || element.kind === STRING || element.kind === TABLE;
}

/** Prints the vector at `o`. */
function vectorSource(element: ValuePlan, name: string): string {
  const { kind, record } = element;
  let value: string;
  if (kind <= DOUBLE) value = scalarSource(element, `${name}.value.element`, 'o');
  else if (kind === STRUCT && record !== null) value = call(record, 'o', 'l+2');
  else if (record !== null) value = call(record, 'o+d.getUint32(o,true)', 'l+2');
  else value = 'w.string(o+d.getUint32(o,true));';
  return `const m=d.getUint32(o,true);o+=4;byte(u,91);for(let i=0;i<m;i++,o+=${element.size}){w.element(l+1,i);${value}}w.closeList(l+1,m);`;
}

function structSource(record: RecordPlan): string {
  const { id, fields } = record;
  const members = fields.map(({ index, offset, value }) => {
    const name = `F${id}[${index}]`;
    const at = offset === 0 ? 't' : `t+${offset}`;
    let print = `w.value(${name}.value,${at},false,l+1);`;
    if (value.kind <= DOUBLE) print = scalarSource(value, `${name}.value`, at);
    else if (value.kind === STRUCT && value.record !== null) print = call(value.record, at, 'l+1');
    return `${keySource(fields[index], String(index))}${print}`;
  });
  return `const F${id}=P[${id}].fields;
function p${id}(w,t,l){
const u=w.out,d=w.view,a=w.rules,e=a.enumNames,k=a.strict;
let x=0,y;
byte(u,123);
${members.join('\n')}
w.close(l);
}`;
}

const GETTERS: Readonly<Record<number, readonly [write: string, get: string]>> = {
  [BYTE]: ['signed', 'getInt8'],
  [UBYTE]: ['unsigned', 'getUint8'],
  [SHORT]: ['signed', 'getInt16'],
  [USHORT]: ['unsigned', 'getUint16'],
  [INT]: ['signed', 'getInt32'],
  [UINT]: ['unsigned', 'getUint32'],
};

function scalarSource(type: ValuePlan, plan: string, at: string): string {
  const { kind } = type;
  if (kind === BOOL) return `flag(u,d.getUint8(${at}));`;
  if (kind === FLOAT) return `real(u,d,${at},true,a);`;
  if (kind === DOUBLE) return `real(u,d,${at},false,a);`;
  if (kind === LONG || kind === ULONG) {
    const words = `d.getInt32(${at},true),d.getInt32(${at}+4,true)`;
    return `named(u,${words},${plan},a);`;
  }
  const [write = '', get = ''] = GETTERS[kind] ?? [];
  const value = `d.${get}(${at},true)`;
  return type.enum === null ? `${write}(u,${value});` : `integer(u,${value},${plan},e);`;
}

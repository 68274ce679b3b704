// The source of readers of one schema: what document-reader.ts decides for each member from the plan is decided here, once.
// It reads what is usual and leaves everything else to the reader it is given, so that the dialect is in one place.
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
import { DEPTH_LIMIT } from '../text/cursor.js';
import { numeral } from './numeral.js';
import { textIsAt } from './words.js';

/** Records with more fields are left to the interpreter: engines do not optimise very long functions. */
const MAX_FIELDS = 100;

/** One bit for each member of a struct. */
const MAX_MEMBERS = 31;

/** The body of a function of the records `P`, by number, that returns `CompiledReaders`. */
export function readerSource(records: readonly RecordPlan[]): string {
  const compiled = records.filter(isCompiled);
  const entries = (isStruct: boolean): string =>
    compiled
      .filter((record) => record.isStruct === isStruct)
      .map((record) => `${record.id}:${functionName(record)}`)
      .join(',');
  return [
    ...compiled.map(recordSource),
    `return{tables:{${entries(false)}},structs:{${entries(true)}}};`,
  ].join('\n');
}

function isCompiled(record: RecordPlan): boolean {
  return record.fields.length <= (record.isStruct ? MAX_MEMBERS : MAX_FIELDS);
}

function functionName({ id, isStruct }: RecordPlan): string {
  return `${isStruct ? 's' : 't'}${id}`;
}

/** Calls the reader of a record; `rest` are arguments behind the first. */
function call(record: RecordPlan, rest = ''): string {
  if (isCompiled(record)) return `${functionName(record)}(r${rest})`;
  return `r.${record.isStruct ? 'anyStruct' : 'anyTable'}(P[${record.id}]${rest})`;
}

function recordSource(record: RecordPlan): string {
  const { id, fields } = record;
  const enums = fields.flatMap((field) =>
    isNamed(field.value)
      ? [
          `const E${id}_${field.index}=F${id}[${field.index}].value${field.kind === VECTOR ? '.element' : ''}.enum;`,
        ]
      : [],
  );
  return [
    `const P${id}=P[${id}],F${id}=P${id}.fields,K${id}=P${id}.names;`,
    ...enums,
    ...fields.flatMap((field) => (isLoop(field) ? [vectorSource(record, field)] : [])),
    record.isStruct ? structSource(record) : tableSource(record),
  ].join('\n');
}

/** Goes behind the opening brace; `Cursor.enter` without a call. */
const enter = `if(c.depth++===${DEPTH_LIMIT})throw c.unexpected('');c.at++;`;

/** Goes behind a comma; where another key follows at once, without a call. */
const nextMember = 'u[c.at]===44&&u[c.at+1]===34?(c.at++,true):c.comma(125,n)';

/** Keys of other lengths, with quotes and colon, are compared in a loop. A binary schema may hold an empty name. */
const MIN_KEY = 4;
const MAX_KEY = 40;

/** Reads a key into `i`. Most texts have their members in the schema's order, so each is expected behind the one before. */
function keySource({ id, fields }: RecordPlan): string {
  const cases = fields.flatMap(({ index, quotedKey }) => {
    // Quotes, name and colon.
    const text = quotedKey.subarray(0, -1);
    if (text.length < MIN_KEY || text.length > MAX_KEY) return [];
    const isThere = textIsAt(text, 'j', 'i', 'u.length');
    return [`case ${index}:if(${isThere}){c.at=i+${text.length};i=${index};break}i=-1;break;`];
  });
  return `let i=c.at;
switch(g){
${cases.join('\n')}
default:i=-1;
}
if(i<0&&(i=c.key(K${id},g))<0&&(i=r.otherKey(P${id}))<0)continue;
g=i+1;`;
}

function tableSource(record: RecordPlan): string {
  const { id, fields } = record;
  const isChecked = record.required.length > 0 || record.unionVectors.length > 0;
  return `function t${id}(r){
const c=r.cursor,u=c.bytes;
if(u[c.at]!==123&&c.space()!==123)return r.anyTable(P${id});
${enter}
const j=c.view,s=r.scalars,f=r.frames,z=r.staged,y=z.length,b=f.open(${fields.length});
let n=0,g=0,x;
for(let m=c.space()!==125;m;m=${nextMember}){
${keySource(record)}
if(f.states[b+i]===0)switch(i){
${fields.map((field) => memberSource(record, field)).join('\n')}
}
if(r.member(P${id},F${id}[i],b,0))n++;
}
c.at++;c.depth--;
${isChecked ? `r.checkTable(P${id},b);` : ''}
x=w${id}(r,b);
f.close(b);z.length=y;
return x;
}
function w${id}(r,b){
const w=r.into.output,a=r.into.forceDefaults,f=r.frames,z=r.staged,v=f.values,h=f.highs,q=f.states;
w.openTable(${fields.length},${record.room});
const d=w.view,e=w.end,l=w.slots;
let p=w.space,k=0;
${record.writeOrder.map(writeSource).join('\n')}
w.space=p;w.alignments|=k;
return w.closeTable(${fields.length},${id});
}`;
}

/** Whether the value begins with the character `c`: mostly there is no blank. */
function isNext(c: number): string {
  return `(u[c.at]===${c}||c.space()===${c})`;
}

/** One case of the switch over a table's members; `break` leaves the member to the reader. */
function memberSource(record: RecordPlan, field: FieldPlan): string {
  const { index, value, kind } = field;
  const done = 'n++;continue';
  // Stored without a call: a number that is an argument is put on the heap first.
  const read = (expression: string): string =>
    `x=${expression};f.values[b+${index}]=x;f.states[b+${index}]=1;${done}`;
  const store = (expression: string): string =>
    `f.values[b+${index}]=${expression};f.states[b+${index}]=1;${done}`;
  const label = `case ${index}:`;
  if (kind === LONG || kind === ULONG)
    return `${label}if(s.long(${kind === LONG})){f.highs[b+${index}]=s.high;${store('s.low')}}break;`;
  if (kind <= DOUBLE) {
    const named = isNamed(value)
      ? `if((x=s.enumName(E${record.id}_${index}))!==undefined){${store('x.number')}}`
      : '';
    return `${label}${named}if(${usual(value)}){${store('s.value')}}break;`;
  }
  if (kind === STRING)
    return `${label}if${isNext(34)}{${read(field.shared ? 'r.string(true)' : 'r.shortString()')}}break;`;
  if (kind === TABLE && value.record !== null)
    return `${label}if${isNext(123)}{${read(call(value.record))}}break;`;
  if (kind === STRUCT && value.record !== null)
    return `${label}if${isNext(123)}{x=r.into.stageStruct(${value.size});${call(value.record, ',x')};${read('x')}}break;`;
  if (isLoop(field)) return `${label}if${isNext(91)}{${read(`v${record.id}_${index}(r)`)}}break;`;
  return `${label}break;`;
}

/** Writes a field from its cell, if it is there; see `Assembler.table`. */
function writeSource(field: FieldPlan): string {
  const { index, slot, kind, value } = field;
  const cell = index === 0 ? 'b' : `b+${index}`;
  const size = field.offset64 ? 8 : value.size;
  const align = field.offset64 ? 8 : value.align;
  const isLong = kind === LONG || kind === ULONG;
  let given = `q[${cell}]===1`;
  if (kind <= DOUBLE && field.default !== null) {
    const differs = isLong
      ? `v[${cell}]!==${field.defaultLow}||h[${cell}]!==${field.defaultHigh}`
      : `v[${cell}]!==${numeral(field.default)}`;
    given += `&&(${differs}||a)`;
  }
  const store = isLong
    ? `d.setInt32(p,v[${cell}],true);d.setInt32(p+4,h[${cell}],true)`
    : kind <= DOUBLE
      ? setter('d', kind, 'p', `v[${cell}]`)
      : kind === STRUCT
        ? `w.copy(z.bytes,v[${cell}]|0,${size},p)`
        : `d.setInt32(p,e-(v[${cell}]|0)-p,true)`;
  const move = align === 1 ? `p-=${size}` : `p=p-${size}&-${align}`;
  return `if(${given}){${move};k|=${align};${store};l[${slot}]=e-p}else l[${slot}]=0;`;
}

/** Whether the elements of a vector are read by a function of its own. */
function isLoop({ value: { element }, nested, flexbuffer, forceAlign }: FieldPlan): boolean {
  if (element === null || nested !== null || flexbuffer || forceAlign !== null) return false;
  return element.kind <= STRUCT || element.kind === STRING || element.kind === TABLE;
}

function vectorSource({ id }: RecordPlan, { index, value }: FieldPlan): string {
  const { element } = value;
  if (value.kind !== VECTOR || element === null) return '';
  const { kind, size, record } = element;
  // What the next element begins with.
  let follows = '(x=u[c.at+1])>47&&x<58';
  if (kind === STRING) follows = 'u[c.at+1]===34';
  else if (record !== null) follows = 'u[c.at+1]===123';
  let read: string;
  if (kind === STRUCT && record !== null) read = `${call(record, ',o')};`;
  else if (kind === STRING)
    read = 'const x=u[c.at]===34||c.space()===34?r.shortString():r.string(false);z.view.setInt32(o,x,true);';
  else if (record !== null) read = `const x=${call(record)};z.view.setInt32(o,x,true);`;
  else read = inlineSource(element, `F${id}[${index}].value.element`, `E${id}_${index}`, 'z.view', 'o');
  return `function v${id}_${index}(r){
const c=r.cursor,u=c.bytes,s=r.scalars,z=r.staged,y=z.length;
let n=0,x;
c.at++;
for(let m=c.space()!==93;m;m=u[c.at]===44&&${follows}?(c.at++,true):c.comma(93,n)){
const o=${kind === STRUCT ? `r.into.stageStruct(${size})` : `z.reserve(${size})`};
${read}
n++;
}
c.at++;
const t=F${id}[${index}].value;
return r.into.vector(t,t.element,y,n,0);
}`;
}

function structSource(record: RecordPlan): string {
  const { id, fields } = record;
  const cases = fields.map(({ index, offset, value }) => {
    const at = offset === 0 ? 'o' : `o+${offset}`;
    const read =
      value.kind === STRUCT && value.record !== null
        ? `${call(value.record, `,${at}`)};`
        : inlineSource(value, `F${id}[${index}].value`, `E${id}_${index}`, 'r.staged.view', at);
    return `case ${index}:${read}break;`;
  });
  const all = 2 ** fields.length - 1;
  return `function s${id}(r,o){
const c=r.cursor,u=c.bytes;
if(u[c.at]!==123&&c.space()!==123)return r.anyStruct(P${id},o);
${enter}
const j=c.view,s=r.scalars;
let n=0,g=0,k=0,x;
for(let m=c.space()!==125;m;m=${nextMember}){
${keySource(record)}
if(k&1<<i)throw c.unexpected('');
k|=1<<i;n++;
switch(i){
${cases.join('\n')}
}
}
if(k!==${all})throw c.unexpected('');
c.at++;c.depth--;
r.into.alignForStruct(${record.align});
}`;
}

/** Reads a value without children and stores it at `at` of `view`. */
function inlineSource(value: ValuePlan, plan: string, names: string, view: string, at: string): string {
  const { kind } = value;
  if (kind > DOUBLE) return `r.inline(${plan},${at});`;
  if (kind === LONG || kind === ULONG) {
    const store = `${view}.setInt32(${at},s.low,true);${view}.setInt32(${at}+4,s.high,true)`;
    return `if(s.long(${kind === LONG})){${store}}else r.inline(${plan},${at});`;
  }
  const store = (number: string): string => `{${setter(view, kind, at, number)}}`;
  const named = isNamed(value) ? `if((x=s.enumName(${names}))!==undefined)${store('x.number')}else ` : '';
  return `${named}if(${usual(value)})${store('s.value')}else r.inline(${plan},${at});`;
}

/** Whether the value may be given by the name of an enum value. */
function isNamed(value: ValuePlan): boolean {
  const type = value.kind === VECTOR && value.element !== null ? value.element : value;
  return type.enum !== null && type.hash === null && type.kind < LONG;
}

/** The call that reads a scalar of up to 32 bits or a float in its usual form. */
function usual({ kind, min, max }: ValuePlan): string {
  if (kind === BOOL) return 's.flag()';
  if (kind >= FLOAT) return `s.decimal(${kind === FLOAT})`;
  return `s.integer(${min},${max})`;
}

const SETTERS: Readonly<Record<number, string>> = {
  [BOOL]: 'setInt8',
  [BYTE]: 'setInt8',
  [UBYTE]: 'setInt8',
  [SHORT]: 'setInt16',
  [USHORT]: 'setInt16',
  [INT]: 'setInt32',
  [UINT]: 'setInt32',
  [FLOAT]: 'setFloat32',
  [DOUBLE]: 'setFloat64',
};

function setter(view: string, kind: number, at: string, value: string): string {
  return `${view}.${SETTERS[kind] ?? ''}(${at},${value},true)`;
}

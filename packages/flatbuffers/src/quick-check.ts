// Says yes to most valid buffers, several times faster than the verifier: table by table, along the plan for its
// vtable. It never says why not, and has no yes for what is rare; then the verifier decides, from the beginning.
import { MAX_BUFFER_SIZE } from '@fb/bytes';
import type { CompiledField, CompiledTable, LayoutCompiler } from './compiled-layout.js';
import { SIZEOF_INT } from './constants.js';
import { identifierFollows } from './framing.js';
import {
  NESTED,
  SCALARS,
  STEP_KIND,
  STEP_SHIFT,
  STRING,
  STRINGS,
  TABLE,
  TABLES,
  type TablePlan,
  UNION,
  UNIONS,
} from './table-plan.js';
import { DEPTH_LIMIT, SMALLEST_BUFFER, type VerifyLimits } from './verify-options.js';

/**
 * One run. Methods return true only for what surely is valid. All numbers are positions within the bytes or differences
 * of those, so sums are written such that they stay below 2^31.
 */
export class QuickCheck {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly limits: VerifyLimits;
  private readonly compiler: LayoutCompiler;
  private readonly alignMask: number;
  /** The buffer, which may be a nested one, and the number by which plans know that they saw it. */
  private base = 0;
  private end: number;
  private run: number;
  private depthLimit: number;
  private tables = 0;
  private steps = 0;
  private readonly maxSteps: number;

  constructor(bytes: Uint8Array, view: DataView, limits: VerifyLimits, compiler: LayoutCompiler) {
    this.bytes = bytes;
    this.view = view;
    this.limits = limits;
    this.compiler = compiler;
    this.alignMask = limits.checkAlignment ? -1 : 0;
    this.end = bytes.length;
    this.run = compiler.nextRun();
    this.depthLimit = limits.maxDepth;
    this.maxSteps = limits.maxSteps;
  }

  /** The whole buffer, after a size prefix of `prefix` bytes. */
  buffer(prefix: 0 | 4 | 8, identifier: string | null, type: CompiledTable): boolean {
    const { view, bytes, end } = this;
    if (end < SMALLEST_BUFFER || end > Math.min(this.limits.maxSize, MAX_BUFFER_SIZE)) return false;
    if (prefix > 0 && view.getUint32(0, true) > end - prefix) return false;
    if (prefix === 8 && view.getUint32(4, true) !== 0) return false;
    if (identifier !== null && !identifierFollows(bytes, prefix, identifier)) return false;
    const to = this.target(prefix);
    return to !== 0 && this.table(to, type, 1) && this.tables <= this.limits.maxTables;
  }

  /** A table at `at`, a multiple of 4 with room for 4 bytes, within `depth - 1` others. */
  private table(at: number, type: CompiledTable, depth: number): boolean {
    const { view, base, end, run } = this;
    const last = (end - SIZEOF_INT) | 0;
    const mask = this.alignMask & 3;
    // What is too large for 32 bits becomes negative, which is before the buffer.
    const vtable = (at - view.getInt32(at, true)) | 0;
    let plan = type.recent;
    if (plan === null || plan.vtable !== vtable || plan.run !== run) {
      plan = this.plan(vtable, type);
      if (plan === null) return false;
    }
    this.tables += 1;
    this.steps += plan.cost;
    if (
      plan.extent > end - at ||
      ((at - base - plan.residue) & plan.alignMask & this.alignMask) !== 0 ||
      depth > this.depthLimit ||
      this.steps > this.maxSteps
    ) {
      return false;
    }
    const { steps } = plan;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i];
      const from = (at + (step >> STEP_SHIFT)) | 0;
      const offset = view.getInt32(from, true);
      const to = (from + offset) | 0;
      if (((offset - 1) | to | (last - to) | -((to - base) & mask)) < 0) return false;
      switch (step & STEP_KIND) {
        case STRING: {
          const length = view.getInt32(to, true);
          if ((length | (last - 1 - to - length)) < 0) return false;
          if (view.getUint8((to + SIZEOF_INT + length) | 0) !== 0) return false;
          break;
        }
        case SCALARS: {
          const count = view.getInt32(to, true);
          if (count < 0 || count * plan.details[i] > last - to) return false;
          break;
        }
        case TABLE: {
          const { table } = plan.fields[i];
          if (table === null || !this.table(to, table, depth + 1)) return false;
          break;
        }
        case TABLES: {
          const { table } = plan.fields[i];
          if (table === null || !this.tablesAt(to, table, depth)) return false;
          break;
        }
        case STRINGS:
          if (!this.stringsAt(to)) return false;
          break;
        case UNION:
          if (!this.union(to, view.getUint8(at + plan.details[i]), plan.fields[i], depth)) return false;
          break;
        case UNIONS:
          if (!this.unions(to, at + plan.details[i], plan.fields[i], depth)) return false;
          break;
        case NESTED:
          if (!this.nested(to, plan.fields[i], depth)) return false;
          break;
        default:
          return false;
      }
    }
    return true;
  }

  /** The plan for the vtable at `vtable`, if that is sound. */
  private plan(vtable: number, type: CompiledTable): TablePlan<CompiledField> | null {
    const { view, end } = this;
    if (vtable < this.base || vtable > end - 2 || ((vtable - this.base) & 1 & this.alignMask) !== 0)
      return null;
    const size = view.getUint16(vtable, true);
    if ((size & 1) !== 0 || size > end - vtable) return null;
    return type.planAt(view, vtable, this.run);
  }

  private tablesAt(at: number, type: CompiledTable, depth: number): boolean {
    const { view, base, end } = this;
    const count = this.offsetsAt(at);
    for (let i = 0; i < count; i++) {
      const from = at + SIZEOF_INT + i * SIZEOF_INT;
      const offset = view.getInt32(from, true);
      const to = (from + offset) | 0;
      if (offset <= 0 || offset > end - from - SIZEOF_INT || ((to - base) & 3 & this.alignMask) !== 0)
        return false;
      if (!this.table(to, type, depth + 1)) return false;
    }
    return count >= 0;
  }

  private stringsAt(at: number): boolean {
    const { view, base } = this;
    const last = (this.end - SIZEOF_INT) | 0;
    const mask = this.alignMask & 3;
    const count = this.offsetsAt(at);
    for (let i = 0; i < count; i++) {
      const from = (at + SIZEOF_INT + i * SIZEOF_INT) | 0;
      const offset = view.getInt32(from, true);
      const to = (from + offset) | 0;
      if (((offset - 1) | to | (last - to) | -((to - base) & mask)) < 0) return false;
      const length = view.getInt32(to, true);
      if ((length | (last - 1 - to - length)) < 0) return false;
      if (view.getUint8((to + SIZEOF_INT + length) | 0) !== 0) return false;
    }
    return count >= 0;
  }

  /** How many offsets the vector at `at` has; -1 if it does not fit. */
  private offsetsAt(at: number): number {
    const count = this.view.getInt32(at, true);
    if (count < 0 || count > (this.end - at - SIZEOF_INT) >> 2) return -1;
    this.steps += count;
    return this.steps <= this.limits.maxSteps ? count : -1;
  }

  /** The value of a union, at a position where it could be a table. */
  private union(at: number, tag: number, field: CompiledField, depth: number): boolean {
    const member = field.union?.member(tag) ?? null;
    if (member === null) return false;
    if (member.table !== null) return this.table(at, member.table, depth + 1);
    const room = this.end - at;
    if (member.isStruct) {
      return member.size <= room && ((at - this.base) & (member.align - 1) & this.alignMask) === 0;
    }
    const length = this.view.getInt32(at, true);
    return length >= 0 && length < room - SIZEOF_INT && this.bytes[at + SIZEOF_INT + length] === 0;
  }

  /** The vector of unions at `at`, whose tags the offset at `tagField` leads to. */
  private unions(at: number, tagField: number, field: CompiledField, depth: number): boolean {
    const count = this.offsetsAt(at);
    const tags = this.target(tagField);
    if (count < 0 || tags === 0 || this.view.getInt32(tags, true) !== count) return false;
    if (count > this.end - tags - SIZEOF_INT) return false;
    for (let i = 0; i < count; i++) {
      const to = this.target(at + SIZEOF_INT + i * SIZEOF_INT);
      if (to === 0 || !this.union(to, this.bytes[tags + SIZEOF_INT + i], field, depth)) return false;
    }
    return true;
  }

  /** The buffer that the bytes of the vector at `at` are. */
  private nested(at: number, field: CompiledField, depth: number): boolean {
    const { limits, base, end, run, depthLimit, tables } = this;
    const start = at + SIZEOF_INT;
    const size = this.view.getInt32(at, true);
    if (size < 0 || size > end - start) return false;
    if (!limits.checkNested) return true;
    // A FlexBuffer is asked about once, by the verifier.
    if (field.nested === null) return limits.verifyFlexBuffer === null;
    if (size < SMALLEST_BUFFER || size > limits.maxSize) return false;
    this.base = start;
    this.end = start + size;
    this.run = this.compiler.nextRun();
    this.depthLimit = Math.min(depth + limits.maxDepth, DEPTH_LIMIT);
    this.tables = 0;
    // It begins where its offsets count from, so its root offset is aligned.
    const to = this.target(start);
    if (to === 0 || !this.table(to, field.nested, depth + 1) || this.tables > limits.maxTables) return false;
    this.base = base;
    this.end = end;
    this.run = run;
    this.depthLimit = depthLimit;
    this.tables = tables;
    return true;
  }

  /** Where the offset at `at`, a place for an offset, leads if that is a place for a table; else 0. */
  private target(at: number): number {
    const offset = this.view.getInt32(at, true);
    const isInside = offset > 0 && offset <= this.end - at - SIZEOF_INT;
    return isInside && ((at + offset - this.base) & 3 & this.alignMask) === 0 ? at + offset : 0;
  }
}

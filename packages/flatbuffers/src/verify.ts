// Whether bytes are a valid FlatBuffer of a type: the checked ways in.
import { dataViewOf } from '@fb/bytes';
import { ByteBuffer } from './byte-buffer.js';
import { type CompiledTable, LayoutCompiler } from './compiled-layout.js';
import { SIZE_PREFIX_LENGTH } from './constants.js';
import { FlatBufferError } from './flatbuffer-error.js';
import { QuickCheck } from './quick-check.js';
import type { TableLayout } from './type-layout.js';
import { Verifier } from './verifier.js';
import { USUAL_SIZE, type VerifyOptions, verifyLimits } from './verify-options.js';

/** What was made of layouts before: kept as long as they are, and the same whoever asks. */
const compilers: WeakMap<TableLayout, LayoutCompiler> = /* @__PURE__ */ new WeakMap();

/**
 * Checks that `bytes` are a FlatBuffer with a table `root`, so that reading it with code generated for that type
 * stays inside the bytes and terminates. Returns what is wrong, or `null`.
 *
 * The checks are those of the reference implementation, and three that it lacks: offsets of elements are not 0, and
 * the stack and the time that a hostile buffer can take are bounded ({@link VerifyOptions}). It is not checked that
 * strings are UTF-8 (they read with U+FFFD), that parts do not overlap, nor what a union with an unknown tag refers
 * to. Bytes after the last object are allowed. Never throws for what the bytes are; only for options that make no
 * sense.
 * @public
 */
export function verify(
  bytes: Uint8Array,
  root: TableLayout,
  options: VerifyOptions = {},
): FlatBufferError | null {
  return createVerifier(root, options)(bytes);
}

/**
 * {@link verify} for many buffers of one type, with the options looked at once.
 * @public
 */
export function createVerifier(
  root: TableLayout,
  options: VerifyOptions = {},
): (bytes: Uint8Array) => FlatBufferError | null {
  let compiler = compilers.get(root);
  if (compiler === undefined) compilers.set(root, (compiler = new LayoutCompiler()));
  return verifierOf(compiler, compiler.table(root), options);
}

function verifierOf(
  compiler: LayoutCompiler,
  root: CompiledTable,
  options: VerifyOptions,
): (bytes: Uint8Array) => FlatBufferError | null {
  const prefix = prefixLength(options);
  const identifier = options.identifier ?? null;
  const usual = verifyLimits(options, 0);
  return (bytes) => {
    const limits = bytes.length <= USUAL_SIZE ? usual : verifyLimits(options, bytes.length);
    const view = dataViewOf(bytes);
    if (new QuickCheck(bytes, view, limits, compiler).buffer(prefix, identifier, root)) return null;
    const verifier = new Verifier(bytes, view, limits);
    return verifier.buffer(prefix, identifier, root) ? null : verifier.error();
  };
}

/** The position in `bytes` of the root table, after {@link verify}; throws the error that it finds. @public */
export function rootPosition(bytes: Uint8Array, root: TableLayout, options: VerifyOptions = {}): number {
  const buffer = openBuffer(bytes, root, options);
  const at = prefixLength(options);
  return at + buffer.readInt32(at);
}

/**
 * `bytes` for use with generated code, after {@link verify}; throws the error that it finds. The position is 0: use
 * `getRootAsX`, or `getSizePrefixedRootAsX` if the buffer has a size prefix.
 * @public
 */
export function openBuffer(bytes: Uint8Array, root: TableLayout, options: VerifyOptions = {}): ByteBuffer {
  const error = verify(bytes, root, options);
  if (error !== null) throw error;
  return new ByteBuffer(bytes);
}

function prefixLength(options: VerifyOptions): 0 | 4 | 8 {
  if (options.sizePrefixed === 'wide') return 8;
  return options.sizePrefixed === true ? SIZE_PREFIX_LENGTH : 0;
}

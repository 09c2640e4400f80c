import type { Transform } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";
import { joinChunks } from "./byte-pieces.ts";
import { FetchError } from "./fetch-error.ts";

/** Begins to unpack these bytes. */
type Unpacker = (bytes: Buffer) => Transform;

const OPTIONS = { chunkSize: 64 * 1024 };
/** A zstd frame may ask for gigabytes of window; 8 MB is what RFC 9659 lets a web server use. */
const ZSTD_OPTIONS = { ...OPTIONS, params: { [constants.ZSTD_d_windowLogMax]: 23 } };

/** "deflate" means the zlib format (RFC 9110, section 8.4.1.2), yet some servers send the bare stream. */
function inflateEither(bytes: Buffer): Transform {
  const header = bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
  const isZlib = (header & 0x0f00) === 0x0800 && header % 31 === 0;
  return isZlib ? createInflate(OPTIONS) : createInflateRaw(OPTIONS);
}

const CODINGS: ReadonlyMap<string, Unpacker> = new Map<string, Unpacker>([
  ["gzip", () => createGunzip(OPTIONS)],
  ["x-gzip", () => createGunzip(OPTIONS)],
  ["deflate", inflateEither],
  ["br", () => createBrotliDecompress(OPTIONS)],
  ["zstd", () => createZstdDecompress(ZSTD_OPTIONS)],
]);

function codingByMagic(bytes: Buffer): "gzip" | "zstd" | null {
  if (bytes.length < 4) return null;
  if (bytes.readUInt16BE(0) === 0x1f8b) return "gzip";
  return bytes.readUInt32LE(0) === 0xfd2fb528 ? "zstd" : null;
}

/** Whether the bytes begin as a feed document does, so that a coding they are labelled with is not there. */
function isPlainDocument(bytes: Buffer): boolean {
  return /^(\u00ef\u00bb\u00bf)?\s*[<{]/.test(bytes.toString("latin1", 0, 64));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Null: it is more than `maxBytes`. */
async function unpack(bytes: Buffer, unpacker: Transform, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  unpacker.end(bytes);
  for await (const chunk of unpacker) {
    const part: Buffer = chunk;
    length += part.length;
    if (length > maxBytes) return null;
    chunks.push(part);
  }
  return joinChunks(chunks, length);
}

async function undo(coding: string, bytes: Buffer, maxBytes: number): Promise<Buffer> {
  const start = CODINGS.get(coding);
  if (start === undefined) throw new FetchError("bad-coding", `the answer has a coding we did not ask for: ${coding}`);
  try {
    const plain = await unpack(bytes, start(bytes), maxBytes);
    if (plain !== null) return plain;
  } catch (error) {
    const code = codeOf(error);
    if (code === "Z_BUF_ERROR")
      throw new FetchError("cut-short", `the packed answer ends too early (${coding})`, { cause: error });
    throw new FetchError("bad-coding", `the answer is not ${coding} as it says (${code})`, { cause: error });
  }
  throw new FetchError("too-large", `the answer unpacks to more than ${maxBytes} bytes (${coding})`);
}

/** Null: the bytes cannot be unpacked and begin as a document does. Packed bytes may begin so, too. */
async function undoOrKeep(coding: string, bytes: Buffer, maxBytes: number): Promise<Buffer | null> {
  try {
    return await undo(coding, bytes, maxBytes);
  } catch (error) {
    if (isPlainDocument(bytes)) return null;
    throw error;
  }
}

/**
 * Undoes the content codings of a body, last applied first (RFC 9110, section 8.4): gzip, deflate, br, zstd, at most
 * two. A label on plain bytes is ignored, and a gzip or zstd body without a label is unpacked once. Works off the
 * main thread. Throws a FetchError: `bad-coding`, `too-large` (over `maxBytes` at any step) or `cut-short`.
 */
export async function inflateBody(bytes: Buffer, contentEncoding: string, maxBytes: number): Promise<Buffer> {
  const codings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > 2) throw new FetchError("bad-coding", `the answer is packed ${codings.length} times over`);

  let plain = bytes;
  for (const coding of codings.toReversed()) {
    if (plain.length === 0) break;
    const unpacked = await undoOrKeep(coding, plain, maxBytes);
    if (unpacked === null) break;
    plain = unpacked;
  }
  const unlabelled = codingByMagic(plain);
  if (unlabelled !== null) plain = await undo(unlabelled, plain, maxBytes);
  if (plain.length > maxBytes) throw new FetchError("too-large", `the answer is longer than ${maxBytes} bytes`);
  return plain;
}

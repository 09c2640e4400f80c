import { setImmediate as nextTurn } from "node:timers/promises";

/** Copied or hashed in a few milliseconds. */
const PIECE_BYTES = 1_000_000;

/** The bytes piece by piece; the event loop turns between two, so that a large document stops nothing else. */
export async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    if (at > 0) await nextTurn();
    yield bytes.subarray(at, at + PIECE_BYTES);
  }
}

/** A copy that may be moved to another thread. */
export async function copyBytes(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const copy = new Uint8Array(bytes.length);
  let at = 0;
  for await (const piece of piecesOf(bytes)) {
    copy.set(piece, at);
    at += piece.length;
  }
  return copy;
}

/** All chunks as one, in a buffer that shares no memory with others. */
export async function joinChunks(chunks: readonly Uint8Array[], length: number): Promise<Buffer> {
  const joined = Buffer.allocUnsafeSlow(length);
  let at = 0;
  let pausedAt = 0;
  for (const chunk of chunks) {
    if (at - pausedAt >= PIECE_BYTES) {
      await nextTurn();
      pausedAt = at;
    }
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

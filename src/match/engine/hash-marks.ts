/** A power of two: of a hundred thousand hashes that nobody marked, one in ten then seems marked. */
const BITS = 1 << 20;

/** Marks on hashes, to be asked millions of times: what has none was never marked, what has one may have been. */
export class HashMarks {
  readonly bits = new Int32Array(BITS >> 5);

  add(hash: number): void {
    const at = placeOf(hash);
    this.bits[at >> 5] = (this.bits[at >> 5] ?? 0) | (1 << (at & 31));
  }
}

/** 1 or 0; `bits` are those of `HashMarks`. */
export function markOf(bits: Int32Array, hash: number): number {
  const at = placeOf(hash);
  return ((bits[at >> 5] ?? 0) >>> (at & 31)) & 1;
}

/** FNV's low bits alone are poor. */
function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BITS - 1);
}

const FIRST_BITS = 1 << 10;
/** Few enough to stay near the processor, enough that one in some thirty of other hashes has its bit set as well. */
const BITS_A_HASH = 16;

/** Whether a hash was added: never no for one that was, seldom yes for one that was not. */
export class BitFilter {
  #bits = new Int32Array(FIRST_BITS / 32);
  #count = 0;

  /** Whether so many more find room; a filter that is too full says yes too often. */
  hasRoom(more: number): boolean {
    return BITS_A_HASH * (this.#count + more) <= 32 * this.#bits.length;
  }

  /** Forgets all, and makes room for so many. */
  clear(room: number): void {
    let bits = FIRST_BITS;
    while (bits < 2 * BITS_A_HASH * room) bits *= 2;
    this.#bits = new Int32Array(bits / 32);
    this.#count = 0;
  }

  add(hash: number): void {
    const mixed = hash ^ (hash >>> 15);
    const at = (mixed >>> 5) & (this.#bits.length - 1);
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << mixed);
    this.#count += 1;
  }

  has(hash: number): boolean {
    const mixed = hash ^ (hash >>> 15);
    return ((this.#bits[(mixed >>> 5) & (this.#bits.length - 1)] ?? 0) & (1 << mixed)) !== 0;
  }
}

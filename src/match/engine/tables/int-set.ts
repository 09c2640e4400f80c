const FIRST_SLOTS = 1 << 8;
const EMPTY = 0;

/** A set of 32-bit hashes that is asked millions of times: a question reads one place of memory, or a few. */
export class IntSet {
  size = 0;
  #slots = new Int32Array(FIRST_SLOTS);

  add(hash: number): void {
    if (2 * this.size >= this.#slots.length) this.#grow();
    this.#put(hash | 0 || 1);
  }

  has(hash: number): boolean {
    const wanted = hash | 0 || 1;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (wanted ^ (wanted >>> 15)) & mask;
    for (let found = slots[slot] ?? EMPTY; found !== EMPTY; found = slots[slot] ?? EMPTY) {
      if (found === wanted) return true;
      slot = (slot + 1) & mask;
    }
    return false;
  }

  #put(hash: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== EMPTY && slots[slot] !== hash) slot = (slot + 1) & mask;
    if (slots[slot] === EMPTY) this.size += 1;
    slots[slot] = hash;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    this.size = 0;
    for (const hash of before) if (hash !== EMPTY) this.#put(hash);
  }
}

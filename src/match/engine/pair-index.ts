const FIRST_SLOTS = 1 << 10;
const NOT_FILED = -1;

function hashOf(left: number, right: number): number {
  const mixed = Math.imul(left, 0x9e_37_79_b1) ^ Math.imul(right, 0x85_eb_ca_77);
  return mixed ^ (mixed >>> 15);
}

/** Numbers, from 0, of pairs of words that stand side by side in terms. */
export class PairIndex {
  size = 0;
  /** By slot: left word, right word, number; a free slot has the number -1. */
  #slots = new Int32Array(3 * FIRST_SLOTS).fill(NOT_FILED);

  /** The number of a pair; -1: no term has it. */
  find(left: number, right: number): number {
    return this.#slots[this.#slotOf(left, right) + 2] ?? NOT_FILED;
  }

  /** The number of a pair, a new one if need be. */
  add(left: number, right: number): number {
    const slot = this.#slotOf(left, right);
    const known = this.#slots[slot + 2] ?? NOT_FILED;
    if (known !== NOT_FILED) return known;
    this.#slots.set([left, right, this.size], slot);
    this.size += 1;
    if (6 * this.size > this.#slots.length) this.#grow();
    return this.size - 1;
  }

  #slotOf(left: number, right: number): number {
    const slots = this.#slots;
    const mask = slots.length / 3 - 1;
    let at = hashOf(left, right) & mask;
    while (slots[3 * at + 2] !== NOT_FILED && (slots[3 * at] !== left || slots[3 * at + 1] !== right))
      at = (at + 1) & mask;
    return 3 * at;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length).fill(NOT_FILED);
    for (let at = 0; at < old.length; at += 3) {
      const pair = old.subarray(at, at + 3);
      if (pair[2] !== NOT_FILED) this.#slots.set(pair, this.#slotOf(pair[0] ?? 0, pair[1] ?? 0));
    }
  }
}

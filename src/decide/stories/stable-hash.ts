/**
 * A 64-bit hash that is the same on every machine and in every version: stored keys and sketches depend on it. Two
 * multiply-xor lanes (as in MurmurHash3's finaliser); no cryptography.
 */
class StableHash {
  #low = 0x9e3779b9;
  #high = 0x85ebca6b;

  /** Adds a text, and a mark that ends it: ("ab", "c") and ("a", "bc") differ. */
  add(text: string): this {
    let low = this.#low;
    let high = this.#high;
    for (let unit = 0; unit < text.length; unit += 1) {
      const code = text.charCodeAt(unit);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
    }
    this.#low = mix(low ^ 0xffff);
    this.#high = mix(high ^ 0xfffe);
    return this;
  }

  /** Unsigned. */
  value(): bigint {
    const low = mix(this.#low ^ (this.#high >>> 7)) >>> 0;
    return (BigInt(mix(this.#high ^ low) >>> 0) << 32n) | BigInt(low);
  }
}

function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}

/** The hash of some texts in their order. */
export function stableHash(...parts: readonly string[]): bigint {
  const hash = new StableHash();
  for (const part of parts) hash.add(part);
  return hash.value();
}

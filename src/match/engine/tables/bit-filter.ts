const LEAST_BITS = 1 << 10;
/** Few enough to stay near the processor, enough that one in some thirty of other hashes has its bit set as well. */
const BITS_A_HASH = 16;
/** As long as a filter has no more bits than that, it stays nearest to the processor, and may have more of them a hash. */
const NEAREST_BITS = 1 << 16;
const NEAREST_BITS_A_HASH = 128;

/** Whether a hash was added: never no for one that was, seldom yes for one that was not. */
export class BitFilter {
  /** A power of two of them; for loops that ask `bitOf`. */
  bits: Int32Array;
  /** How many hashes were added that it did not say yes of before. */
  count = 0;

  /** @param room how many hashes will be added */
  constructor(room: number) {
    this.bits = bitsFor(room);
  }

  /** Whether there are not too many: a filter that is too full says yes too often. */
  get hasRoom(): boolean {
    return BITS_A_HASH * this.count <= 32 * this.bits.length;
  }

  /** Forgets all, and makes room for so many. */
  clear(room: number): void {
    this.bits = bitsFor(room);
    this.count = 0;
  }

  add(hash: number): void {
    const mixed = mix(hash);
    const at = placeOf(this.bits, mixed);
    const before = this.bits[at] ?? 0;
    const bits = before | (1 << mixed);
    if (bits === before) return;
    this.bits[at] = bits;
    this.count += 1;
  }

  has(hash: number): boolean {
    return bitOf(this.bits, hash) !== 0;
  }
}

/** Of a filter's bits that of a hash: 1 or 0. */
export function bitOf(bits: Int32Array, hash: number): number {
  const mixed = mix(hash);
  return ((bits[placeOf(bits, mixed)] ?? 0) >>> mixed) & 1;
}

function bitsFor(room: number): Int32Array {
  const least = Math.max(BITS_A_HASH * room, Math.min(NEAREST_BITS_A_HASH * room, NEAREST_BITS));
  let bits = LEAST_BITS;
  while (bits < least) bits *= 2;
  return new Int32Array(bits / 32);
}

/** FNV's low bits alone are poor. */
function mix(hash: number): number {
  return hash ^ (hash >>> 15);
}

function placeOf(bits: Int32Array, mixed: number): number {
  return (mixed >>> 5) & (bits.length - 1);
}

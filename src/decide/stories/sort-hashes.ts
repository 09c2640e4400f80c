/** Buckets of the largest lists; smaller ones take fewer. */
const MOST_BITS = 10;
const ends = new Int32Array(2 ** MOST_BITS);
let inBuckets = new Uint32Array(1024);

/**
 * Sorts hashes of 64 bits, of which each has two elements, the low half and the high one; equal ones become one. They are
 * spread evenly over the buckets of their first bits, so that little is left to be sorted.
 * @param into takes them from the element `at` on
 * @returns the element behind the last one
 */
export function sortHashes(halves: Uint32Array, count: number, into: Uint32Array, at: number): number {
  if (2 * count > inBuckets.length) inBuckets = new Uint32Array(4 * count);
  fillBuckets(halves, count);
  let end = at;
  for (let from = 0; from < 2 * count; from += 2) end = insert(into, at, end, from);
  return end;
}

function fillBuckets(halves: Uint32Array, count: number): void {
  const bits = Math.min(MOST_BITS, 32 - Math.clz32(count));
  const shift = 32 - bits;
  ends.fill(0, 0, 2 ** bits);
  for (let at = 1; at < 2 * count; at += 2) {
    const bucket = (halves[at] ?? 0) >>> shift;
    ends[bucket] = (ends[bucket] ?? 0) + 2;
  }
  let end = 0;
  for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
    end += ends[bucket] ?? 0;
    ends[bucket] = end;
  }
  for (let at = 0; at < 2 * count; at += 2) {
    const bucket = (halves[at + 1] ?? 0) >>> shift;
    const to = (ends[bucket] ?? 0) - 2;
    ends[bucket] = to;
    inBuckets[to] = halves[at] ?? 0;
    inBuckets[to + 1] = halves[at + 1] ?? 0;
  }
}

/** Puts the hash at `from` in the buckets in its place among those from `start` to `end`. @returns the new end */
function insert(into: Uint32Array, start: number, end: number, from: number): number {
  const low = inBuckets[from] ?? 0;
  const high = inBuckets[from + 1] ?? 0;
  let at = end;
  while (at > start && isAfter(into, at - 2, low, high)) at -= 2;
  if (at > start && into[at - 2] === low && into[at - 1] === high) return end;
  for (let moved = end - 2; moved >= at; moved -= 2) {
    into[moved + 2] = into[moved] ?? 0;
    into[moved + 3] = into[moved + 1] ?? 0;
  }
  into[at] = low;
  into[at + 1] = high;
  return end + 2;
}

function isAfter(hashes: Uint32Array, at: number, low: number, high: number): boolean {
  const otherHigh = hashes[at + 1] ?? 0;
  return otherHigh > high || (otherHigh === high && (hashes[at] ?? 0) > low);
}

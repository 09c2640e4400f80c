import { IntColumn } from "./int-column.ts";

const FIRST_SLOTS = 1 << 10;

/** Rows of integers, numbered from 0 in the order they came; equal rows are one. */
export class RowIndex {
  size = 0;
  /** Integers of all rows; those of one from `from(row)` to `to(row)`. */
  readonly values = new IntColumn();
  readonly #starts = new IntColumn();
  /** By slot, the number of a row and 1 more; 0: free. */
  #slots = new Int32Array(FIRST_SLOTS);

  constructor() {
    this.#starts.push(0);
  }

  /** The number of a row, a new one if need be. */
  add(row: readonly number[]): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(row, 0, row.length) & mask;
    for (let filed = this.#slots[slot] ?? 0; filed !== 0; filed = this.#slots[slot] ?? 0) {
      if (this.#equals(filed - 1, row)) return filed - 1;
      slot = (slot + 1) & mask;
    }
    for (const value of row) this.values.push(value);
    this.#starts.push(this.values.length);
    this.size += 1;
    this.#slots[slot] = this.size;
    if (2 * this.size > this.#slots.length) this.#grow();
    return this.size - 1;
  }

  from(row: number): number {
    return this.#starts.at(row);
  }

  to(row: number): number {
    return this.#starts.at(row + 1);
  }

  #equals(filed: number, row: readonly number[]): boolean {
    const from = this.from(filed);
    if (this.to(filed) - from !== row.length) return false;
    for (let at = 0; at < row.length; at += 1) if (this.values.at(from + at) !== row[at]) return false;
    return true;
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let row = 0; row < this.size; row += 1) {
      let slot = hashOf(this.values.values, this.from(row), this.to(row)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(values: ArrayLike<number>, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ (values[at] ?? 0), 0x9e_37_79_b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

import { keepRead } from "../../../core/read-ahead.ts";
import { IntColumn } from "./int-column.ts";

const NONE: readonly number[] = [];

function increase(numbers: Int32Array, at: number, by: number): void {
  numbers[at] = (numbers[at] ?? 0) + by;
}

/**
 * Integers filed under keys from 0. `pack` lays the values of a key side by side, in the order they were added, which is
 * what makes ten thousand rules cheap to ask; what is added after it waits in arrays.
 */
export class Postings {
  /** Values of all keys; those of one key from `from(key)` to `to(key)`. */
  values = new Int32Array(0);
  #offsets = new Int32Array(1);
  #isPacked = false;
  #keys = new IntColumn();
  #unpacked = new IntColumn();
  readonly #added = new Map<number, number[]>();

  add(key: number, value: number): void {
    if (!this.#isPacked) {
      this.#keys.push(key);
      this.#unpacked.push(value);
      return;
    }
    const row = this.#added.get(key);
    if (row === undefined) this.#added.set(key, [value]);
    else row.push(value);
  }

  from(key: number): number {
    return this.#offsets[key] ?? this.values.length;
  }

  to(key: number): number {
    return this.#offsets[key + 1] ?? this.values.length;
  }

  /** Reads ahead the first values of keys. */
  readAhead(keys: readonly number[]): void {
    const { values } = this;
    const offsets = this.#offsets;
    let read = 0;
    for (const key of keys) read ^= offsets[key] ?? 0;
    for (const key of keys) read ^= values[offsets[key] ?? 0] ?? 0;
    keepRead(read);
  }

  /** Values that came after `pack`. */
  added(key: number): readonly number[] {
    return this.#added.size === 0 ? NONE : (this.#added.get(key) ?? NONE);
  }

  /** Once, when the rules are complete. */
  pack(): void {
    const { values: keys, length } = this.#keys;
    let last = -1;
    for (let at = 0; at < length; at += 1) last = Math.max(last, keys[at] ?? 0);
    const offsets = new Int32Array(last + 2);
    for (let at = 0; at < length; at += 1) increase(offsets, (keys[at] ?? 0) + 1, 1);
    for (let key = 0; key <= last; key += 1) increase(offsets, key + 1, offsets[key] ?? 0);
    const next = offsets.slice();
    this.values = new Int32Array(length);
    for (let at = 0; at < length; at += 1) {
      const key = keys[at] ?? 0;
      this.values[next[key] ?? 0] = this.#unpacked.at(at);
      increase(next, key, 1);
    }
    this.#offsets = offsets;
    this.#isPacked = true;
    this.#keys = new IntColumn(0);
    this.#unpacked = new IntColumn(0);
  }
}

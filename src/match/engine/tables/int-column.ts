/** A row of 32-bit integers that grows; `values` is for loops and changes when it grows. */
export class IntColumn {
  values: Int32Array;
  length = 0;

  constructor(room = 64) {
    this.values = new Int32Array(room);
  }

  /** @returns the place of the value */
  push(value: number): number {
    if (this.length === this.values.length) this.#grow(this.length + 1);
    this.values[this.length] = value;
    this.length += 1;
    return this.length - 1;
  }

  at(place: number): number {
    return this.values[place] ?? 0;
  }

  /** Makes it `length` long; new places hold 0. */
  extend(length: number): void {
    if (length > this.values.length) this.#grow(length);
    this.length = Math.max(this.length, length);
  }

  clear(): void {
    this.length = 0;
  }

  #grow(length: number): void {
    const wider = new Int32Array(Math.max(length, 2 * this.values.length));
    wider.set(this.values);
    this.values = wider;
  }
}

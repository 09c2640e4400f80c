/** A name of more persons than this tells nobody apart. */
const MOST_BEARERS = 50;

/** Whose a surname, or a given name in its place, is: by name, or by a key of it. */
export class Bearers<Key, Bearer> {
  readonly #bearers = new Map<Key, Bearer[]>();

  get isEmpty(): boolean {
    return this.#bearers.size === 0;
  }

  /** One more than the limit is kept, to show that there are too many. */
  add(key: Key, bearer: Bearer): void {
    const bearers = this.#bearers.get(key);
    if (bearers === undefined) this.#bearers.set(key, [bearer]);
    else if (bearers.length <= MOST_BEARERS) bearers.push(bearer);
  }

  /** None where so many have it that it tells nobody apart. */
  of(key: Key): readonly Bearer[] {
    const bearers = this.#bearers.get(key) ?? [];
    return bearers.length > MOST_BEARERS ? [] : bearers;
  }
}

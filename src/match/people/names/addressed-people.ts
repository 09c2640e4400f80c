import { Bearers } from "./bearers.ts";
import type { NameCustoms } from "./name-customs.ts";
import type { ListedName } from "./read-name.ts";
import type { AddressedName, Entity } from "./spelling.ts";
import { foldWord } from "../sounds/fold-word.ts";

/** Persons by the given name that they are addressed by, in the place of a surname: `Ông Thức`, `Khun Anuwat`. */
export class AddressedPeople {
  readonly byWord = new Bearers<string, AddressedName>();
  /** The same of scripts without spaces, as folded characters. */
  readonly byRun = new Bearers<string, AddressedName>();

  /** @param listed a name of two words and more */
  add(entity: Entity, listed: string, { pairs, script }: ListedName, { addressedBy }: NameCustoms): void {
    if (addressedBy === null) return;
    const [first = "", ...others] = listed.split(" ");
    const isRun = script === "dictionary" && addressedBy === "first" && others.length > 0;
    if (isRun) this.byRun.add(foldWord(first), { entity, given: first, middle: null });
    const given = (addressedBy === "first" ? pairs[0] : pairs.at(-1))?.given;
    const middle = addressedBy === "last" ? others.at(-2) : undefined;
    const name = { entity, middle: middle === undefined ? null : foldWord(middle) };
    if (given !== undefined) this.byWord.add(foldWord(given), { ...name, given });
  }
}

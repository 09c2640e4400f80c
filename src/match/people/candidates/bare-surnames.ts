import { once } from "../../../core/once.ts";
import type { FoundForm } from "./found-form.ts";
import { nearestBearers } from "./nearest-bearers.ts";
import { GivenNamesInItem } from "../evidence/given-names-in-item.ts";
import type { Spelling } from "../names/spelling.ts";
import { isOfficeAt } from "../reading/office-at.ts";
import { GAP, isTiedLetter, type TextWord } from "../reading/text-words.ts";
import type { WordInfo } from "../reading/word-info.ts";
import type { WordTable } from "../reading/word-table.ts";
import { hasOtherGivenName } from "../rules/other-given-name.ts";
import { isPartOfDouble } from "../rules/in-other-name.ts";
import { isOnlyPersons } from "../rules/look-alike.ts";
import type { NamedItem, SurnameForm, SurnameItem } from "../rules/rule.ts";
import { decideSurname } from "../rules/rules.ts";
import { BY_SOUND, FAR } from "../sounds/distances.ts";
import { joinsFamily } from "../words/name-words.ts";

/** A listed name whose surname stands alone, from a word on to `last`. */
interface Bearer {
  spelling: Spelling;
  distance: number;
  last: number;
}

/** Finds surnames that stand alone, after the full names. */
export class SurnameFinder {
  readonly #item: SurnameItem;
  readonly #table: WordTable;
  readonly #forms: (SurnameForm | null)[] = [];

  constructor(item: NamedItem, table: WordTable) {
    const { words, language } = item;
    this.#table = table;
    this.#item = {
      ...item,
      givenNames: new GivenNamesInItem(item),
      offices: once(() => new Set([...words.keys()].filter((at) => isOfficeAt(words, at, language)))),
      namesakes: once(() => this.#namesakes()),
    };
  }

  /** Each with what was decided of it; behind one that counts the next word is read. */
  find(): FoundForm[] {
    const { words } = this.#item;
    const found: FoundForm[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const form = this.#formAt(at);
      if (form === null) continue;
      const decision = decideSurname(form, this.#item);
      found.push({ candidate: form, decision });
      if (decision.kind === "counts") at = form.last;
    }
    return found;
  }

  /** Persons whose whole surname stands with another given name somewhere in the item. */
  #namesakes(): ReadonlySet<number> {
    const { words } = this.#item;
    const persons = new Set<number>();
    for (let at = 0; at < words.length; at += 1) {
      const form = this.#formAt(at);
      if (form === null || form.spelling.isHalf || isPartOfDouble(form, this.#item)) continue;
      if (hasOtherGivenName(form, this.#item)) persons.add(form.entity.person);
    }
    return persons;
  }

  /** Read once: rules ask for the other places of a surname. */
  #formAt(at: number): SurnameForm | null {
    const known = this.#forms[at];
    if (known !== undefined) return known;
    const form = this.#readAt(at);
    this.#forms[at] = form;
    return form;
  }

  #readAt(at: number): SurnameForm | null {
    const { words, chosen } = this.#item;
    const word = words[at];
    if (word === undefined || chosen.taken[at] === 1) return null;
    // Behind an office, half a surname need not be anybody's: `سرتیپ پور کاظم` of a Pourkazem.
    const mayBegin = word.isNameLike && words[at - 1]?.info.isOffice === true;
    if (!mayBegin && !mayBeSurname(word)) return null;
    const bearer = this.#bearerAt(at, word);
    if (bearer === null) return null;
    return { entity: bearer.spelling.entity, first: at, way: "surname", asks: null, ...bearer };
  }

  /** The only person whose surname it can be, of one word or of two. */
  #bearerAt(at: number, word: TextWord): Bearer | null {
    const { words, chosen, index } = this.#item;
    const alone = nearestBearers(index, word.info);
    const next = words[at + 1];
    if (next !== undefined && chosen.taken[at + 1] !== 1 && mayJoin(word, next)) {
      const info = this.#table.joined(word.info, next.info);
      const joined = nearestBearers(index, info);
      // Two words with a blank between are one surname only where they are spelled like it, or the first is a Ben; with a hyphen, they are
      // no other then.
      const isFamily = joinsFamily(word.info.fold);
      const most = word.gap === GAP.joined || isFamily ? FAR : BY_SOUND;
      const isTied = word.gap === GAP.joined && next.isCapital;
      const isNearest = isFamily || joined.nearest <= alone.nearest || (isTied && joined.nearest < BY_SOUND);
      if (joined.nearest < most && isNearest) return this.#onlyOne(info, at + 1);
    }
    return this.#onlyOne(word.info, at);
  }

  /** One that the item or its story names in full goes first, then the only one whose post and country it tells. */
  #onlyOne(info: WordInfo, last: number): Bearer | null {
    const { chosen, evidence, index, named, known } = this.#item;
    const { persons, withRole } = nearestBearers(index, info);
    if (persons.length === 0) return null;
    const full = named.size + known.size === 0 ? [] : persons.filter((bearer) => this.#isNamed(personOf(bearer)));
    const isOpen = chosen.cancelled.size === 0;
    const others = isOpen ? persons : persons.filter((bearer) => this.#mayBeMeant(bearer, info));
    const meant = full.length > 0 ? full : others;
    const told =
      meant.length < 2
        ? meant
        : (meant === persons ? withRole : meant).filter((one) => evidence.tellsPost(index.people[personOf(one)], last));
    const [only, second] = told;
    return only === undefined || second !== undefined ? null : { ...only, last };
  }

  /** Not where a look-alike of the surname stood in the person's place. */
  #mayBeMeant(bearer: Omit<Bearer, "last">, info: WordInfo): boolean {
    return !this.#item.chosen.cancelled.has(personOf(bearer)) || isOnlyPersons(this.#item, info, bearer);
  }

  #isNamed(person: number): boolean {
    const { named, known } = this.#item;
    return named.has(person) || known.has(person);
  }
}

function personOf({ spelling }: Pick<Bearer, "spelling">): number {
  return spelling.entity.person;
}

function mayBeSurname(word: TextWord): boolean {
  const { info, isNameLike } = word;
  if (isTiedLetter(word) || (isNameLike && joinsFamily(info.fold))) return true;
  if (!isNameLike || info.exactKeys.length + info.surnameKeys.length === 0) return false;
  return info.fold.length > 1 || info.script === "hangul";
}

function mayJoin(left: TextWord, right: TextWord): boolean {
  const isBeside = left.gap === GAP.space || left.gap === GAP.joined;
  return isBeside && left.info.script === right.info.script && (right.isNameLike || left.gap === GAP.joined);
}

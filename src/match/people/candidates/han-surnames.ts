import type { Person } from "../../rule-set.ts";
import type { FoundForm } from "./found-form.ts";
import { roleOf } from "../names/role-of-person.ts";
import type { Entity } from "../names/spelling.ts";
import type { NamedItem } from "../rules/rule.ts";
import { decideHanSurname } from "../rules/rules.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { isHanOffice } from "../words/office-words.ts";
import { postsOf } from "../words/posts.ts";

const LONGEST = 3;
/** Mr, and what stands between a name and where somebody is posted. */
const BEHIND_NAME = new Set(["氏", "駐", "驻"]);

/**
 * Surnames in Han characters, right before an office: 王総領事. They are characters of many words, so that the item must name
 * the person's post and country or place as well; of a surname of two characters and more, the post behind it is enough.
 */
export function findHanSurnames(item: NamedItem): FoundForm[] {
  const { index, words, chosen } = item;
  if (index.hanSurnames.isEmpty) return [];
  const offices = new Set(words.flatMap((word, at) => (isHan(word) && isOfficeAt(words, at) ? [at] : [])));
  if (offices.size === 0) return [];
  return words.flatMap((_, at): FoundForm[] => {
    if (chosen.taken[at] === 1 || !isHan(words[at])) return [];
    const [bearer, ...others] = bearersAt(item, at, offices);
    if (bearer === undefined || others.length > 0) return [];
    const { entity, last } = bearer;
    const person = index.people[entity.person];
    if (last === at && isInsideWord(words, at)) return [];
    const isBeforePost = last > at && isPostOf(person, words, last + 1);
    const candidate = {
      ...({ entity, first: at, last, distance: 0, way: "surname", spelling: null, asks: null } as const),
      isBeforePost,
    };
    return [{ candidate, decision: decideHanSurname(candidate, item) }];
  });
}

function isHan(word: TextWord | undefined): boolean {
  return word?.info.script === "han";
}

function isInsideWord(words: readonly TextWord[], at: number): boolean {
  return isHan(words[at - 1]) && words[at - 1]?.gap === GAP.joined;
}

/** Persons whose surname stands there with an office behind it. */
function bearersAt(
  { index, words }: NamedItem,
  at: number,
  offices: ReadonlySet<number>,
): { entity: Entity; last: number }[] {
  const found = new Map<number, { entity: Entity; last: number }>();
  let characters = "";
  for (let last = at; last < at + LONGEST && isHan(words[last]); last += 1) {
    characters += words[last]?.info.nameFold ?? "";
    if (!offices.has(last + 1)) continue;
    for (const entity of index.hanSurnames.of(characters)) found.set(entity.person, { entity, last });
  }
  return [...found.values()];
}

/** Whether the person's own post stands at a word, or behind what says how high it is: 黒坂総領事. */
function isPostOf(person: Person | undefined, words: readonly TextWord[], at: number): boolean {
  if (person?.role == null) return false;
  const { posts } = roleOf(person);
  return [at, at + 1].some((place) => {
    const fold = (words[place]?.info.fold ?? "") + (words[place + 1]?.info.fold ?? "");
    return postsOf(fold, "han").some((post) => posts.has(post));
  });
}

function isOfficeAt(words: readonly TextWord[], at: number): boolean {
  const fold = words[at]?.info.fold ?? "";
  return BEHIND_NAME.has(fold) || isHanOffice(fold + (words[at + 1]?.info.fold ?? ""));
}

import { describe, expect, it } from "vitest";
import { foldWord } from "../sounds/fold-word.ts";
import { scriptOf } from "../sounds/script.ts";
import { GIVEN_NAMES } from "./common-given-names.ts";
import { EVERYDAY_THINGS } from "./everyday-things.ts";
import { KIN } from "./kin.ts";
import { isTitle } from "./name-words.ts";
import { OCCUPATIONS } from "./occupations.ts";
import { HAN_OFFICES, isOfficeWord, OFFICES } from "./office-words.ts";
import { OTHER_TRADES } from "./other-trades.ts";
import { OPENERS } from "./sentence-openers.ts";
import { POSTS } from "./post-words.ts";
import { postsOf } from "./posts.ts";
import { BEFORE_NAME, BEHIND_NAME } from "./thing-words.ts";
import { TRADES_OF_BEARERS } from "./trades-of-bearers.ts";
import { listed, wordsBySubject, wordsOf } from "./words-by-language.ts";

describe.each([
  ["offices", OFFICES],
  ["offices in Han characters", HAN_OFFICES],
  ["other trades", OTHER_TRADES],
  ["trades of bearers", TRADES_OF_BEARERS],
  ["kin", KIN],
  ["given names", GIVEN_NAMES],
  ["everyday things", EVERYDAY_THINGS],
  ["words before the name of a thing", BEFORE_NAME],
  ["words behind it", BEHIND_NAME],
])("the table of %s", (_name, table) => {
  it("has languages and words in the order of their letters", () => {
    expect(Object.keys(table)).toEqual(Object.keys(table).toSorted());
    for (const words of Object.values(table)) expect(listed(words)).toEqual(listed(words).toSorted());
  });

  it("has each word once, and as texts fold it", () => {
    const folds = wordsOf(table).map((word) => foldWord(word));
    expect(folds.filter((fold, at) => folds.indexOf(fold) !== at)).toEqual([]);
    expect(folds.filter((fold) => fold === "" || foldWord(fold) !== fold)).toEqual([]);
  });
});

describe.each(Object.entries(OPENERS))("words that open sentences: %s", (_language, words) => {
  it("stand once, in the order of their letters, and are no letters that cannot be a name anyway", () => {
    const folds = listed(words).map((word) => foldWord(word));
    expect(listed(words)).toEqual(listed(words).toSorted());
    expect(folds.filter((fold, at) => folds.indexOf(fold) !== at)).toEqual([]);
    expect(folds.filter((fold) => fold.length < 3)).toEqual([]);
  });
});

describe.each([
  ["posts", POSTS],
  ["occupations", OCCUPATIONS],
])("the table of %s", (_name, table) => {
  const bySubject = Object.values(table).map((line) => [...wordsBySubject({ line })]);

  it("has languages, subjects and words in the order of their letters", () => {
    expect(Object.keys(table)).toEqual(Object.keys(table).toSorted());
    for (const subjects of bySubject) {
      const names = subjects.map(([subject]) => subject);
      expect(names).toEqual(names.toSorted());
      for (const [, words] of subjects) expect(words).toEqual([...words].toSorted());
    }
  });

  it("has each word of a subject once, and as texts fold it", () => {
    for (const [subject, words] of wordsBySubject(table)) {
      const folds = words.map((word) => foldWord(word));
      expect([subject, folds.filter((fold, at) => folds.indexOf(fold) !== at)]).toEqual([subject, []]);
      expect(folds.filter((fold) => fold === "" || foldWord(fold) !== fold)).toEqual([]);
    }
  });
});

it("a word names one post", () => {
  const folds = [...wordsBySubject(POSTS).values()].flat().map((word) => foldWord(word));
  expect(folds.filter((fold, at) => folds.indexOf(fold) !== at)).toEqual([]);
});

/** The posts that the word of a table, with or without the sign for a whole word, names. */
function postsOfEntry(word: string): readonly string[] {
  const fold = foldWord(word.replace("$", ""));
  return postsOf(fold, scriptOf(fold));
}

it("no word for an office names a post: it is one already", () => {
  expect(wordsOf(OFFICES).filter((word) => postsOfEntry(word).length > 0)).toEqual([]);
});

it("no trade of a bearer is an office or a title, which it would never be found behind", () => {
  const words = wordsOf(TRADES_OF_BEARERS).map((word) => foldWord(word));
  expect(words.filter((fold) => isOfficeWord(fold, scriptOf(fold)) || isTitle(fold))).toEqual([]);
});

/** Actors who represent, and directors of films, are told by the other words of an item; a waiter folds like an officer. */
const BOTH = ["ممثل", "ممثلة", "director", "čašník"];

it("a word for another trade is no office, but for those that are both", () => {
  const words = [...wordsOf(OTHER_TRADES), ...[...wordsBySubject(OCCUPATIONS).values()].flat()];
  const both = words.filter((word) => isOfficeWord(foldWord(word), scriptOf(word)));
  expect(both.filter((word) => !BOTH.includes(word))).toEqual([]);
});

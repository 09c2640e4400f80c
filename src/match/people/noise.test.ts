import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { manyPeople } from "../../../test/support/many-people.ts";
import { matchItem } from "../../../test/support/rule-builders.ts";
import { readDocument } from "../engine/document.ts";
import type { MatchItem, Person } from "../rule-set.ts";
import { compilePeople } from "./compile-people.ts";
import { findPeople } from "./find-people.ts";
import { foldWord } from "./words/fold-word.ts";

const NEWS = new URL("../../../test/fixtures/news/", import.meta.url);

/** The lines that the list of everyday words was not made from. */
function newsItems(): MatchItem[] {
  return readdirSync(NEWS).flatMap((file) =>
    readFileSync(new URL(file, NEWS), "utf8")
      .trim()
      .split("\n")
      .filter((_, line) => line % 2 === 1)
      .map((line) => {
        const [title = "", body = ""] = line.split(" | ");
        return matchItem({ title, body, lang: basename(file, ".txt") });
      }),
  );
}

/** Whether all words of one of the person's names, but for second given names, stand in the spelling. */
function bearsName({ names }: Person, spelling: string): boolean {
  const here = foldWord(spelling);
  return names.some((name) => {
    const words = name.split(" ").map(foldWord);
    return [words[0] ?? "", words.at(-1) ?? ""].every((word) => here.includes(word));
  });
}

it("ten thousand names of ten countries are falsely found in at most 10 of 1,000 items", () => {
  const items = newsItems();
  const wrong: string[] = [];
  const people = manyPeople(10_000, 20_260_120, { match: "careful" });
  const compiled = compilePeople(people);
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const item of items) {
    const { mentions } = findPeople(compiled, readDocument(item));
    const bearers = new Set(
      mentions
        .filter(({ personId, spelling }) => {
          const person = byId.get(personId);
          return person !== undefined && bearsName(person, spelling);
        })
        .map(({ spelling }) => spelling),
    );
    for (const spelling of new Set(mentions.map((mention) => mention.spelling))) {
      if (!bearers.has(spelling)) wrong.push(`${item.lang}: ${spelling}`);
    }
  }
  expect(items.length).toBeGreaterThan(150);
  // The names themselves, so that a failure shows them.
  expect(wrong.slice(Math.floor(items.length / 100))).toEqual([]);
});

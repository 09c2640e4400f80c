import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import * as z from "zod";
import { readDocument } from "../../../src/match/engine/document.ts";
import { compilePeople } from "../../../src/match/people/compile-people.ts";
import { findPeople } from "../../../src/match/people/find-people.ts";
import { foldWord } from "../../../src/match/people/sounds/fold-word.ts";
import type { Person } from "../../../src/match/rule-set.ts";
import { madeUpNews, type NewsText } from "./made-up-news.ts";
import { manyPeople } from "./many-people.ts";
import { matchItem } from "./rule-builders.ts";

/** How often a long list of persons is found in news that is not about them. */

const FIXTURES = new URL("../../fixtures/", import.meta.url);
const MADE_UP = 2400;

const Labelled = z.object({
  id: z.string(),
  lang: z.string(),
  title: z.string(),
  summary: z.string(),
  body: z.string(),
});

function asText(item: Partial<Parameters<typeof matchItem>[0]>): NewsText {
  return { item: matchItem(item), named: [] };
}

function linesOf(folder: URL, file: string): string[] {
  return readFileSync(new URL(file, folder), "utf8").trim().split("\n");
}

/** The lines that the list of everyday words was not made from. */
function shortNews(): NewsText[] {
  const folder = new URL("news/", FIXTURES);
  return readdirSync(folder).flatMap((file) =>
    linesOf(folder, file)
      .filter((_, line) => line % 2 === 1)
      .map((line) => {
        const [title = "", body = ""] = line.split(" | ");
        return asText({ title, body, lang: basename(file, ".txt") });
      }),
  );
}

function labelledNews(): NewsText[] {
  const rows = linesOf(new URL("labelled/", FIXTURES), "blind.jsonl").map((line) => Labelled.parse(JSON.parse(line)));
  return rows.map(asText);
}

/** All texts of our own: about 3,000 in 38 languages, most of them full of names. */
function noiseTexts(seed: number): readonly NewsText[] {
  return [...shortNews(), ...labelledNews(), ...madeUpNews(MADE_UP, seed)];
}

function endsOf(name: string): readonly string[] {
  const words = name.split(" ").map(foldWord);
  return [words[0] ?? "", words.at(-1) ?? ""];
}

/** Whether the first and last word of one of the person's names stand in the spelling: a namesake, rightly found. */
function bearsName({ names }: Person, spelling: string, named: readonly string[]): boolean {
  const here = foldWord(spelling);
  return names.some((name) => {
    const ends = endsOf(name);
    if (ends.every((word) => here.includes(word))) return true;
    return named.some((other) => endsOf(other).every((word) => ends.includes(word)));
  });
}

/** A stretch of a text that was taken for a person who does not bear that name. */
interface FalseMention {
  lang: string;
  spelling: string;
  name: string;
  note: string;
}

export interface Noise {
  texts: number;
  persons: number;
  /** Stretches that were found, right ones included. */
  mentions: number;
  wrong: readonly FalseMention[];
}

/** Looks for many persons of ten countries in texts that are not about them. */
export function measureNoise(persons: number, seed: number, traits: Partial<Person>): Noise {
  const people = manyPeople(persons, seed, traits);
  const byId = new Map(people.map((person) => [person.id, person]));
  const compiled = compilePeople(people);
  const texts = noiseTexts(seed);
  let count = 0;
  const wrong: FalseMention[] = [];
  for (const { item, named } of texts) {
    const { mentions } = findPeople(compiled, readDocument(item));
    const bySpelling = Map.groupBy(mentions, ({ spelling }) => spelling);
    count += bySpelling.size;
    for (const [spelling, [first]] of bySpelling) {
      const bearers = (bySpelling.get(spelling) ?? []).flatMap(({ personId }) => byId.get(personId) ?? []);
      if (first === undefined || bearers.some((person) => bearsName(person, spelling, named))) continue;
      const note = `${first.confidence ?? ""}: ${first.note ?? "as listed"}`;
      wrong.push({ lang: item.lang ?? "", spelling, name: first.name, note });
    }
  }
  return { texts: texts.length, persons, mentions: count, wrong };
}

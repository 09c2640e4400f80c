import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";
import { readDocument } from "../../../src/match/engine/document.ts";
import { compilePeople } from "../../../src/match/people/compile-people.ts";
import { findPeople } from "../../../src/match/people/find-people.ts";
import type { Person } from "../../../src/match/rule-set.ts";
import { matchItem } from "./rule-builders.ts";

/** How many of the labelled mentions in `test/fixtures/labelled` are found. */

const FOLDER = new URL("../../fixtures/labelled/", import.meta.url);
const Listed = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      names: z.array(z.string()).default([]),
      role: z.string(),
      not: z.array(z.string()).default([]),
    }),
  ),
});
const Row = z.object({
  id: z.string(),
  lang: z.string(),
  title: z.string().default(""),
  body: z.string(),
  expect: z.array(z.string()),
});

export interface LabelledPeople {
  mentions: number;
  /** Texts that name nobody listed. */
  negatives: number;
  missed: readonly string[];
  wrong: readonly string[];
}

/** Persons of a list. @param list its name, without the end */
export function listedPeople(list: string): Person[] {
  const { people } = Listed.parse(parse(readFileSync(new URL(`${list}.yaml`, FOLDER), "utf8")));
  return people.map((person) => ({ ...person, groups: [], status: "serving", background: false }));
}

/**
 * Reads every text as an item of its own.
 * @param files names, without their ends, of the list of persons (YAML) and of the texts (one JSON object a line)
 */
export function measureLabelledPeople({ list, texts }: { list: string; texts: string }): LabelledPeople {
  const compiled = compilePeople(listedPeople(list));
  const lines = readFileSync(new URL(`${texts}.jsonl`, FOLDER), "utf8")
    .trim()
    .split("\n");
  const rows = lines.map((line) => Row.parse(JSON.parse(line)));
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { id, lang, title, body, expect } of rows) {
    const { mentions } = findPeople(compiled, readDocument(matchItem({ title, body, lang })));
    const found = new Map(mentions.map((mention) => [mention.personId, mention]));
    for (const person of expect) if (!found.has(person)) missed.push(`${id} ${lang} ${person}: ${title} | ${body}`);
    for (const [person, { spelling }] of found)
      if (!expect.includes(person)) wrong.push(`${id} ${lang} ${person} (${spelling}): ${title} | ${body}`);
  }
  const mentions = rows.reduce((sum, { expect }) => sum + expect.length, 0);
  return { mentions, negatives: rows.filter(({ expect }) => expect.length === 0).length, missed, wrong };
}

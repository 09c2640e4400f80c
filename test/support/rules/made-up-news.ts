import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { MatchItem } from "../../../src/match/rule-set.ts";
import { matchItem } from "./rule-builders.ts";
import { pick, seededRandom } from "../seeded-random.ts";

/**
 * News made of the parts in `test/fixtures/made-up-news`: other people's names, cities, nationalities, firms, teams
 * and names of three and four parts, in the sentences of their language.
 */

const FOLDER = new URL("../../fixtures/made-up-news/", import.meta.url);
const SLOT = /\{(?<slot>\w+)\}/g;
/** Written without a blank between surname and given name, surname first. */
const RUN_TOGETHER = new Set(["ko", "zh", "ja"]);

/** A text, and the full names of those of its people whose names stand in another script or spelling. */
export interface NewsText {
  item: MatchItem;
  named: readonly string[];
}

interface Words {
  lang: string;
  rows: ReadonlyMap<string, readonly string[]>;
  templates: readonly string[];
}

function readWords(file: string): Words {
  const [head = "", body = ""] = readFileSync(new URL(file, FOLDER), "utf8").split("\n---\n");
  const rows = head.split("\n").map((line): [string, string[]] => {
    const at = line.indexOf(":");
    const name = line.slice(0, at);
    const separator = name === "given" || name === "surnames" ? " " : "|";
    return [
      name,
      line
        .slice(at + 1)
        .trim()
        .split(separator),
    ];
  });
  return { lang: basename(file, ".txt"), rows: new Map(rows), templates: body.trim().split("\n") };
}

class Writer {
  readonly #words: Words;
  readonly #random: () => number;
  #surname = "";
  readonly #named: string[] = [];

  constructor(words: Words, random: () => number) {
    this.#words = words;
    this.#random = random;
  }

  write(id: string): NewsText {
    const template = pick(this.#words.templates, this.#random) ?? "";
    const text = template.replaceAll(SLOT, (_, slot: string) => this.#fill(slot));
    const [title = "", body = ""] = text.split(" | ");
    return { item: matchItem({ id, title, body, lang: this.#words.lang }), named: this.#named };
  }

  #fill(slot: string): string {
    if (slot === "surname") return this.#surname;
    return slot === "person"
      ? this.#person()
      : this.#pick({ place: "places", firm: "firms", team: "teams", people: "peoples" }[slot] ?? slot);
  }

  #pick(row: string): string {
    return pick(this.#words.rows.get(row) ?? [], this.#random) ?? "";
  }

  /** A part is `own` or `own:Latin`, where it is one of the listed names in another spelling. */
  #person(): string {
    const [given = "", latinGiven = given] = this.#pick("given").split(":");
    const [surname = "", latinSurname = surname] = this.#pick("surnames").split(":");
    this.#surname = surname;
    this.#named.push(`${latinGiven} ${latinSurname}`);
    return RUN_TOGETHER.has(this.#words.lang) ? surname + given : `${given} ${surname}`;
  }
}

/** So many news, evenly over the languages; the same for the same seed. */
export function madeUpNews(count: number, seed: number): readonly NewsText[] {
  const random = seededRandom(seed);
  const languages = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt"))
    .toSorted()
    .map(readWords);
  return Array.from({ length: count }, (_, at) => {
    const words = languages[at % languages.length];
    if (words === undefined) throw new Error("no words to make news of");
    return new Writer(words, random).write(`made-up-${at}`);
  });
}

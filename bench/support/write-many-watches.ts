import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { seededRandom } from "../../test/support/seeded-random.ts";
import { makeLanguages } from "./made-languages.ts";
import { writeCorpus } from "./engine-corpus.ts";
import { makeRules, printWatch } from "./engine-watches.ts";

const SEED = 20_260_124;
const FILES = 20;
const TRAINING = 4000;

/** Writes a configuration of generated watches and lists, the watches in twenty files. */
export async function writeManyWatches(folder: string, count: number): Promise<void> {
  const languages = makeLanguages(seededRandom(SEED));
  const items = writeCorpus(seededRandom(SEED + 1), languages, TRAINING);
  const { watches, lists } = makeRules(seededRandom(SEED + 2), languages, items, count);
  await mkdir(join(folder, "watches"));
  const size = Math.ceil(watches.length / FILES);
  for (let file = 0; file * size < watches.length; file += 1) {
    const written = watches.slice(file * size, (file + 1) * size).map((watch) => ({
      id: watch.id,
      title: watch.id,
      match: printWatch(watch),
      notify: ["desk"],
    }));
    await writeFile(join(folder, "watches", `${file}.yaml`), stringify({ watches: written }));
  }
  // The language stands in the list's name.
  const terms = Object.entries(lists).map(([name, names]) => {
    return [name, { [name.split("-")[1] ?? "en"]: names.map(({ words }) => words.join(" ")) }];
  });
  await writeFile(join(folder, "lists.yaml"), stringify({ lists: Object.fromEntries(terms) }));
  const entry = {
    store: "sqlite:wirewatch.db",
    include: ["lists.yaml", "watches/*.yaml"],
    feeds: [{ id: "wire", url: "https://news.example/feed.xml" }],
    channels: { desk: { console: {} } },
  };
  await writeFile(join(folder, "wirewatch.yaml"), stringify(entry));
}

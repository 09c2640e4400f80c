import * as z from "zod";
import type { Feed } from "../core/vocabulary.ts";
import type { ItemAnswer } from "../match/match-answer.ts";
import type { MatchItem } from "../match/rule-set.ts";
import { itemLanguage } from "../poll/parse/item-language.ts";
import { htmlToText } from "../text/html-to-text.ts";
import { createStoryTeller } from "./tell-stories.ts";
import { knownFeed } from "./known-feed.ts";
import type { MatchEngine } from "./threads/match-thread.ts";

/** How `match` reads and answers. */
export interface MatchLinesOptions {
  /** Only this watch; absent: all. */
  watch?: string | undefined;
  /** Also one line per item that names known persons. */
  people: boolean;
  /** Also one line per item: the story that it belongs to, named after its first item. */
  stories?: boolean;
  /** Configured feeds: an item whose `feed` is the id of one has its tags and kind. */
  feeds?: readonly Feed[];
  /** Publication of items that do not tell theirs, epoch milliseconds. */
  now: number;
}

/** Lines handed to the match thread together. */
const BATCH = 100;

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? "");
const NO_DATE = "not a date: write 2026-01-20T07:00:00Z";
const Published = z
  .union([z.number(), z.string()], { error: NO_DATE })
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || value === "") return null;
    const instant = typeof value === "number" ? value : Date.parse(value);
    if (Number.isFinite(instant)) return instant;
    context.addIssue({ code: "custom", message: NO_DATE });
    return z.NEVER;
  });

/** One input line of `match`; keys that are not named here are ignored. */
const ItemLine = z.object({
  id: z.union([z.string(), z.number()], { error: "give the item an id" }).transform(String),
  title: Text,
  summary: Text,
  body: Text,
  html: z.boolean().nullish(),
  lang: z.string().nullish(),
  feed: z.string().nullish(),
  link: z.string().nullish(),
  outlet: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  publishedAt: Published,
});
type ItemLine = z.infer<typeof ItemLine>;

const WRITE_OBJECT = 'write an object such as {"id": "1", "title": "…"}';
const TEXTS = ["title", "summary", "body"] as const;
const NO_TEXT = "no text: give the item a title, a summary or a body";

type LineReading =
  | { kind: "item"; item: MatchItem; link: string | null; outlet: string | null }
  | { kind: "bad"; line: number; error: string };

/** As the poll stage finds it: what is given, else the feed's or what the text looks like. */
function languageOf(
  { lang }: ItemLine,
  feed: Feed | null,
  text: string,
): Pick<MatchItem, "lang" | "isLanguageGuessed"> {
  if (lang !== null && lang !== undefined) return { lang };
  return { lang: itemLanguage([feed?.lang ?? null], text), isLanguageGuessed: true };
}

function itemOf(line: ItemLine, { feeds = [], now }: MatchLinesOptions): MatchItem {
  const plain = line.html === true ? htmlToText : (text: string) => text;
  const feed = knownFeed(line.feed ?? null, feeds);
  const tags = line.tags ?? feed?.tags ?? null;
  const texts = { title: plain(line.title), summary: plain(line.summary), body: plain(line.body) };
  return {
    id: line.id,
    ...texts,
    ...languageOf(line, feed, Object.values(texts).join("\n")),
    feed: feed === null && tags === null ? null : { id: feed?.id ?? null, kind: feed?.kind ?? null, tags },
    publishedAt: line.publishedAt ?? now,
  };
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  const [, expected, received] = /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? [];
  return `${path.join(".")}: ${expected === undefined ? message : `must be of type ${expected}, not ${received}`}`;
}

/**
 * Reads one input line of `match`.
 * @param line its number, for the answer
 * @param id of an item that gives none; absent: it must give one, since answers are told apart by it
 */
export function readItemLine(text: string, line: number, options: MatchLinesOptions & { id?: string }): LineReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "bad", line, error: `not JSON (${why}): ${WRITE_OBJECT}` };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { kind: "bad", line, error: `not an item: ${WRITE_OBJECT}` };
  if (!TEXTS.some((key) => key in value)) return { kind: "bad", line, error: NO_TEXT };
  const given = "id" in value ? value.id : null;
  const parsed = ItemLine.safeParse({ ...value, id: given ?? options.id });
  if (parsed.success) {
    const { link = null, outlet = null } = parsed.data;
    return { kind: "item", item: itemOf(parsed.data, options), link, outlet };
  }
  return { kind: "bad", line, error: parsed.error.issues.map(describeIssue).join("; ") };
}

function* answerLines(answer: ItemAnswer, options: MatchLinesOptions): Generator<string> {
  const { itemId, answers, people } = answer;
  for (const { kind, watchId, evidence } of answers) {
    if (kind !== "match" || (options.watch !== undefined && options.watch !== watchId)) continue;
    const { sentences, clause } = evidence;
    const ids = evidence.people.map(({ personId }) => personId);
    // Inside, marks count from the beginning of their sentence; here all offsets count from that of the field.
    const placed = sentences.map((one) => ({
      ...one,
      marks: one.marks.map(([start, end]) => [one.start + start, one.start + end]),
    }));
    yield JSON.stringify({ item: itemId, watch: watchId, people: ids, evidence: placed, clause });
  }
  if (options.people && people.length > 0) {
    yield JSON.stringify({ item: itemId, people: people.map(({ personId }) => personId) });
  }
}

/**
 * Matches items that come as NDJSON lines: one line a match, in the order of the input; vetoed watches give none. A
 * line that cannot be read yields `{line, error}` with its number, from 1; blank lines are skipped.
 * @param write takes one line, without its line break
 * @returns how many lines could not be read
 */
export async function matchLines(
  input: AsyncIterable<string>,
  engine: Pick<MatchEngine, "match">,
  write: (line: string) => void | Promise<void>,
  options: MatchLinesOptions,
): Promise<{ badLines: number }> {
  let batch: LineReading[] = [];
  let number = 0;
  let badLines = 0;

  const tellStories = createStoryTeller(options.now);

  async function flush(): Promise<void> {
    const read = batch.flatMap((reading) => (reading.kind === "item" ? [reading] : []));
    const answers = (await engine.match(read.map(({ item }) => item))).values();
    const stories = (options.stories === true ? await tellStories(read) : []).values();
    for (const reading of batch) {
      if (reading.kind === "bad") {
        await write(JSON.stringify({ line: reading.line, error: reading.error }));
        continue;
      }
      const answer = answers.next().value;
      if (answer !== undefined) for (const line of answerLines(answer, options)) await write(line);
      const story = stories.next().value;
      if (story !== undefined) await write(JSON.stringify(story));
    }
    batch = [];
  }

  for await (const line of input) {
    number += 1;
    const text = line.replace(/^\uFEFF/, "").trim();
    if (text === "") continue;
    const reading = readItemLine(text, number, options);
    if (reading.kind === "bad") badLines += 1;
    batch.push(reading);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return { badLines };
}

import type { FeedKind, Severity } from "../core/vocabulary.ts";
import { cleanLine, isolate } from "./clean-text.ts";
import { formatInstant, formatSpan, zoneCity } from "./describe-time.ts";
import type { FittedStory } from "./fit-story.ts";
import type { StoryLine } from "./message.ts";

const LONGEST_REMARK = 200;

/** Sentences about a story that every channel words alike. Names of unknown direction are isolated. */

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { urgent: "Urgent", normal: "Normal", low: "Low" };

/** "1 story", "3 stories". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "and 3 more", or nothing. */
export function andMore(count: number): string {
  return count === 0 ? "" : `, and ${count} more`;
}

/** As many of the parts as `max` characters hold, whole and in their directions; the rest is counted. */
export function joinWithin(parts: readonly string[], max: number, separator = ", "): string {
  let length = 0;
  const over = parts.findIndex((part) => (length += part.length + separator.length) > max);
  const shown = over === -1 ? parts.length : Math.max(1, over);
  return `${parts.slice(0, shown).join(separator)}${andMore(parts.length - shown)}`;
}

/** "Example Wire (wire)". */
export function nameOutlet({ name, feedKind }: { name: string; feedKind: FeedKind }): string {
  return `${isolate(name)} (${describeKind(feedKind)})`;
}

/** What kind of source it is; an aggregator is not the outlet, and does not say what kind that is. */
export function describeKind(feedKind: FeedKind): string {
  return feedKind === "aggregator" ? "via an aggregator" : feedKind;
}

/** "Example Wire (wire), Persian": who reports first, what kind of source, in which language. */
export function describeSource({ outlets, lang }: FittedStory): string {
  const [first] = outlets;
  const outlet = first === undefined ? "unknown outlet" : nameOutlet(first);
  return lang === null ? outlet : `${outlet}, ${lang}`;
}

/** "Ivan Example, counsellor (here “Иван Экземпляр”)"; behind it why, where it is not certain. */
export function describePerson({ name, role, spelling, note }: FittedStory["people"][number]): string {
  const post = role === null ? "" : `, ${isolate(role)}`;
  const here = spelling.toLowerCase() === name.toLowerCase() ? [] : [`here “${isolate(spelling)}”`];
  const found = typeof note === "string" ? [...here, isolate(note)] : here;
  return `${isolate(name)}${post}${found.length === 0 ? "" : ` (${found.join("; ")})`}`;
}

/** "“second secretary”, “asked for asylum” · rule ", before the clause that held; nothing where no words are marked. */
export function describeWords({ words }: FittedStory["watches"][number]): string {
  return words.length === 0 ? "" : `${words.map((word) => `“${isolate(word)}”`).join(", ")} · rule `;
}

/** "Diplomats who leave their post: “asked for asylum” · rule ". */
export function describeFound(watch: FittedStory["watches"][number]): string {
  return `${isolate(watch.title)}: ${describeWords(watch)}`;
}

/**
 * "6 outlets: 3 same text, 2 citing Example TV, 1 written separately · "; "2 outlets: " where it is not known how their
 * reports compare; nothing where there is only one. It says how reports came about, never whether they are true.
 */
export function describeOutletCount({ outlets, sources, more }: FittedStory): string {
  const total = outlets.length + more.outlets;
  if (total < 2) return "";
  const compared = sources === null ? [] : describeSources(sources);
  return compared.length === 0 ? `${total} outlets: ` : `${total} outlets: ${compared.join(", ")} · `;
}

const MOST_TEXTS = 3;

/** "3 same text", "2 another text", "8 in 4 more texts", "2 citing Example TV", "1 written separately". */
export function describeSources({ sameText, citing, separate }: NonNullable<FittedStory["sources"]>): string[] {
  const others = sameText.slice(MOST_TEXTS);
  const inOthers = others.reduce((sum, count) => sum + count, 0);
  return [
    ...sameText.slice(0, MOST_TEXTS).map((count, index) => `${count} ${index === 0 ? "same" : "another"} text`),
    ...(others.length === 0 ? [] : [`${inOthers} in ${countOf(others.length, "more text")}`]),
    ...citing.map(({ outlet, outlets }) => `${outlets} citing ${isolate(outlet)}`),
    ...(separate === 0 ? [] : [`${separate} written separately`]),
  ];
}

/** How long after publication the item was seen, in words; null where the feed gave no usable date. */
export function describeLag({ publishedAt, publishedSource, firstSeenAt }: FittedStory): string | null {
  if (publishedSource === "first-seen" || publishedAt > firstSeenAt) return null;
  return `${formatSpan(firstSeenAt - publishedAt)} later`;
}

/** "Urgent"; "Normal · late" where the news is older than its watches want it. */
export function describeUrgency({ severity, late }: FittedStory): string {
  return late ? `${SEVERITY_WORDS[severity]} · late` : SEVERITY_WORDS[severity];
}

/** "delayed 42 min: channel was down", above all else: what is said about its sending. Nothing: it is sent as any alert. */
export function describeRemarks({ remarks }: FittedStory): readonly string[] {
  return remarks.length === 0 ? [] : [remarks.map(isolate).join(" · ")];
}

/** The same of a line that is not cut to what a message shows, each by itself. */
export function listRemarks({ remarks = [] }: Pick<StoryLine, "remarks">): readonly string[] {
  return remarks.map((remark) => isolate(cleanLine(remark, LONGEST_REMARK)));
}

/** "published Tue 20 Jan 14:02, seen Tue 20 Jan 14:05 (3 min later), London" */
export function describeTimes(story: FittedStory, zone: string): string {
  const seen = formatInstant(story.firstSeenAt, zone);
  if (story.publishedSource === "first-seen") return `no date in the feed, first seen ${seen}, ${zoneCity(zone)}`;
  const lag = describeLag(story);
  const published = formatInstant(story.publishedAt, zone, story.firstSeenAt);
  return `published ${published}, seen ${seen}${lag === null ? "" : ` (${lag})`}, ${zoneCity(zone)}`;
}

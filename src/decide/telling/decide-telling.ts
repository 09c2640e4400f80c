import { SEVERITIES, type FeedKind, type PersonMention, type Severity } from "../../core/vocabulary.ts";
import { outletKey } from "../stories/attribution.ts";
import type { Relation } from "../stories/place-item.ts";

/** Why a report of a story that was told already is a message of its own; the first one that holds is the reason. */
type FollowUpReason = "raised-severity" | "denial" | "new-person" | "new-watch" | "first-official" | "long-silence";

/** What is new, and whom or what it names: persons, the watch, the outlet, hours of silence; null: nothing. */
export interface News {
  reason: FollowUpReason;
  detail: string | null;
}

/** What becomes of a match whose story may be told on its channel already. */
export type Telling =
  | { kind: "send"; reason: "first-report" | "update" }
  | { kind: "follow-up"; reason: FollowUpReason; news: readonly News[] }
  | { kind: "edit"; reason: "new-watch" | "new-person" | "new-outlet" }
  | { kind: "correct"; reason: "headline-changed" }
  /** `into`: the message that has not left yet and takes it; null: it stays unsaid. */
  | { kind: "join"; reason: "same-story"; into: "target" | "latest" | null };

/** What a channel can do about a message that was sent. */
export type Follows = "edits" | "nothing";

/** A match as a report of its story. */
export interface Report {
  watch: { id: string; title: string };
  severity: Severity;
  outlet: string;
  feedKind: FeedKind;
  people: readonly PersonMention[];
  /** How its item compares with the story's others; null: it is the first one. */
  relation: Relation | null;
  /** Headline or lead deny something. */
  isDenial: boolean;
  /** Its outlet changed the item since it was first stored. */
  isRevised: boolean;
  /** An earlier revision of the item matched the same watch. */
  matchedBefore: boolean;
}

/** One message of the story: what it shows with all its edits. */
export interface ToldMessage {
  /** It was sent, or a request with it has left: what is added now needs an edit. */
  hasLeft: boolean;
  watches: ReadonlySet<string>;
  people: ReadonlySet<string>;
  /** Their keys, see `outletKey`. */
  outlets: ReadonlySet<string>;
}

/** What the messages of a story tell on a channel. */
export interface ToldStory {
  severity: Severity;
  watches: ReadonlySet<string>;
  /** Ids of the persons named so far. */
  people: ReadonlySet<string>;
  hasOfficial: boolean;
  hasDenial: boolean;
  /** When the channel last heard of the story, or something joined it (epoch milliseconds). */
  lastReportAt: number;
  /** The message the report belongs to: it tells the item, or the one it repeats; else the latest. */
  target: ToldMessage;
  /** The messages tell an earlier revision of the item, or this one by another watch. */
  hasItem: boolean;
  /** It is the item that gives the target its headline, which has changed. */
  headlineChanged: boolean;
  latestHasLeft: boolean;
}

export interface TellingInput {
  report: Report;
  /** Null: nobody on this channel heard of it. */
  story: ToldStory | null;
  follows: Follows;
  now: number;
}

const LONG_SILENCE_MS = 36 * 3_600_000;

/**
 * Decides how a report goes on with the story of its channel. Pure; the table in docs/delivery.md, "After the first
 * alert", is its order.
 */
export function decideTelling({ report, story, follows, now }: TellingInput): Telling {
  if (story === null)
    return { kind: "send", reason: report.isRevised && !report.matchedBefore ? "update" : "first-report" };
  const news = findNews(report, story, now);
  const [first] = news;
  if (first !== undefined) {
    return story.latestHasLeft
      ? { kind: "follow-up", reason: first.reason, news }
      : { kind: "join", reason: "same-story", into: "latest" };
  }
  const added = findAdded(report, story);
  const changes = added !== null || story.headlineChanged;
  if (!story.target.hasLeft)
    return { kind: "join", reason: "same-story", into: changes || !report.matchedBefore ? "target" : null };
  if (story.headlineChanged) return { kind: "correct", reason: "headline-changed" };
  if (added !== null && follows === "edits") return { kind: "edit", reason: added };
  return { kind: "join", reason: "same-story", into: null };
}

/** Persons that a message may call new: neither a surname alone nor one of several who share the name. */
export function surePeople(people: readonly PersonMention[]): readonly PersonMention[] {
  return people.filter(({ confidence }) => confidence !== "weak" && confidence !== "ambiguous");
}

function findNews(report: Report, story: ToldStory, now: number): readonly News[] {
  const news: News[] = [];
  const isCopy = report.relation === "copy" && !story.hasItem;
  const silence = now - story.lastReportAt;
  if (rank(report.severity) > rank(story.severity)) news.push({ reason: "raised-severity", detail: report.severity });
  if (!isCopy) {
    const people = surePeople(report.people).filter(({ personId }) => !story.people.has(personId));
    if (report.isDenial && !story.hasDenial) news.push({ reason: "denial", detail: report.outlet });
    if (people.length > 0)
      news.push({ reason: "new-person", detail: [...new Set(people.map(({ name }) => name))].join(", ") });
    if (isWrittenSeparately(report, story) && !story.watches.has(report.watch.id))
      news.push({ reason: "new-watch", detail: report.watch.title });
    if (report.feedKind === "official" && !story.hasOfficial)
      news.push({ reason: "first-official", detail: report.outlet });
  }
  if (!story.hasItem && silence >= LONG_SILENCE_MS)
    news.push({ reason: "long-silence", detail: String(Math.floor(silence / 3_600_000)) });
  return news;
}

/** A watch that finds more in what was told, or in what repeats it, is no news: it edits. */
function isWrittenSeparately({ relation }: Report, { hasItem }: ToldStory): boolean {
  return !hasItem && relation !== "copy" && relation !== "cites";
}

function findAdded(
  { watch, people, outlet }: Report,
  { target }: ToldStory,
): "new-watch" | "new-person" | "new-outlet" | null {
  if (!target.watches.has(watch.id)) return "new-watch";
  if (people.some(({ personId }) => !target.people.has(personId))) return "new-person";
  return target.outlets.has(outletKey(outlet)) ? null : "new-outlet";
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

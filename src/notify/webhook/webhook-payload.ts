import type { FeedKind, Severity } from "../../core/vocabulary.ts";
import type { Outgoing } from "../channel.ts";
import { cleanLine, safeLink } from "../clean-text.ts";
import { describeEdition, describeSummary } from "../describe-digest.ts";
import { describeRoundup, describeRoundupDetail } from "../describe-roundup.ts";
import { describeNote } from "../describe-telling.ts";
import { joinParts, type Part } from "../excerpt.ts";
import { fitStory, type StoryLimits } from "../fit-story.ts";
import type {
  AlertMessage,
  DigestMessage,
  NoteMessage,
  NoticeMessage,
  RoundupCause,
  RoundupMessage,
  StoryLine,
  SummaryMessage,
} from "../message.ts";

/**
 * The body of a webhook request. `version` changes when a reader of this one would break; new keys may appear.
 * Texts are plain and hold no markup, links are http(s) or null, instants are ISO 8601 in UTC.
 */
export type WebhookPayload = {
  version: 1;
  /** The delivery: the same for every attempt, also in the `Idempotency-Key` header. */
  key: string;
  channel: string;
  createdAt: string;
} & (
  | { kind: "alert"; story: StoryPayload; mark: MarkPayload | null }
  | { kind: "note"; about: { headline: string; link: string | null }; note: NotePayload }
  | { kind: "digest"; digest: DigestPayload }
  | { kind: "roundup"; roundup: RoundupPayload }
  | { kind: "summary"; summary: SummaryPayload }
  | { kind: "notice"; notice: NoticeMessage }
);

/** Text with what proves the match: marks are [start, end) in UTF-16 units of `text`. */
interface MarkedText {
  text: string;
  marks: [number, number][];
}

interface StoryPayload {
  headline: MarkedText;
  link: string | null;
  lang: string | null;
  severity: Severity;
  watches: { id: string; title: string; severity: Severity; clause: string }[];
  people: { name: string; role: string | null; spelling: string }[];
  outlets: { name: string; kind: FeedKind; link: string | null }[];
  /** Sentences that prove the match and do not stand in the headline; the lead where there are none. */
  evidence: MarkedText[];
  glosses: Record<string, string>;
  publishedAt: string | null;
  firstSeenAt: string;
  /** About its sending, such as a delay. */
  remarks: string[];
}

/** Why an alert is no first report; `to` is the headline of the story's first alert. */
type MarkPayload = { kind: "update" } | { kind: "follow-up"; to: string; reasons: string[] };

/** What became of a report that was told. */
type NotePayload = { title: string } & (
  | { kind: "outlets"; outlets: number }
  | { kind: "claimed"; author: string }
  | { kind: "headline"; outlet: string; before: string; after: string; link: string | null }
  | {
      kind: "withdrawn";
      outlet: string;
      headline: string;
      link: string | null;
      watches: { title: string; veto: string | null }[];
    }
  | { kind: "gone"; outlet: string; headline: string; link: string | null; status: number }
);

interface DigestPayload {
  title: string;
  edition: number;
  from: string;
  to: string;
  late: boolean;
  coverage: DigestMessage["coverage"];
  failingFeeds: { feed: string; since: string; cause: string }[];
  watches: DigestMessage["watches"];
  stories: StoryPayload[];
  /** Told before: persons and evidence are only those that are new. */
  continued: (StoryPayload & { toldIn: number; toldHeadline: string; knownOutlets: readonly string[] })[];
  setAside: { reason: string; headline: string; link: string | null; watch: string }[];
}

interface RoundupPayload {
  title: string;
  cause: RoundupCause;
  detail: string | null;
  severity: Severity;
  from: string;
  to: string;
  stories: StoryPayload[];
}

interface SummaryPayload {
  title: string;
  feeds: readonly string[];
  stored: number;
  wouldHaveMatched: { headline: string; link: string | null; watch: string }[];
}

const LIMITS: StoryLimits = { headline: 1000, quote: 4000, quotes: 20, people: 50, outlets: 50, watches: 50 };
const LINE = 1000;

/** Builds the documented body for a message. */
export function buildWebhookPayload({ message, key, createdAt }: Outgoing, channel: string): WebhookPayload {
  const envelope = { version: 1, key, channel, createdAt: iso(createdAt) } as const;
  if (message.kind === "alert")
    return { ...envelope, kind: "alert", story: storyPayload(message.story), mark: markPayload(message) };
  if (message.kind === "note") return { ...envelope, kind: "note", ...notePayload(message) };
  if (message.kind === "digest") return { ...envelope, kind: "digest", digest: digestPayload(message) };
  if (message.kind === "roundup") return { ...envelope, kind: "roundup", roundup: roundupPayload(message) };
  if (message.kind === "summary") return { ...envelope, kind: "summary", summary: summaryPayload(message) };
  return { ...envelope, kind: "notice", notice: noticePayload(message) };
}

function iso(instant: number): string {
  return new Date(Math.max(-8.64e15, Math.min(instant, 8.64e15))).toISOString();
}

function markedText(parts: readonly Part[]): MarkedText {
  const marks: [number, number][] = [];
  let at = 0;
  for (const { text, marked } of parts) {
    if (marked) marks.push([at, at + text.length]);
    at += text.length;
  }
  return { text: joinParts(parts), marks };
}

function storyPayload(story: StoryLine): StoryPayload {
  const fitted = fitStory(story, LIMITS);
  return {
    headline: markedText(fitted.headline),
    link: fitted.link,
    lang: story.lang === null ? null : cleanLine(story.lang, 20),
    severity: story.severity,
    watches: story.watches.slice(0, LIMITS.watches).map(({ id, title, severity, clause }) => ({
      id,
      title: cleanLine(title, LINE),
      severity,
      clause: cleanLine(clause, LINE),
    })),
    people: [...fitted.people],
    outlets: fitted.outlets.map(({ name, feedKind, link }) => ({ name, kind: feedKind, link })),
    evidence: fitted.quotes.map(markedText),
    glosses: Object.fromEntries(fitted.glosses.map(({ term, meaning }) => [term, meaning])),
    publishedAt: story.publishedSource === "feed" ? iso(story.publishedAt) : null,
    firstSeenAt: iso(story.firstSeenAt),
    remarks: [...fitted.remarks],
  };
}

function markPayload({ mark }: AlertMessage): MarkPayload | null {
  if (mark === undefined || mark.kind === "update") return mark ?? null;
  return { ...mark, to: cleanLine(mark.to, LINE), reasons: mark.reasons.map((reason) => cleanLine(reason, LINE)) };
}

function notePayload(message: NoteMessage): Pick<Extract<WebhookPayload, { kind: "note" }>, "about" | "note"> {
  const { about, note } = message;
  const { title } = describeNote(message, true);
  const known = { headline: cleanLine(about.headline, LINE), link: safeLink(about.link) };
  if (note.kind === "outlets") return { about: known, note: { title, kind: "outlets", outlets: note.outlets } };
  if (note.kind === "claimed")
    return { about: known, note: { title, kind: "claimed", author: cleanLine(note.author, LINE) } };
  const shared = { title, outlet: cleanLine(note.outlet, LINE), link: safeLink(note.link) };
  if (note.kind === "headline") {
    const [before, after] = [cleanLine(note.before, LINE), cleanLine(note.after, LINE)];
    return { about: known, note: { ...shared, kind: "headline", before, after } };
  }
  const headline = cleanLine(note.headline, LINE);
  if (note.kind === "gone") return { about: known, note: { ...shared, kind: "gone", headline, status: note.status } };
  const watches = note.watches.map(({ title: watch, veto }) => ({
    title: cleanLine(watch, LINE),
    veto: veto === null ? null : cleanLine(veto, LINE),
  }));
  return { about: known, note: { ...shared, kind: "withdrawn", headline, watches } };
}

function digestPayload(digest: DigestMessage): DigestPayload {
  return {
    title: describeEdition(digest),
    edition: digest.editionNumber,
    from: iso(digest.from),
    to: iso(digest.to),
    late: digest.late,
    coverage: digest.coverage,
    failingFeeds: digest.failingFeeds.map(({ feedId, since, cause }) => ({
      feed: cleanLine(feedId, LINE),
      since: iso(since),
      cause: cleanLine(cause, LINE),
    })),
    watches: digest.watches.map(({ title, stories }) => ({ title: cleanLine(title, LINE), stories })),
    stories: digest.stories.map(storyPayload),
    continued: digest.continued.map((line) => ({
      ...storyPayload(line),
      toldIn: line.toldIn,
      toldHeadline: cleanLine(line.toldHeadline, LINE),
      knownOutlets: line.knownOutlets.map((name) => cleanLine(name, LINE)),
    })),
    setAside: digest.setAside.map(({ reason, headline, link, watchTitle }) => ({
      reason: cleanLine(reason, LINE),
      headline: cleanLine(headline, LINE),
      link: safeLink(link),
      watch: cleanLine(watchTitle, LINE),
    })),
  };
}

function roundupPayload(roundup: RoundupMessage): RoundupPayload {
  const { cause, severity, from, to, stories } = roundup;
  return {
    title: describeRoundup(roundup),
    cause,
    detail: describeRoundupDetail(roundup),
    severity,
    from: iso(from),
    to: iso(to),
    stories: stories.map(storyPayload),
  };
}

function summaryPayload(summary: SummaryMessage): SummaryPayload {
  return {
    title: describeSummary(summary),
    feeds: summary.feeds.map((feed) => cleanLine(feed, LINE)),
    stored: summary.stored,
    wouldHaveMatched: summary.wouldHaveMatched.map(({ headline, link, watchTitle }) => ({
      headline: cleanLine(headline, LINE),
      link: safeLink(link),
      watch: cleanLine(watchTitle, LINE),
    })),
  };
}

function noticePayload({ kind, level, title, lines, remedy }: NoticeMessage): NoticeMessage {
  return {
    kind,
    level,
    title: cleanLine(title, LINE),
    lines: lines.map((line) => cleanLine(line, LINE)),
    remedy: remedy === null ? null : cleanLine(remedy, LINE),
  };
}

import type { EvidenceSentence, FeedKind, Severity } from "../core/vocabulary.ts";

/** What is told, independent of the channel that tells it. Instants are epoch milliseconds, UTC. */
export type Message = AlertMessage | NoteMessage | DigestMessage | RoundupMessage | SummaryMessage | NoticeMessage;

interface WatchLine {
  id: string;
  title: string;
  severity: Severity;
  /** What it found in the text, as it stands there. */
  words: readonly string[];
  /** The part of the expression that held. */
  clause: string;
}

interface PersonLine {
  name: string;
  role: string | null;
  /** As it stood in the text. */
  spelling: string;
  /** Why it is taken for the person, where that is not certain. */
  note?: string | null;
}

interface OutletLine {
  name: string;
  feedKind: FeedKind;
  link: string | null;
}

/** How many outlets share one text (a number a text), repeat which other outlet, or wrote their own. */
export interface SourceLine {
  sameText: readonly number[];
  citing: readonly { outlet: string; outlets: number }[];
  separate: number;
}

/** One story as a message tells it. */
export interface StoryLine {
  headline: string;
  link: string | null;
  lang: string | null;
  outlets: readonly OutletLine[];
  /** How their reports compare; absent: not known. */
  sources?: SourceLine;
  severity: Severity;
  watches: readonly WatchLine[];
  people: readonly PersonLine[];
  evidence: readonly EvidenceSentence[];
  /** The lead sentence where the headline alone is the proof. */
  lead: string | null;
  /** Foreign term as found → meaning. */
  glosses: Readonly<Record<string, string>>;
  publishedAt: number;
  publishedSource: "feed" | "first-seen";
  firstSeenAt: number;
  /** What a reader must know besides: "delayed 42 min: channel was down"; in a roundup "Example Wire changed its report: it no longer matches". */
  remarks?: readonly string[];
  /** In an edition: older than its watches want news to be. */
  late?: boolean;
}

/** A story that an earlier edition told: persons and sentences are only those that are new. */
export interface ContinuedLine extends StoryLine {
  /** Number of the latest edition that told it. */
  toldIn: number;
  /** Its headline there. */
  toldHeadline: string;
  /** Outlets of the new reports that had the story before. */
  knownOutlets: readonly string[];
}

export interface AlertMessage {
  kind: "alert";
  story: StoryLine;
  /** Absent: the first report of its story. */
  mark?: AlertMark;
  /** What became of its reports since, the earliest first. */
  notes?: readonly Note[];
  /** The page on which its story is claimed: whoever has the address may. Absent: there is none. */
  claimUrl?: string;
}

/** Why an alert is told although its story, or an earlier form of its item, is known. */
export type AlertMark =
  | { kind: "update" }
  /** `to`: the headline of the story's first alert; `reasons`: in words, "new person: Ivan Example". */
  | { kind: "follow-up"; to: string; reasons: readonly string[] };

/** What became of a report after it was told. */
export type Note =
  | { kind: "outlets"; outlets: number; sources: SourceLine }
  /** Somebody takes care of the story. */
  | { kind: "claimed"; author: string }
  | { kind: "headline"; outlet: string; before: string; after: string; link: string | null }
  | { kind: "withdrawn"; outlet: string; headline: string; link: string | null; watches: readonly WithdrawnWatch[] }
  | { kind: "gone"; outlet: string; headline: string; link: string | null; status: number };

/** A watch that a report matched and does not match any more. */
interface WithdrawnWatch {
  title: string;
  /** The veto that holds it back now; null: its expression does not hold. */
  veto: string | null;
}

/** A note in the thread of an alert, or a message of its own where there are no threads. */
export interface NoteMessage {
  kind: "note";
  /** The alert it belongs to, as it read first. */
  about: { headline: string; link: string | null };
  note: Note;
}

/** A set-aside match: it ended in a recorded outcome instead of a message. */
export interface SetAsideLine {
  /** The named reason of the decision. */
  reason: string;
  /** What the ledger says beside it: which veto, who silenced it; null: nothing. */
  detail: string | null;
  headline: string;
  link: string | null;
  watchTitle: string;
}

export interface DigestMessage {
  kind: "digest";
  editionNumber: number;
  channelId: string;
  from: number;
  to: number;
  timezone: string;
  /** Sent after its scheduled time because the daemon was down. */
  late: boolean;
  /** Since when changed files are refused, and earlier rules work; absent: they are not. */
  refusedSince?: number;
  /** Feeds that were asked, those of them that were read, polls, and items that were new. */
  coverage: { feeds: number; read: number; polls: number; items: number };
  failingFeeds: readonly { feedId: string; since: number; cause: string }[];
  watches: readonly { title: string; stories: number }[];
  stories: readonly StoryLine[];
  continued: readonly ContinuedLine[];
  setAside: readonly SetAsideLine[];
}

/** Why alerts come together instead of one by one. */
export const ROUNDUP_CAUSES = ["quiet-hours", "over-cap", "backlog", "silenced"] as const;
export type RoundupCause = (typeof ROUNDUP_CAUSES)[number];

/** Alerts that were held back, told as one. */
export interface RoundupMessage {
  kind: "roundup";
  cause: RoundupCause;
  /** More about the cause, such as who silenced what; null: nothing to add. */
  detail: string | null;
  severity: Severity;
  /** When the first and the last of them matched. */
  from: number;
  to: number;
  timezone: string;
  stories: readonly StoryLine[];
  /** Which of several posts it is; absent: the only one. */
  part?: RoundupPart;
}

/** One of the posts that tell held alerts together, where a channel has no room for all of them in one. */
export interface RoundupPart {
  /** From 1 on. */
  number: number;
  of: number;
  /** How many alerts all of them tell. */
  alerts: number;
}

/** What the first good fetch of new feeds held: told once instead of alerts. */
export interface SummaryMessage {
  kind: "summary";
  feeds: readonly string[];
  stored: number;
  /** Items of the last 24 h that would have matched. */
  wouldHaveMatched: readonly { headline: string; link: string | null; watchTitle: string }[];
}

/** Something an operator must know: opened or closed incidents. */
export interface NoticeMessage {
  kind: "notice";
  level: "page" | "notice";
  title: string;
  lines: readonly string[];
  /** What to do about it; null when nothing is needed. */
  remedy: string | null;
}

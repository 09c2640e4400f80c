/** The words of docs/architecture.md as types. Instants are epoch milliseconds (UTC), durations milliseconds. */

export const FEED_KINDS = ["wire", "official", "state", "independent", "aggregator"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

export const SEVERITIES = ["low", "normal", "urgent"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What kind of message a delivery is: an `edit` brings an alert up to date, a `reply` stands in its thread, or is a post of its own where there are none. */
export const DELIVERY_KINDS = ["alert", "edit", "reply", "digest", "roundup", "summary", "notice"] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** How a delivery stands. `held`: waits for its time, though its channel works; `summarised`: another delivery told it. */
export const DELIVERY_STATUSES = ["held", "pending", "sent", "failed", "dropped", "summarised"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** A configured feed. */
export interface Feed {
  id: string;
  url: string;
  kind: FeedKind;
  /** ISO 639-1, or null when the feed mixes languages. */
  lang: string | null;
  tags: readonly string[];
  /** Longest gap between polls that the operator wants; null: chosen by wirewatch. */
  everyMs: number | null;
  /** Without a new item for this long the feed is silent; null: learnt from its habits. */
  expectEveryMs: number | null;
  /** IANA zone for dates without one; null: UTC. */
  timezone: string | null;
  /** What happens to the items of the first good fetch: told in one summary, or only stored. */
  onAdd: "summary" | "silent";
  /** Whether the page of each new item is read, too. */
  fullText: boolean;
}

/** One entry as read from a feed document, before it is stored. All texts are plain text. */
export interface ReadItem {
  /** Key within the feed: guid, else cleaned link, else a hash of title and text. */
  identity: string;
  /** What tells the item from another of its identity; absent: nothing needs to. */
  distinction?: Distinction;
  title: string;
  summary: string;
  /** Empty where the feed carries only a summary. */
  body: string;
  link: string | null;
  /** `link` without fragment and tracking parameters: equal links are one article. */
  cleanedLink: string | null;
  /** Who published it: the `<source>` of the item, else the host of its link, else the site or title of its feed; never an aggregator. */
  outlet: string | null;
  author: string | null;
  lang: string | null;
  publishedAt: number | null;
  /** Changes when title, text or link change for a reader. */
  contentHash: string;
}

/** Feeds give one guid or link to several items, in one document or one after the other. */
export interface Distinction {
  by: "link" | "title" | "date";
  /** A key within the feed: the identity together with that link, title or date. */
  identity: string;
  /** Another item of the document has the same identity. */
  needed: boolean;
}

/** An item as stored: `publishedAt` always holds, with its source. */
export interface Item extends Omit<ReadItem, "publishedAt" | "distinction"> {
  id: string;
  feedId: string;
  /** 1 for the first reading, one more for each change of content and for the text of the page. */
  revision: number;
  publishedAt: number;
  publishedSource: "feed" | "first-seen";
  firstSeenAt: number;
  /** From the first good fetch of its feed: stored, matched, never alerted. */
  baseline: boolean;
  /** Bytes of its text beyond what was matched; 0 as a rule, and until it was matched. */
  cutBytes: number;
}

export type EvidenceField = "title" | "body";

/** A sentence that proves a match. Offsets are UTF-16 units into `sentence`, end exclusive. */
export interface EvidenceSentence {
  field: EvidenceField;
  sentence: string;
  /** Where the sentence stands in the field (body = summary and body as matched). */
  start: number;
  end: number;
  marks: readonly (readonly [number, number])[];
}

/**
 * How sure it is that a mention is the person: `high` in a listed spelling or form, `good` by sound, `fair` by far sound,
 * initial or surname beside the full name or an office, `weak` by a surname alone, `ambiguous` when several share the name.
 */
export const PERSON_CONFIDENCES = ["high", "good", "fair", "weak", "ambiguous"] as const;
export type PersonConfidence = (typeof PERSON_CONFIDENCES)[number];

/** A person found in an item, with the spelling that stood there. */
export interface PersonMention {
  personId: string;
  name: string;
  role: string | null;
  spelling: string;
  /** Absent in what earlier versions stored. */
  confidence?: PersonConfidence;
  /** Below `high`: why it is taken for the person; else null. */
  note?: string | null;
}

/** Why a match holds: a snapshot, so that it reads the same after the rule or the item changed. */
export interface Evidence {
  sentences: readonly EvidenceSentence[];
  /** The lead sentence, shown where the headline alone is the proof. */
  lead: string | null;
  /** The part of the expression that held, in the printed form of the watch language. */
  clause: string;
  people: readonly PersonMention[];
  /** Meaning of foreign list terms that were marked: term as found → gloss. */
  glosses: Readonly<Record<string, string>>;
}

/** A rule that would have matched, but a veto stood in the title or a proving sentence. */
export interface Veto {
  /** `unless`, `unless_title`, `unless_anywhere`, the name of an exclusion or clause, or `lang`: the watch does not read the item's language. */
  name: string;
  words: string;
  place: "title" | "proof" | "item";
}

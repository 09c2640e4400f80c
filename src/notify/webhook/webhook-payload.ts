import { finish, type Steps } from "../../core/steps.ts";
import type { Outgoing } from "../channel.ts";
import { cleanLine, safeLink } from "../clean-text.ts";
import { describeNote } from "../describe-telling.ts";
import type { AlertMessage, NoteMessage, NoticeMessage } from "../message.ts";
import {
  digestPayload,
  roundupPayload,
  summaryPayload,
  type DigestPayload,
  type RoundupPayload,
  type SummaryPayload,
} from "./list-payloads.ts";
import { iso, LINE, storyPayload, type StoryPayload } from "./story-payload.ts";

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
  | { kind: "alert"; story: StoryPayload; mark: MarkPayload | null; claimUrl: string | null }
  | { kind: "note"; about: { headline: string; link: string | null }; note: NotePayload }
  | { kind: "digest"; digest: DigestPayload }
  | { kind: "roundup"; roundup: RoundupPayload }
  | { kind: "summary"; summary: SummaryPayload }
  | { kind: "notice"; notice: NoticeMessage }
);

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

/** Builds the documented body for a message. */
export function buildWebhookPayload(outgoing: Outgoing, channel: string): WebhookPayload {
  return finish(writeWebhookPayload(outgoing, channel));
}

/** The same in steps, one for each entry of a list: editions may have thousands of stories. */
export function* writeWebhookPayload({ message, key, createdAt }: Outgoing, channel: string): Steps<WebhookPayload> {
  const envelope = { version: 1, key, channel, createdAt: iso(createdAt) } as const;
  if (message.kind === "alert") {
    const { story, claimUrl = null } = message;
    return { ...envelope, kind: "alert", story: storyPayload(story), mark: markPayload(message), claimUrl };
  }
  if (message.kind === "note") return { ...envelope, kind: "note", ...notePayload(message) };
  if (message.kind === "digest") return { ...envelope, kind: "digest", digest: yield* digestPayload(message) };
  if (message.kind === "roundup") return { ...envelope, kind: "roundup", roundup: yield* roundupPayload(message) };
  if (message.kind === "summary") return { ...envelope, kind: "summary", summary: yield* summaryPayload(message) };
  return { ...envelope, kind: "notice", notice: noticePayload(message) };
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

function noticePayload({ kind, level, title, lines, remedy }: NoticeMessage): NoticeMessage {
  return {
    kind,
    level,
    title: cleanLine(title, LINE),
    lines: lines.map((line) => cleanLine(line, LINE)),
    remedy: remedy === null ? null : cleanLine(remedy, LINE),
  };
}

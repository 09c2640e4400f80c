import type { ContinuedLine, Message, Note, RoundupCause, StoryLine } from "../../../src/notify/message.ts";
import { continuedStory, digest, roundup } from "./messages.ts";

/** What all texts and lists of a message are made of. */
export interface Stuff {
  story: StoryLine;
  /** Stands wherever a message has words of its own. */
  text: string;
  /** How long every list is. */
  count: number;
}

/** Where a channel tells it, beside the message. */
export type NamedMessage = [name: string, message: Message];

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

function notesOf({ story, text, count }: Stuff): Note[] {
  const { headline, link } = story;
  const sources = { sameText: times(count, () => 2), citing: times(count, () => ({ outlet: text, outlets: 2 })) };
  return [
    { kind: "outlets", outlets: count * 4 + 1, sources: { ...sources, separate: 1 } },
    { kind: "headline", outlet: text, before: text, after: headline, link },
    { kind: "withdrawn", outlet: text, headline, link, watches: times(count, () => ({ title: text, veto: text })) },
    { kind: "gone", outlet: text, headline, link, status: 404 },
    { kind: "claimed", author: text },
  ];
}

/** Every kind of message that wirewatch sends, and every form of it. */
export function everyMessage(stuff: Stuff): NamedMessage[] {
  const { story, text, count } = stuff;
  const notes = notesOf(stuff);
  return [
    ["a first report", { kind: "alert", story }],
    ["an update", { kind: "alert", story, mark: { kind: "update" } }],
    [
      "a follow-up",
      { kind: "alert", story, mark: { kind: "follow-up", to: text, reasons: times(count, () => text) }, notes },
    ],
    ["an edit", { kind: "alert", story, notes }],
    ["an alert to be claimed", { kind: "alert", story, notes, claimUrl: "https://news.example.org/claim/t0k3n" }],
    ["a late, escalated alert", { kind: "alert", story: { ...story, late: true, remarks: [text, text] } }],
    ...notes.map((note): NamedMessage => [`a note of ${note.kind}`, { kind: "note", about: story, note }]),
    ...(["quiet-hours", "over-cap", "backlog", "silenced"] as const).map((cause): NamedMessage => [
      `held alerts (${cause})`,
      roundupOf(stuff, cause),
    ]),
    ["an edition", digestOf(stuff)],
    [
      "an empty edition",
      digest({ stories: [], continued: [], watches: [], failingFeeds: [], setAside: [], late: true, refusedSince: 0 }),
    ],
    [
      "a summary of new feeds",
      {
        kind: "summary",
        feeds: times(count, () => text),
        stored: count,
        wouldHaveMatched: times(count, () => ({ headline: story.headline, link: story.link, watchTitle: text })),
      },
    ],
    ["a page", { kind: "notice", level: "page", title: text, lines: times(count, () => text), remedy: text }],
    ["a notice", { kind: "notice", level: "notice", title: text, lines: times(count, () => text), remedy: null }],
  ];
}

function roundupOf({ story, text, count }: Stuff, cause: RoundupCause): Message {
  const severity = cause === "over-cap" ? "urgent" : "normal";
  return roundup({ cause, severity, detail: text, stories: times(count, () => story) });
}

function digestOf({ story, text, count }: Stuff): Message {
  const continued: ContinuedLine = { ...continuedStory(), ...story, toldIn: 117, toldHeadline: text, knownOutlets: [] };
  return digest({
    stories: times(count, () => story),
    continued: times(count, () => continued),
    watches: times(count, () => ({ title: text, stories: 1 })),
    failingFeeds: times(count, () => ({ feedId: text, since: 0, cause: text })),
    setAside: times(count, () => ({
      reason: text,
      detail: text,
      headline: story.headline,
      link: story.link,
      watchTitle: text,
    })),
  });
}

/** A story with one text in all its fields, lists `count` long; the first ten characters of its sentence are marked. */
export function storyOf(text: string, { count, link }: { count: number; link: string | null }): StoryLine {
  return {
    headline: text,
    link,
    lang: text,
    outlets: times(count, () => ({ name: text, feedKind: "wire" as const, link })),
    sources: {
      sameText: times(count, () => 2),
      citing: times(count, () => ({ outlet: text, outlets: 2 })),
      separate: 1,
    },
    severity: "urgent",
    watches: times(count, () => ({
      id: "w",
      title: text,
      severity: "urgent" as const,
      words: [text, text],
      clause: text,
    })),
    people: times(count, () => ({ name: text, role: text, spelling: `${text}.`, note: text })),
    evidence: times(count, () => ({
      field: "body" as const,
      sentence: text,
      start: 0,
      end: text.length,
      marks: [[0, Math.min(10, text.length)] as const],
    })),
    lead: text,
    glosses: { [text]: text },
    publishedAt: 0,
    publishedSource: "feed",
    firstSeenAt: 8.64e15,
  };
}

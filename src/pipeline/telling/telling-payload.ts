import * as z from "zod";
import type { News } from "../../decide/telling/decide-telling.ts";
import type { AlertMark, Note } from "../../notify/message.ts";

/** What deliveries of stories keep besides their matches: why an alert follows up, what a reply says. */

const Link = z.string().nullable();

const NotePayload = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("outlets"),
    outlets: z.number(),
    sources: z.object({
      sameText: z.array(z.number()),
      citing: z.array(z.object({ outlet: z.string(), outlets: z.number() })),
      separate: z.number(),
    }),
  }),
  z.object({ kind: z.literal("claimed"), author: z.string() }),
  z.object({ kind: z.literal("headline"), outlet: z.string(), before: z.string(), after: z.string(), link: Link }),
  z.object({
    kind: z.literal("withdrawn"),
    outlet: z.string(),
    headline: z.string(),
    link: Link,
    watches: z.array(z.object({ title: z.string(), veto: z.string().nullable() })),
  }),
  z.object({ kind: z.literal("gone"), outlet: z.string(), headline: z.string(), link: Link, status: z.number() }),
]);

const MarkPayload = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("update") }),
  z.object({ kind: z.literal("follow-up"), to: z.string(), reasons: z.array(z.string()) }),
]);

/** The payload of a reply. */
export function writeNote(note: Note): string {
  return JSON.stringify(note);
}

/** @throws when the payload is no note */
export function readNote(payload: string | null): Note {
  return NotePayload.parse(JSON.parse(payload ?? "null"));
}

/** The payload of an alert that is no first report. */
export function writeMark(mark: AlertMark): string {
  return JSON.stringify(mark);
}

/** @throws when the payload is no mark */
export function readMark(payload: string): AlertMark {
  return MarkPayload.parse(JSON.parse(payload));
}

/** What is new, in words. */
export function describeNews({ reason, detail }: News): string {
  switch (reason) {
    case "raised-severity":
      return `now ${detail ?? "more severe"}`;
    case "denial":
      return `denial, by ${detail ?? "an outlet"}`;
    case "new-person":
      return detail?.includes(", ") === true ? `new persons: ${detail}` : `new person: ${detail ?? ""}`;
    case "new-watch":
      return `new watch: ${detail ?? ""}`;
    case "first-official":
      return `first official source: ${detail ?? ""}`;
    case "long-silence":
      return `first report for ${detail ?? "many"} hours`;
  }
}

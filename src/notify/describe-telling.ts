import { cleanLine, isolate, safeLink } from "./clean-text.ts";
import { describeSources, countOf, joinWithin } from "./describe-story.ts";
import { fitSources } from "./fit-story.ts";
import type { AlertMark, AlertMessage, Note, NoteMessage } from "./message.ts";

/** How every channel words that an alert goes on, or what became of it. Nothing here is escaped. */

const HEADLINE = 250;
const NAME = 80;
const VETO = 160;
const REASONS = 400;
const WATCHES = 300;
const MOST_WATCHES = 5;
const MOST_REASONS = 10;
const MOST_NOTES = 4;

/** Leads to the page on which somebody says that the story is theirs. */
export const CLAIM = "Claim this story";

/** "Follow-up", before a headline; null: a first report. */
export function markLabel({ mark }: Pick<AlertMessage, "mark">): string | null {
  if (mark === undefined) return null;
  return mark.kind === "update" ? "Update" : "Follow-up";
}

const UPDATED = "it matches only since its outlet changed it";

/** `Follow-up to “Envoy missing”: new person: Ivan Example`. */
export function describeMark(mark: AlertMark): string {
  if (mark.kind === "update") return `Update: ${UPDATED}`;
  const reasons = describeReasons(mark, REASONS);
  return `Follow-up to ${quoted(mark.to)}${reasons === "" ? "" : `: ${reasons}`}`;
}

/** The same below a headline that begins with what it is. */
export function describeMarked(mark: AlertMark): string {
  return mark.kind === "update" ? `I${UPDATED.slice(1)}` : describeMark(mark);
}

/** Why a follow-up is one, in at most `max` characters. */
export function describeReasons({ reasons }: Extract<AlertMark, { kind: "follow-up" }>, max: number): string {
  const first = reasons.slice(0, MOST_REASONS).map((reason) => isolateNamed(cleanLine(reason, max)));
  return joinWithin(first, max, "; ");
}

/** "new person: Ivan Example": whom or what it names keeps its direction. */
function isolateNamed(reason: string): string {
  return reason.replace(/^(.*?(?:: |, by ))(.+)$/, (_reason, words: string, named: string) => words + isolate(named));
}

/** One line for each note of an alert that was brought up to date. */
export function describeNotes({ notes = [] }: Pick<AlertMessage, "notes">): readonly string[] {
  return notes.slice(-MOST_NOTES).flatMap((note) => {
    switch (note.kind) {
      case "outlets":
        return [];
      case "claimed":
        return [noteTitle(note)];
      case "headline":
        return [`Headline changed, it was: ${quoted(note.before)}`];
      case "withdrawn":
        return [
          `No longer matches, changed by ${outletOf(note)}: ${joinWithin(describeWithdrawn(note), WATCHES, "; ")}`,
        ];
      case "gone":
        return [noteTitle(note)];
    }
  });
}

/** A note as it stands in a thread, or as a message of its own. */
export interface NoteText {
  /** What it corrects, where it stands alone; null in a thread. */
  about: string | null;
  title: string;
  lines: readonly { label: string; text: string; link: string | null }[];
}

/** What a note says. @param standsAlone whether nothing above it shows the alert that it is about */
export function describeNote({ about, note }: NoteMessage, standsAlone: boolean): NoteText {
  const isCorrection = note.kind !== "outlets" && note.kind !== "claimed";
  return {
    about: standsAlone && isCorrection ? `Correction to ${quoted(about.headline)}` : null,
    title: noteTitle(note),
    lines: noteLines(note),
  };
}

/** "Claimed by Ada": what became of a report, in one line. */
export function noteTitle(note: Note): string {
  if (note.kind === "outlets") return describeOutlets(note);
  if (note.kind === "claimed") return `Claimed by ${isolate(cleanLine(note.author, NAME))}`;
  if (note.kind === "headline") return `${outletOf(note)} changed its headline`;
  if (note.kind === "gone") return `The page of ${outletOf(note)} is gone (HTTP ${note.status})`;
  return describeWithdrawal(note.outlet);
}

/** "Example Wire changed its report: it no longer matches" */
export function describeWithdrawal(outlet: string): string {
  return `${outletOf({ outlet })} changed its report: it no longer matches`;
}

function outletOf({ outlet }: { outlet: string }): string {
  return isolate(cleanLine(outlet, NAME));
}

function describeOutlets({ outlets, sources }: Extract<Note, { kind: "outlets" }>): string {
  return `${countOf(outlets, "outlet")}: ${describeSources(fitSources(sources)).join(", ")}`;
}

function noteLines(note: Note): NoteText["lines"] {
  switch (note.kind) {
    case "outlets":
    case "claimed":
      return [];
    case "headline":
      return [
        { label: "Before: ", text: quoted(note.before), link: null },
        { label: "Now: ", text: quoted(note.after), link: safeLink(note.link) },
      ];
    case "withdrawn":
      return [
        ...describeWithdrawn(note).map((text) => ({ label: "", text, link: null })),
        { label: "It now reads: ", text: quoted(note.headline), link: safeLink(note.link) },
      ];
    case "gone":
      return [{ label: "", text: quoted(note.headline), link: safeLink(note.link) }];
  }
}

/** `Diplomats who leave – vetoed by history ("1954", title)`. */
function describeWithdrawn({ watches }: Extract<Note, { kind: "withdrawn" }>): readonly string[] {
  const shown = watches.slice(0, MOST_WATCHES).map(({ title, veto }) => {
    const why = veto === null ? "" : ` – ${isolate(cleanLine(veto, VETO))}`;
    return `${isolate(cleanLine(title, NAME * 2))}${why}`;
  });
  const more = watches.length - shown.length;
  return more > 0 ? [...shown, countOf(more, "more watch", "more watches")] : shown;
}

function quoted(headline: string): string {
  return `“${isolate(cleanLine(headline, HEADLINE) || "(no headline)")}”`;
}

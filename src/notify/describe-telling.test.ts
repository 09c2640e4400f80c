import { describe, expect, it } from "vitest";
import { alert, persianStory } from "../../test/support/channels/messages.ts";
import { plainRuns } from "./chat-lines.ts";
import { describeChat } from "./describe-chat.ts";
import { describeMark, describeNote, describeNotes, noteTitle } from "./describe-telling.ts";
import type { Note } from "./message.ts";

const { headline, link } = persianStory();
const OUTLET = "خبرگزاری نمونه";

describe("why an alert goes on", () => {
  it("says of an update since when it matches, and once what it is", () => {
    expect(describeMark({ kind: "update" })).toBe("Update: it matches only since its outlet changed it");
    const lines = describeChat({ ...alert(), mark: { kind: "update" } }, "UTC").map(plainRuns);
    expect(lines.slice(0, 2)).toEqual([
      "Update: Second secretary at Example embassy asks for asylum in Norway",
      "It matches only since its outlet changed it",
    ]);
  });

  it("keeps whom and what a follow-up names in its direction", () => {
    const reasons = ["now urgent", "new persons: ایوان, مریم", `denial, by ${OUTLET}`, "first report for 37 hours"];
    expect(describeMark({ kind: "follow-up", to: headline, reasons })).toBe(
      `Follow-up to “\u2068${headline}\u2069”: now urgent; new persons: \u2068ایوان, مریم\u2069; denial, by \u2068${OUTLET}\u2069; first report for 37 hours`,
    );
  });
});

describe("how reports of a story came about", () => {
  it.each([
    [2, { sameText: [2], citing: [], separate: 0 }, "2 outlets: 2 same text"],
    [3, { sameText: [], citing: [], separate: 3 }, "3 outlets: 3 written separately"],
    [
      10,
      { sameText: [6, 2], citing: [{ outlet: OUTLET, outlets: 1 }], separate: 1 },
      `10 outlets: 6 same text, 2 another text, 1 citing \u2068${OUTLET}\u2069, 1 written separately`,
    ],
    [
      20,
      { sameText: [6, 4, 3, 2, 2], citing: [], separate: 3 },
      "20 outlets: 6 same text, 4 another text, 3 another text, 4 in 2 more texts, 3 written separately",
    ],
  ])("is said at %i outlets", (outlets, sources, line) => {
    expect(noteTitle({ kind: "outlets", outlets, sources })).toBe(line);
  });
});

describe("a report that no longer matches", () => {
  const watches = [
    { title: "Diplomats who leave", veto: 'vetoed by history ("1954", title)' },
    { title: "دیپلمات‌ها", veto: null },
  ];
  const note: Note = { kind: "withdrawn", outlet: OUTLET, headline, link, watches };

  it("names each watch, and what holds it back now", () => {
    const { title, lines } = describeNote({ kind: "note", about: { headline, link }, note }, false);
    expect([title, ...lines.map(({ label, text }) => `${label}${text}`)]).toEqual([
      `\u2068${OUTLET}\u2069 changed its report: it no longer matches`,
      'Diplomats who leave – vetoed by history ("1954", title)',
      "\u2068دیپلمات‌ها\u2069",
      `It now reads: “\u2068${headline}\u2069”`,
    ]);
  });

  it("says so on the alert in one line", () => {
    expect(describeNotes({ notes: [note] })).toEqual([
      `No longer matches, changed by \u2068${OUTLET}\u2069: Diplomats who leave – vetoed by history ("1954", title); \u2068دیپلمات‌ها\u2069`,
    ]);
  });
});

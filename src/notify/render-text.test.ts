import { expect, it } from "vitest";
import { continuedStory, digest, roundup, story } from "../../test/support/channels/messages.ts";
import { finish } from "../core/steps.ts";
import { writeText } from "./render-text.ts";

const STYLE = { timezone: "Europe/London", mark: (text: string) => `*${text}*` };
const stories = Array.from({ length: 300 }, () => story());
const continued = Array.from({ length: 200 }, () => continuedStory());

it.each([
  ["an edition", digest({ stories, continued }), 500],
  ["held alerts", roundup({ stories }), 300],
])("plain text of %s is written in steps, and tells every story", (_kind, message, count) => {
  const steps = writeText(message, STYLE);
  let taken = 0;
  while (steps.next().done !== true) taken += 1;
  expect(taken).toBe(count);
  expect(finish(writeText(message, STYLE))).toContain(`\n${count}. `);
});

it("what new feeds held is listed also where a feed gave it no headline", () => {
  const wouldHaveMatched = [{ headline: " ", link: null, watchTitle: "Diplomats" }];
  const summary = { kind: "summary", feeds: ["wire"], stored: 1, wouldHaveMatched } as const;
  expect(finish(writeText(summary, STYLE))).toContain("- (no headline) (Diplomats)");
});

import { expect, it } from "vitest";
import type { ShownStory } from "../pipeline/inspect/show-story.ts";
import { describeStory } from "./describe-story.ts";

function member(itemId: string, changed: Partial<ShownStory["items"][number]>): ShownStory["items"][number] {
  return {
    storyId: "sty_1",
    itemId,
    reason: "first",
    relation: null,
    likeItemId: null,
    cited: null,
    title: `Title of ${itemId}`,
    link: null,
    outlet: null,
    feedId: "wire",
    firstSeenAt: Date.UTC(2026, 0, 20, 12),
    addedAt: 0,
    ...changed,
  };
}

it("a story is shown with what its outlets have in common and why each item is in it", () => {
  const shown: ShownStory = {
    storyId: "sty_1",
    outlets: 3,
    sources: { sameText: [2], citing: [{ outlet: "Example TV", outlets: 1 }], separate: 0 },
    items: [
      member("itm_1", { outlet: "Example TV", link: "https://tv.example/1" }),
      member("itm_2", { reason: "same-text", relation: "copy", likeItemId: "itm_1" }),
      member("itm_3", { reason: "cited-outlet", relation: "cites", likeItemId: "itm_1", cited: "Example TV" }),
      member("itm_4", { reason: "same-event", relation: "separate", likeItemId: "itm_1" }),
      member("itm_5", { reason: "same-link", relation: "copy" }),
      member("itm_6", { reason: "split" }),
    ],
  };
  const text = describeStory(shown, "Asia/Tehran");
  expect(text.split("\n")[0]).toBe("sty_1: 3 outlets: 2 same text, 1 citing Example TV");
  expect(text).toContain(
    "2026-01-20 15:30:00 GMT+3:30  Example TV  Title of itm_1\n  itm_1  first report\n  https://tv.example/1",
  );
  for (const why of [
    "itm_2  same text as itm_1",
    "itm_3  cites Example TV, same event as itm_1",
    "itm_4  same event as itm_1, written separately",
    "itm_5  same link as an earlier item",
    "itm_6  split off by an operator",
  ])
    expect(text).toContain(why);
});

it.each([
  [1, { sameText: [], citing: [], separate: 1 }, "1 outlet"],
  [1, { sameText: [], citing: [{ outlet: "Example TV", outlets: 1 }], separate: 0 }, "1 outlet, citing Example TV"],
  [2, { sameText: [], citing: [], separate: 2 }, "2 outlets: 2 written separately"],
])("of %d outlets %j it is said: %s", (outlets, sources, head) => {
  const shown = { storyId: "sty_1", outlets, sources, items: [] };
  expect(describeStory(shown, "UTC")).toBe(`sty_1: ${head}`);
});

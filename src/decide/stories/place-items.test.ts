import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { MemoryStoryIndex } from "./memory-story-index.ts";
import { STORY_WINDOW_MS } from "../options.ts";
import { placeItems, type FreshItem, type PlacedItem } from "./place-items.ts";
import { StorySketch } from "./story-sketch.ts";
import { sketchItem } from "./sketch-item.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const TITLE = "Norlandian envoy in Lima resigns";
const LEAD = "Henrik Aalstad, the ambassador of Norlandia in Lima, resigned on Monday in protest at the emergency law.";
const REST =
  "He handed the keys of the residence to his deputy. The ministry in Velsund said that it regretted the step.";

function fresh(itemId: string, changed: Partial<FreshItem> = {}): FreshItem {
  const body = `${LEAD} ${REST}`;
  return { itemId, title: TITLE, body, outlet: "Example TV", cleanedLink: null, seenAt: NOW, ...changed };
}

describe("an item", () => {
  let placing: Parameters<typeof placeItems>[0];

  beforeEach(() => {
    placing = { index: new MemoryStoryIndex(), byLink: new Map(), newStoryId: (itemId) => `story of ${itemId}` };
  });

  async function placeSecond(changed: Partial<FreshItem>): Promise<PlacedItem | undefined> {
    await placeItems(placing, [fresh("first")]);
    const [placed] = await placeItems(placing, [fresh("second", { outlet: "Other Paper", ...changed })]);
    return placed;
  }

  it("that shares a few words and no name with a short one is another story", async () => {
    await placeItems(placing, [
      fresh("first", { title: "A diplomat defects after talks", body: "Talks went on late." }),
    ]);
    const second = fresh("second", { title: "A diplomat defects at the border", body: "Talks went on late." });
    const [placed] = await placeItems(placing, [second]);
    expect(placed?.placement).toEqual({ kind: "opens", reason: "first" });
  });

  it.each([
    ["with the text under another headline is a copy", { title: "Keys handed over" }, "same-text", "copy"],
    ["with the first sentence alone is a copy", { body: LEAD }, "same-text", "copy"],
    [
      "that says whom it repeats is citing",
      { title: "Aalstad goes", body: `${LEAD.slice(0, -1)}, Example TV reported.` },
      "same-text",
      "cites",
    ],
    [
      "with other words for the same event is written separately",
      {
        title: "Aalstad leaves Lima over emergency law",
        body: "Norlandia's ambassador Henrik Aalstad told Velsund that the emergency law left him no choice; his deputy got the keys to the Lima residence on Monday.",
      },
      "same-event",
      "separate",
    ],
    [
      "of the same link is one article, whatever it says",
      { cleanedLink: "l", body: "Gone.", title: "x" },
      "same-link",
      "copy",
    ],
  ])("%s", async (_fact, changed, reason, relation) => {
    placing.byLink.set("l", "story of first");
    const placed = await placeSecond(changed);
    expect(placed).toMatchObject({ storyId: "story of first", placement: { kind: "joins", reason, relation } });
  });

  it("names the outlet that it cites", async () => {
    const placed = await placeSecond({ body: `${LEAD.slice(0, -1)}, Example TV reported.` });
    expect(placed?.placement).toMatchObject({ cited: "Example TV", likeItemId: "first" });
  });

  it("names the outlet of the story that it cites, though it is more like a copy of another outlet", async () => {
    const cut = { title: "Aalstad goes", body: LEAD, outlet: "Other Paper" };
    await placeItems(placing, [fresh("first"), fresh("copy", cut)]);
    const citing = { ...cut, body: `${LEAD.slice(0, -1)}, Example TV reported.`, outlet: "Third Paper" };
    const [placed] = await placeItems(placing, [fresh("citing", citing)]);
    expect(placed?.placement).toMatchObject({ cited: "Example TV", likeItemId: "copy", relation: "cites" });
  });

  it.each([
    ["the place before a comma is no part of its name", "resigned in Norway, City Times reported", "City Times"],
    ["nor is a person behind one", "resigned, City Times said, Aalstad having told so", "City Times"],
  ])("cites an outlet nobody reads: %s", async (_fact, words, cited) => {
    const placed = await placeSecond({ title: "Aalstad goes", body: LEAD.replace("resigned", words) });
    expect(placed?.placement).toMatchObject({ cited });
  });

  it.each([
    [
      "on another event opens a story",
      { title: "Fog closes airport", body: "Fog closed the airport of Brezno for six hours." },
    ],
    ["that comes after the window opens a story", { seenAt: NOW + STORY_WINDOW_MS + 1 }],
    [
      "that shares only a footer opens a story",
      {
        title: "Fog closes airport",
        body: `Fog closed Brezno airport. ${"Sign up for our briefing. All rights are reserved. ".repeat(3)}`,
      },
    ],
    ["without any word opens a story", { title: "", body: "" }],
  ])("%s", async (_fact, changed) => {
    expect(await placeSecond(changed)).toMatchObject({ storyId: "story of second", placement: { kind: "opens" } });
  });

  it("joins a story that an earlier item of its batch opened", async () => {
    const placed = await placeItems(placing, [fresh("first"), fresh("second", { title: "Keys handed over" })]);
    expect(placed.map(({ storyId }) => storyId)).toEqual(["story of first", "story of first"]);
  });

  it("is no copy when a template was filled anew", async () => {
    function report(place: string, size: string): Partial<FreshItem> {
      const told = `An earthquake of magnitude ${size} struck near ${place} at noon, the service said.`;
      return {
        title: `Earthquake of magnitude ${size} near ${place}`,
        body: `${told} There were no reports of damage.`,
      };
    }
    await placeItems(placing, [fresh("first", report("Tolmezo", "4.1"))]);
    const [placed] = await placeItems(placing, [fresh("second", report("Arvik", "4.7"))]);
    expect(placed?.placement.kind).toBe("opens");
  });
});

describe("a sketch", () => {
  it("is refused when it is not whole", () => {
    const { elements } = sketchItem({ title: TITLE, body: LEAD }).sketch;
    expect(() => new StorySketch(elements.subarray(0, elements.length - 2))).toThrow(RangeError);
  });

  it.each([
    [
      "dbe83b2a3847f3f5",
      "Norlandian envoy in Lima resigns",
      "Henrik Aalstad, the ambassador of Norlandia in Lima, resigned on Monday in protest at the emergency law of 12 May.",
    ],
    [
      "b691b631227cc804",
      "Посол Норландии подал в отставку",
      "Посол Норландии Хенрик Олстад подал в отставку в понедельник, сообщает агентство. Ёлки и 12 писем остались в резиденции.",
    ],
    [
      "4b48c9ad4307809b",
      "استقالة سفير نورلانديا في ليما",
      "استقال السفير هنريك آلستاد والكاتب وللوزارة بيان يوم الاثنين احتجاجا على قانون الطوارئ لسنة ٢٠٢٦.",
    ],
    [
      "4aecd5eccb65a840",
      "驻利马大使辞职",
      "诺兰迪亚驻利马大使周一辞职，抗议紧急状态法。他把官邸的钥匙交给了副手。ラーメン店も閉まった。",
    ],
    [
      "136b77cb0deab0b9",
      "리마 주재 대사 사임",
      "노를란디아 대사가 월요일에 긴급법에 항의하여 사임했다고 3일 보도했다.",
    ],
    ["67f0729d51437167", "เอกอัครราชทูตลาออก", "เอกอัครราชทูตประจำกรุงลิมาลาออกเมื่อวันจันทร์เพื่อประท้วงกฎหมายฉุกเฉิน"],
  ])("is the same in every version, with its keys: they are stored (%s)", (expected, title, body) => {
    const { sketch, keys } = sketchItem({ title, body });
    const hash = createHash("sha256").update(sketch.elements).update(keys.toSorted());
    // Changing it would lose the stories of the last two weeks.
    expect(hash.digest("hex").slice(0, 16)).toBe(expected);
  });

  it("has a bounded number of keys, whatever the length of the text", () => {
    expect(sketchItem({ title: TITLE, body: `${LEAD} ${REST} `.repeat(500) }).keys.length).toBeLessThan(60);
  });
});

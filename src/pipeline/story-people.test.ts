import { describe, expect, it } from "vitest";
import type { PersonMention } from "../core/vocabulary.ts";
import type { ItemAnswer } from "../match/match-answer.ts";
import type { PendingItem } from "../store/item-rows.ts";
import { createStoryPeople, learntInBatch } from "./story-people.ts";

const NAMED: PersonMention = {
  personId: "zandieh",
  name: "Kamran Zandieh",
  role: null,
  spelling: "Kamran Zandieh",
  confidence: "high",
  note: null,
};
const SURNAME: PersonMention = { ...NAMED, spelling: "Zandieh", confidence: "fair", note: "surname only" };
const SHARED: PersonMention = { ...NAMED, personId: "other", confidence: "ambiguous" };

function item(id: string, cleanedLink: string | null): PendingItem {
  return {
    id,
    feedId: "wire",
    feedUrl: "https://wire.example/feed.xml",
    identity: id,
    revision: 1,
    title: id,
    summary: "",
    body: "",
    link: cleanedLink,
    cleanedLink,
    outlet: null,
    author: null,
    lang: null,
    contentHash: id,
    publishedAt: 0,
    publishedSource: "feed",
    cutBytes: 0,
    firstSeenAt: 0,
    baseline: false,
  };
}

function answer(itemId: string, people: readonly PersonMention[]): ItemAnswer {
  return { itemId, answers: [], people, cutBytes: 0 };
}

describe("a story's persons are known to its items", () => {
  const asked: string[][] = [];
  const storyPeople = createStoryPeople({
    store: {
      stories: {
        findByItems: async () => new Map([["revised", "story-of-item"]]),
        findByLinks: async () => new Map([["https://news.example/1", "story-of-link"]]),
      },
      matches: {
        listPeople: async (ids) => {
          asked.push([...ids]);
          return new Map([
            ["story-of-link", [SHARED, NAMED, SURNAME]],
            ["story-of-item", [SURNAME]],
          ]);
        },
      },
    },
    now: () => 0,
  });

  it("where earlier reports named them in full, not by a surname or a name that several share", async () => {
    const items = [item("same-link", "https://news.example/1"), item("revised", null), item("first", null)];
    expect(await storyPeople(items)).toEqual(new Map([["same-link", ["zandieh"]]]));
    expect(asked).toEqual([["story-of-link", "story-of-item"]]);
  });

  it("and nothing is asked about items of no story", async () => {
    expect(await storyPeople([item("first", null)])).toEqual(new Map());
    expect(asked).toHaveLength(1);
  });
});

it("items of one batch that share a link learn from each other", () => {
  const items = [item("a", "https://news.example/1"), item("b", "https://news.example/1"), item("c", null)];
  const answers = [answer("a", [NAMED]), answer("b", []), answer("c", [NAMED])];
  expect(learntInBatch(items, answers, new Map())).toEqual(new Map([["b", ["zandieh"]]]));
  expect(learntInBatch(items, answers, new Map([["b", ["zandieh"]]]))).toEqual(new Map());
});

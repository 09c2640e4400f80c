import { describe, expect, it } from "vitest";
import { NO_LINKS, readHubLinks, settleHubLinks } from "./hub-links.ts";

const URL_OF_FEED = "https://wire.example/feeds/world.xml";
const HUB = "https://hub.example/";

describe("the hubs of a feed", () => {
  it.each([
    ["are those of the header", { hubs: [HUB], self: "/self" }, { hubs: ["https://b.example/"], self: "/b" }, [HUB]],
    ["are those of the document where the header names none", NO_LINKS, { hubs: [HUB], self: null }, [HUB]],
    [
      "are resolved and named once",
      NO_LINKS,
      { hubs: ["/hub", "/hub", " /hub "], self: null },
      ["https://wire.example/hub"],
    ],
    ["are on the web", NO_LINKS, { hubs: ["ftp://hub.example/", "javascript:1", "https://", HUB], self: null }, [HUB]],
  ])("%s", (_fact, header, document, hubs) => {
    expect(settleHubLinks(header, document, URL_OF_FEED)?.hubs).toEqual(hubs);
  });

  it.each([
    ["the header's", "https://wire.example/self", { hubs: [HUB], self: "/self" }, { hubs: [], self: "/b" }],
    [
      "the document's where the header names none",
      "https://b.example",
      { hubs: [HUB], self: null },
      { hubs: [], self: "https://b.example" },
    ],
    ["its address where nobody names one", URL_OF_FEED, { hubs: [HUB], self: null }, NO_LINKS],
    ["its address where that is none", URL_OF_FEED, { hubs: [HUB], self: "mailto:x" }, NO_LINKS],
  ])("know it by %s", (_fact, topic, header, document) => {
    expect(settleHubLinks(header, document, URL_OF_FEED)?.topic).toBe(topic);
  });

  it("are none without a hub, and five at most", () => {
    expect(settleHubLinks({ hubs: [], self: "/self" }, NO_LINKS, URL_OF_FEED)).toBeNull();
    const hubs = Array.from({ length: 9 }, (_, index) => `https://${index}.example/`);
    expect(settleHubLinks({ hubs, self: null }, NO_LINKS, URL_OF_FEED)?.hubs).toHaveLength(5);
  });

  it("survive being stored; what cannot be read names none", () => {
    const links = { hubs: [HUB], topic: URL_OF_FEED };
    expect(readHubLinks(JSON.stringify(links))).toEqual(links);
    expect([null, "{", "{}", '{"hubs":[],"topic":"x"}'].map(readHubLinks)).toEqual([null, null, null, null]);
  });
});

import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { answer } from "../support/feeds/feed-server.ts";
import { channelPlan, decisionsOf, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { entry, openPollRig, rss, type PollRig } from "../support/feeds/poll-rig.ts";
import { openDesk } from "../support/pipeline/restraint-rig.ts";

/**
 * What other programs of this kind were seen to fall into, and where it is tried that wirewatch does not; the three that
 * have no place elsewhere are tried below.
 */

const STATED: readonly [trap: string, file: string, fact: string][] = [
  ["a window that is reckoned back from now", "src/decide/edition.test.ts", "starts where the last one ended"],
  [
    "a success noted after a failure that was swallowed",
    "test/integration/fetch-poll-feed.test.ts",
    "is a failure without validators when the document cannot be read, so that the next one brings it again",
  ],
  [
    "what is over a limit forgotten",
    "test/integration/held-alerts.test.ts",
    "tells what is over it together, five minutes after the first of it",
  ],
  [
    "one bad recipient for whom all get the digest again",
    "test/integration/deliver-mail.test.ts",
    "who is put off or refuses repeats nothing to the others",
  ],
  ["a date as watermark", "test/integration/feed-bad-input.test.ts", "no date is a watermark"],
  [
    "a 429 taken for the end",
    "test/integration/deliver-channel.test.ts",
    "wait together while the provider asks to wait, later ones too, and keep their order",
  ],
  ["an ok with status 200 taken for a failure", "test/integration/chat-conformance.test.ts", '[200, "ok", "sent"]'],
  [
    "a message of a rule that was switched off while it waited",
    "test/integration/silences.test.ts",
    "of which the watch is off by now",
  ],
  [
    "a backlog told hours late as if it were fresh",
    "test/integration/backlog.test.ts",
    "go singly, each with its delay and the reason",
  ],
  [
    "a feed's new address learnt and lost again",
    "test/integration/moved-feed.test.ts",
    "is asked at its new address from the second sighting on, until its URL is configured anew",
  ],
  [
    "an item that comes back because pruning forgot it",
    "test/integration/store-retention.test.ts",
    "never comes one back as new, nor as changed, when a feed still shows it",
  ],
  [
    "an item swallowed because its id was used before",
    "test/integration/store-retention.test.ts",
    "comes back as new under the link of another item",
  ],
  [
    "words that end where ASCII ends",
    "src/match/engine/forms.test.ts",
    "whole words whose letters ASCII does not know",
  ],
];

it.each(STATED)("the trap of %s has a test in %s", (_trap, file, fact) => {
  expect(readFileSync(file, "utf8")).toContain(fact);
});

const NOON = Date.UTC(2026, 0, 20, 12);
const DAY = 86_400_000;

describe("a feed", () => {
  let rig: PollRig | undefined;
  afterEach(() => rig?.close());

  async function open(): Promise<PollRig> {
    rig = await openPollRig({ startAt: NOON });
    await rig.configure("wire", "/feed");
    return rig;
  }

  it("that shows old items again, behind thousands that came since, has none of them as new: no list of what was seen ends", async () => {
    const wire = await open();
    const all = Array.from({ length: 3000 }, (_, at) =>
      entry({ title: `Report ${at}`, guid: `guid-${at}`, link: `https://news.example/${at}` }),
    );
    for (let from = 0; from < all.length; from += 500) {
      wire.server.on("/feed", answer(rss(all.slice(from, from + 500))));
      expect(await wire.poll("wire")).toMatchObject({ added: 500 });
    }
    await wire.restart();
    for (const shown of [all.slice(0, 500), all.slice(1200, 1210), all.toReversed()]) {
      wire.server.on("/feed", answer(rss(shown)));
      expect(await wire.poll("wire")).toMatchObject({ outcome: "read", added: 0, revised: 0 });
    }
  });

  it.each([
    ["CRC-32", "plumless", "buckeroo"],
    ["FNV-1a", "costarring", "liquid"],
    ["the hash of Java's strings", "AaAaAa", "BBBBBB"],
  ])(
    "whose items have ids that %s takes for one has two items: no hash of 32 bits is an identity",
    async (_hash, one, other) => {
      const wire = await open();
      const twins = [one, other].map((guid) =>
        entry({ title: `About ${guid}`, guid, link: `https://n.example/${guid}` }),
      );
      wire.server.on("/feed", answer(rss(twins.slice(0, 1))));
      await wire.poll("wire");
      wire.server.on("/feed", answer(rss(twins.toReversed())));
      expect(await wire.poll("wire")).toMatchObject({ added: 1, revised: 0 });
      expect((await wire.items()).map(({ title }) => title)).toEqual([`About ${one}`, `About ${other}`]);
    },
  );

  it("whose newest item is dated a year ahead has later ones as new, though they are dated before it: no date is a watermark", async () => {
    const wire = await open();
    const ahead = entry({ title: "Ahead", guid: "1", pubDate: new Date(NOON + 365 * DAY).toUTCString() });
    const today = entry({ title: "Today", guid: "2", pubDate: new Date(NOON).toUTCString() });
    const undated = entry({ title: "Undated", guid: "3" });
    wire.server.on("/feed", answer(rss([ahead])));
    await wire.poll("wire");
    wire.server.on("/feed", answer(rss([ahead, today, undated])));
    expect(await wire.poll("wire")).toMatchObject({ added: 2 });
  });
});

it("the ids that CRC-32 takes for one are such", () => {
  expect(crc32("plumless")).toBe(crc32("buckeroo"));
});

describe("an item that two watches match", () => {
  it.each(["sqlite", "postgres"] as const)(
    "reaches the channels of both, not of the first alone, on %s",
    async (dialect) => {
      const plan = planOf(
        [watch("asylum", { notify: ["desk"] }), watch("defection", { notify: ["research"] })],
        [channelPlan("desk"), channelPlan("research")],
      );
      const desk = await openDesk(dialect, { at: NOON, plan, channelIds: ["desk", "research"] });
      const item = await desk.report("Envoy defects and asks for asylum", ["asylum", "defection"]);
      await desk.at(NOON);
      expect(desk.told("desk")).toEqual([expect.stringContaining("Envoy defects")]);
      expect(desk.told("research")).toEqual([expect.stringContaining("Envoy defects")]);
      expect(await decisionsOf(desk.opened, item)).toEqual(["desk: first-report", "research: first-report"]);
      await desk.close();
    },
  );
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClaimLinks, type ClaimLinks } from "../../src/pipeline/claim-links.ts";
import { describeLife } from "../../src/pipeline/inspect/describe-life.ts";
import { traceItem } from "../../src/pipeline/inspect/trace-item.ts";
import { channelPlan, planOf, REPORT_TEXT, SEPARATE_REPORT, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";

const NOON = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const PUBLIC = "https://news.example.org/wirewatch";
const URGENT = watch("urgent", { severity: "urgent", escalate: { afterMs: 10 * MINUTE, to: ["phone"] } });
const PLAN = {
  ...planOf([URGENT, watch("asylum")], [channelPlan("desk"), channelPlan("phone")]),
  publicUrl: PUBLIC,
};
const LINK = { cleanedLink: "https://news.example/one", body: REPORT_TEXT };
/** A report of the same in words of its own. */
const DENIAL = { feedId: "other", outlet: "other.example", body: SEPARATE_REPORT.body };

describe.each(["sqlite", "postgres"] as const)("the link of an urgent alert, on %s", (dialect) => {
  let desk: Desk;
  let links: ClaimLinks;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: NOON, plan: PLAN, channelIds: ["desk", "phone"] });
    links = createClaimLinks({ store: desk.opened.store, plan: () => PLAN, now: desk.now });
  });
  afterEach(() => desk.close());

  /** Of the links in the posts of a channel, without those in threads. */
  function tokensOn(channelId = "desk"): string[] {
    const posts = JSON.stringify(desk.posts(channelId).map(({ blocks }) => blocks));
    return [...posts.matchAll(/https:\/\/news\.example\.org\/wirewatch\/claim\/([\w-]{22})"/g)].map(
      ([, token = ""]) => token,
    );
  }

  async function reported(): Promise<{ item: string; token: string }> {
    const item = await desk.report("Envoy asks for asylum", ["urgent"], LINK);
    await desk.at(NOON + MINUTE);
    const [token = "", ...others] = tokensOn();
    expect(others).toEqual([]);
    return { item, token };
  }

  it("shows the alert and who is told when, and claims nothing, however often it is looked at", async () => {
    const { token } = await reported();
    for (const _ of [1, 2])
      expect(await links.find(token)).toMatchObject({
        headline: [{ text: "Envoy", marked: true }, { text: " asks for " }, { text: "asylum" }],
        claimed: null,
        escalations: ["Unless somebody claims it, channel phone is told Tue 20 Jan 12:10 UTC."],
      });
    await desk.at(NOON + 10 * MINUTE);
    expect(desk.told("phone")).toHaveLength(1);
    // Who is woken by it may still take the story, and says so to the others.
    expect(tokensOn("phone")).toHaveLength(1);
    expect(await links.find(token)).toMatchObject({
      escalations: ["Channel phone was told Tue 20 Jan 12:10 UTC, since nobody had claimed it."],
    });
    const channels = new Map([["desk", channelPlan("desk", { timezone: "Asia/Tokyo" })]]);
    links = createClaimLinks({ store: desk.opened.store, plan: () => ({ ...PLAN, channels }), now: desk.now });
    expect((await links.find(token))?.escalations).toEqual([expect.stringContaining("Tue 20 Jan 21:10 Tokyo")]);
  });

  it("claims its story: nobody else is woken, the thread says whose it is, and so does explain", async () => {
    const { token } = await reported();
    expect(await links.claim(token, " Ada\n\u202E ")).toMatchObject({
      kind: "claimed",
      alert: { claimed: "Claimed by Ada, Tue 20 Jan 12:01 UTC", escalations: [] },
    });
    await desk.at(NOON + 10 * MINUTE);
    expect(desk.told("phone")).toEqual([]);
    expect(desk.told("desk").at(-1)).toBe("Claimed by Ada");
    const [stored] = await desk.opened.store.items.listByLink(LINK.cleanedLink);
    if (stored === undefined) throw new Error("the item is not stored");
    expect(describeLife(await traceItem(desk.opened.store, stored), "UTC")).toMatch(
      /story sty_\S+, claimed by Ada at 2026-01-20 12:01:00 UTC\n/,
    );
  });

  it("is one of several for one story, of which the first claim counts and is told once, also after a follow-up", async () => {
    const { item, token } = await reported();
    expect(await links.claim(token, "Ada")).toMatchObject({ kind: "claimed" });
    await desk.report(`${SEPARATE_REPORT.title}, embassy denies it`, ["urgent"], DENIAL);
    await desk.at(NOON + 2 * MINUTE);
    const [, second = ""] = tokensOn();
    expect(second).not.toBe(token);
    expect(await links.claim(second, "Ada")).toMatchObject({ kind: "claimed" });
    const claimed = "Claimed by Ada, Tue 20 Jan 12:01 UTC";
    expect(await links.claim(second, "Bo")).toMatchObject({ kind: "already-claimed", alert: { claimed } });
    await desk.at(NOON + 3 * MINUTE);
    expect(desk.told("desk").filter((text) => text.startsWith("Claimed by"))).toEqual(["Claimed by Ada"]);
    const storyId = (await desk.opened.store.stories.findByItem(item)) ?? "";
    expect(await desk.opened.store.claims.find(storyId)).toMatchObject({ author: "Ada" });
  });

  it("wants a name, and is nobody's when it is guessed", async () => {
    const { token } = await reported();
    // Nobody can see a zero-width space, a left-to-right mark, a Hangul filler or an empty Braille pattern.
    for (const name of [" \u202E\n", "\u200B", "\u200E \u2060", "\u3164", "\u2800"])
      expect(await links.claim(token, name)).toMatchObject({ kind: "no-name", alert: { claimed: null } });
    expect(await links.find("guessed")).toBeUndefined();
    expect(await links.claim("guessed", "Ada")).toBeUndefined();
  });

  it("stays the same when its message is edited, shows what the edit added, and goes when the alert is pruned", async () => {
    const { token } = await reported();
    await desk.report("Envoy asks for asylum", ["urgent", "asylum"], {
      ...LINK,
      feedId: "other",
      outlet: "tv.example",
    });
    await desk.at(NOON + 3 * MINUTE);
    expect(tokensOn()).toEqual([token]);
    const reportedBy = (await links.find(token))?.facts.find(({ label }) => label === "Reported by")?.text;
    expect(reportedBy).toContain("2 outlets");
    await desk.at(NOON + 11 * MINUTE);
    while ((await desk.opened.store.retention.removeDeliveries(Number.MAX_SAFE_INTEGER, 100)) > 0);
    expect(await links.find(token)).toBeUndefined();
  });

  it("goes when what the alert told is pruned, though the ledger still has it", async () => {
    const { token } = await reported();
    await desk.at(NOON + 11 * MINUTE);
    const { retention } = desk.opened.store;
    const limits = { unmatchedBefore: null, matchedBefore: Number.MAX_SAFE_INTEGER };
    expect(await retention.removeItems(limits, null, 20)).toMatchObject({ removed: 1 });
    expect(await links.find(token)).toBeUndefined();
    expect(await links.claim(token, "Ada")).toBeUndefined();
  });

  it("stands where a claim makes a difference, and where others reach the server", async () => {
    await desk.report("Envoy asks for asylum", ["asylum"]);
    await desk.at(NOON + MINUTE);
    desk.usePlan(planOf([...PLAN.watches.values()], [...PLAN.channels.values()]));
    await desk.report("Consul flees to Norway with papers", ["urgent"]);
    await desk.at(NOON + 2 * MINUTE);
    expect(desk.posts()).toHaveLength(2);
    expect(tokensOn()).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Hearing, PressAnswer } from "../../src/notify/press.ts";
import { createAnswerPress } from "../../src/pipeline/answer-press.ts";
import { endButtonIncidents, tellButtons } from "../../src/pipeline/tell-buttons.ts";
import type { Store } from "../../src/store/store.ts";
import { channelPlan, decisionsOf, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";

const NOON = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const URGENT = watch("urgent", { severity: "urgent", escalate: { afterMs: 10 * MINUTE, to: ["phone"] } });
const PLAN = planOf([URGENT, watch("asylum")], [channelPlan("desk"), channelPlan("phone"), channelPlan("ops")]);
const LINK = { cleanedLink: "https://news.example/one" };
const ADA = "ada (Slack user U7)";

describe.each(["sqlite", "postgres"] as const)("a press, on %s", (dialect) => {
  let desk: Desk;
  let item: string;
  let alertId: string;

  beforeEach(async () => {
    desk = await openDesk(dialect, { at: NOON, plan: PLAN, channelIds: ["desk", "phone", "ops"] });
    item = await desk.report("Envoy asks for asylum", ["urgent"], LINK);
    await desk.at(NOON + MINUTE);
    const storyId = await desk.opened.store.stories.findByItem(item);
    alertId = (await desk.opened.store.deliveries.findByKey(`alert|${storyId}|desk`))?.id ?? "";
  });
  afterEach(() => desk.close());

  type Given = { alertId?: string; author?: string; conversation?: string; store?: Store };

  function press(action: "claim" | "silence" | "explain", given: Given = {}): Promise<PressAnswer> {
    const { store = desk.opened.store, ...changed } = given;
    const answer = createAnswerPress({
      store,
      plan: () => PLAN,
      isSentTo: ({ ref }, conversation) => ref?.startsWith(`${conversation}/`) ?? false,
      explainWatches: () => Promise.resolve([]),
      timezone: "Europe/London",
      now: desk.now,
    });
    return answer({ action, alertId, author: ADA, conversation: "C-desk", ...changed });
  }

  function replies(): string[] {
    return desk
      .posts()
      .filter(({ threadTs }) => threadTs !== null)
      .map(({ text }) => text);
  }

  it("claims the story for the first who presses: its thread says so once, and it is not escalated", async () => {
    const claimed = { kind: "claimed", author: ADA, claimedAt: NOON + MINUTE };
    expect(await press("claim")).toEqual({ ...claimed, isTheirs: true });
    expect(await press("claim")).toEqual({ ...claimed, isTheirs: true });
    expect(await press("claim", { author: "bo" })).toEqual({ ...claimed, isTheirs: false });
    await desk.at(NOON + 10 * MINUTE);
    await desk.at(NOON + 20 * MINUTE);
    expect(replies()).toEqual([`Claimed by ${ADA}`]);
    expect(desk.told("phone")).toEqual([]);
  });

  it("is shown on the alert when it is edited later", async () => {
    await press("claim");
    await desk.report("Envoy asks for asylum in Oslo", ["urgent"], { ...LINK, feedId: "other", outlet: "Other Post" });
    await desk.at(NOON + 5 * MINUTE);
    const alert = desk.posts().find(({ edited }) => edited);
    expect(JSON.stringify(alert?.blocks)).toContain(`Claimed by ${ADA}`);
  });

  it("silences the story for four hours, once though two processes hear of it", async () => {
    const { store, peer } = desk.opened;
    const answers = await Promise.all([press("silence"), press("silence", { store: peer, author: "bo" })]);
    const until = NOON + MINUTE + 4 * HOUR;
    expect(answers).toEqual([
      expect.objectContaining({ kind: "silenced", until }),
      expect.objectContaining({ kind: "silenced", until }),
    ]);
    const silences = await store.silences.listActive(desk.now());
    expect(silences).toHaveLength(1);
    expect(silences[0]).toMatchObject({ comment: "from Slack", watchId: null, feedId: null, words: null });

    const later = await desk.report("Envoy denies asylum in Oslo", ["urgent"], { ...LINK, feedId: "other" });
    expect(await decisionsOf(desk.opened, later)).toEqual(["desk: silenced"]);
    await desk.at(until + MINUTE);
    expect(await press("silence")).toMatchObject({ kind: "silenced", isNew: true });
  });

  it("explains the item that the alert shows", async () => {
    const [match] = await desk.opened.store.matches.listByItem(item);
    await desk.opened.store.matches.addDecision({
      matchId: match?.id ?? "",
      channelId: "phone",
      kind: "suppress",
      reason: "silenced",
      detail: "by Ada until 2026-07-20T12:00:05Z: a drill",
      decidedAt: NOON,
    });
    const { kind, ...explained } = await press("explain");
    expect(kind).toBe("explained");
    expect(JSON.stringify(explained)).toContain("by Ada until 2026-07-20 13:00:05 BST: a drill");
    expect(explained).toMatchObject({ itemId: item, headline: "Envoy asks for asylum" });
    expect(JSON.stringify(explained)).toContain("desk: send, first-report");
  });

  it.each(["claim", "silence", "explain"] as const)(
    "counts only where and while its alert is known (%s)",
    async (action) => {
      expect(await press(action, { conversation: "C-phone" })).toEqual({ kind: "other-conversation" });
      expect(await press(action, { alertId: "dlv_none" })).toEqual({ kind: "unknown-alert" });
      expect(await desk.opened.store.silences.listActive(desk.now())).toEqual([]);
      expect(
        await desk.opened.store.claims.find((await desk.opened.store.stories.findByItem(item)) ?? ""),
      ).toBeUndefined();
    },
  );

  it("on an alert whose item was pruned is not known any more", async () => {
    const { retention } = desk.opened.store;
    await desk.at(NOON + 10 * MINUTE);
    const limits = { unmatchedBefore: NOON + HOUR, matchedBefore: NOON + HOUR };
    expect(await retention.removeItems(limits, null, 10)).toMatchObject({ removed: 1 });
    for (const action of ["claim", "silence", "explain"] as const)
      expect(await press(action)).toEqual({ kind: "unknown-alert" });
  });
});

describe("a connection that hears buttons", () => {
  let desk: Desk;
  let events: string[];
  beforeEach(async () => {
    events = [];
    desk = await openDesk("sqlite", { at: NOON, plan: PLAN, channelIds: ["desk", "phone", "ops"] });
    await desk.at(NOON);
    desk.told("ops");
  });
  afterEach(() => desk.close());

  async function look(hearing: Hearing, at: number): Promise<string[]> {
    await desk.at(at);
    const deps = {
      store: desk.opened.store,
      plan: () => PLAN,
      events: {
        incident: ({ subject, phase, page }: { subject: string; phase: string; page: boolean }) =>
          void events.push(`${subject} ${phase}${page ? ", paged" : ""}`),
      },
      now: desk.now,
    };
    await tellButtons(deps, ["desk", "phone"], hearing);
    await desk.at(at);
    return desk.told("ops");
  }
  function down(refused: boolean): Hearing {
    return { kind: "down", since: NOON, refused, detail: "Slack refused the app token" };
  }

  it("is told of at once when it is refused, once for all its channels, and when it is heard again", async () => {
    expect(await look(down(true), NOON)).toEqual([
      expect.stringContaining("Buttons of channels desk, phone are not heard"),
    ]);
    expect(await look(down(true), NOON + HOUR)).toEqual([]);
    expect(await look({ kind: "up", since: NOON - 1 }, NOON + HOUR)).toEqual([]);
    expect(await look({ kind: "up", since: NOON + HOUR }, NOON + HOUR)).toEqual([
      expect.stringContaining("Buttons of channels desk, phone are heard again"),
    ]);
    expect(events).toEqual(["desk opened", "phone opened", "desk closed", "phone closed"]);
  });

  it("may be down for two minutes", async () => {
    expect(await look(down(false), NOON + 2 * MINUTE - 1)).toEqual([]);
    expect(await look(down(false), NOON + 2 * MINUTE)).toHaveLength(1);
  });

  it("is forgotten when its channels have no buttons any more", async () => {
    const { store } = desk.opened;
    await look(down(true), NOON);
    const opened = { kind: "buttons-down", subject: "of-a-newer-configuration", cause: "x", openedAt: NOON } as const;
    await store.incidents.open(opened);
    await endButtonIncidents({ store, plan: () => PLAN, now: desk.now }, ["phone"]);
    expect((await store.incidents.listOpen()).map(({ subject }) => subject).toSorted()).toEqual([
      "of-a-newer-configuration",
      "phone",
    ]);
  });
});

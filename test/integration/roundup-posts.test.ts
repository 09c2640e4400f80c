import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { QuietHoursOptions } from "../../src/decide/options.ts";
import { addRoundup } from "../../src/pipeline/add-roundup.ts";
import { channelPlan, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";
import { readItem } from "../support/store/store-builders.ts";

const EVENING = Date.UTC(2026, 0, 20, 23);
const MORNING = Date.UTC(2026, 0, 21, 6);
const MINUTE = 60_000;
const quietHours = QuietHoursOptions.parse({ from: "22:00", to: "06:00" });
const PLAN = planOf(
  [watch("asylum", { notify: ["desk", "hook"] })],
  [channelPlan("desk", { quietHours }), channelPlan("hook", { quietHours, follows: "nothing" })],
);
const COUNT = 60;
const PLACES = ["Oslo", "Lima", "Rome", "Cairo", "Delhi", "Quito", "Accra", "Hanoi", "Minsk"];
const HEADLINES = Array.from(
  { length: COUNT },
  (_, at) => `${PLACES[at % PLACES.length] ?? ""}: clerk ${at + 100} of consulate ${at * 7} leaves`,
);
const TITLE = `${COUNT} alerts from quiet hours · Tue 20 Jan 23:00 UTC`;

describe.each(["sqlite", "postgres"] as const)("more held alerts than a post has room for, on %s", (dialect) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: EVENING, plan: PLAN, channelIds: ["desk", "hook"] });
    const [last, ...others] = HEADLINES;
    const items = others.map((title) => readItem(title, { title, publishedAt: EVENING }));
    await desk.opened.store.items.addRead("wire", items, EVENING);
    // All that waits is matched with it.
    await desk.report(last ?? "", ["asylum"]);
  });
  afterEach(() => desk.close());

  /** In which posts of a channel each headline stands. */
  function placesOf(channelId: string): Set<number> {
    const texts = desk.posts(channelId).map(({ blocks }) => JSON.stringify(blocks));
    return new Set(HEADLINES.map((headline) => texts.filter((text) => text.includes(headline)).length));
  }

  function titles(channelId: string): string[] {
    return desk.posts(channelId).map(({ text }) => text);
  }

  it("are all named: in the thread of the first post, or one post after the other where there are no threads", async () => {
    await desk.at(MORNING);
    const [first, ...later] = desk.posts("desk");
    expect(later.length).toBeGreaterThan(1);
    expect(first?.threadTs).toBeNull();
    expect(new Set(later.map(({ threadTs }) => threadTs))).toEqual(new Set([first?.ts]));
    expect(new Set(desk.posts("hook").map(({ threadTs }) => threadTs))).toEqual(new Set([null]));
    const expected = [first, ...later].map((_post, at) => `${TITLE} · post ${at + 1} of ${later.length + 1}`);
    expect([titles("desk"), titles("hook")]).toEqual([expected, expected]);
    expect([placesOf("desk"), placesOf("hook")]).toEqual([new Set([1]), new Set([1])]);
  });

  it("are told once although a post between fails, and the answer to it is lost", async () => {
    desk.sink.respond({ method: "chat.postMessage", answer: "accept-slowly", afterMs: 0 });
    desk.sink.respond({ method: "chat.postMessage", answer: "error", error: "service_unavailable" });
    await desk.at(MORNING);
    expect(titles("desk")).toHaveLength(1);
    desk.sink.respond({ method: "chat.postMessage", answer: "accept-then-hang" });
    await desk.at(MORNING + MINUTE);
    await desk.at(MORNING + 2 * MINUTE);
    expect(placesOf("desk")).toEqual(new Set([1]));
  });

  it("are all named although somebody deletes the first post before the others are out", async () => {
    desk.sink.respond({ method: "chat.postMessage", answer: "accept-slowly", afterMs: 0 });
    desk.sink.respond({ method: "chat.postMessage", answer: "error", error: "service_unavailable" });
    await desk.at(MORNING);
    const [first] = desk.posts("desk");
    const gone = HEADLINES.filter((headline) => JSON.stringify(first?.blocks).includes(headline)).length;
    desk.sink.remove(first?.ts ?? "");
    await desk.at(MORNING + MINUTE);
    const texts = JSON.stringify(desk.posts("desk"));
    expect(HEADLINES.filter((headline) => texts.includes(headline))).toHaveLength(COUNT - gone);
  });

  it("are attached to no summary that is there already: the next try has another window", async () => {
    const { store } = desk.opened;
    const [channel] = PLAN.channels.values();
    if (channel === undefined) throw new Error("no channel");
    const told = { matchIds: [], from: EVENING, to: EVENING, detail: null, severity: "normal", hold: null } as const;
    const summary = { ...told, channel, cause: "backlog", window: "backlog-1", now: MORNING } as const;
    await addRoundup(store, summary);
    await expect(addRoundup(store, summary)).rejects.toThrow("can take no more");
  });

  it("are closed to what comes once the first post was tried: it is told by itself", async () => {
    desk.sink.respond({ method: "chat.postMessage", answer: "error", error: "service_unavailable" });
    await desk.at(MORNING);
    await desk.report("Bern: envoy 4711 asks for asylum", ["asylum"]);
    await desk.at(MORNING + MINUTE);
    const posts = titles("desk").filter((text) => text.startsWith(TITLE));
    expect(placesOf("desk")).toEqual(new Set([1]));
    expect(titles("desk").filter((text) => text.includes("Bern"))).toHaveLength(1);
    expect(posts.at(-1)).toBe(`${TITLE} · post ${posts.length} of ${posts.length}`);
  });
});

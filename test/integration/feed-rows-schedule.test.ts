import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runOperatorCommand, type OperatorAnswer } from "../../src/pipeline/operator-command.ts";
import { RetentionOptions } from "../../src/store/options.ts";
import { answer } from "../support/feeds/feed-server.ts";
import { planOf } from "../support/pipeline/pipeline-rig.ts";
import { entry, openPollRig, rss, type PollRig } from "../support/feeds/poll-rig.ts";

/** Rows 9, 10, 21 and 22 of the rules of fetching (docs/feeds.md): when a feed is asked again, on a clock of the test's own. */

/** A Tuesday; the first poll begins a second later. */
const START = Date.UTC(2026, 0, 20, 12, 0, -1);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;

let rig: PollRig;
/** Each fact has a feed and a Tuesday of its own. */
let wire = "";
let path = "";
let feeds = 0;
beforeAll(async () => {
  rig = await openPollRig({ startAt: START });
});
beforeEach(() => {
  feeds += 1;
  rig.advance(START + feeds * WEEK - rig.now());
  wire = `wire-${feeds}`;
  path = `/${wire}`;
});
afterAll(() => rig.close());

/** Entries that were published one an hour: what was learnt asks every 15 min. */
function hourly(): string[] {
  return Array.from({ length: 48 }, (_, hours) => {
    const pubDate = new Date(rig.now() - hours * HOUR).toUTCString();
    return entry({ title: `News ${hours}`, guid: String(hours), pubDate });
  });
}

/** Serves the hourly feed with validators, and answers the gap in minutes that its first poll leaves. */
async function gapOf(headers: Record<string, string>, channel = ""): Promise<number> {
  await rig.configure(wire, path);
  rig.server.on(path, answer(rss(hourly(), channel), { etag: '"1"', ...headers }));
  return (await rig.poll(wire)).gapMs / MINUTE;
}

/** Gaps are spread over their last tenth; after an instant that a feed names, over a minute. */
function about(minutes: number): (gap: number) => boolean {
  return (gap) => gap >= minutes * 0.9 && gap <= minutes + 1;
}

function at(instant: number): string {
  return new Date(instant).toUTCString();
}

describe("row 9: what the server says about freshness", () => {
  it.each<[string, Record<string, string>, number]>([
    ["nothing: as learnt", {}, 15],
    ["max-age", { "cache-control": "public, max-age=1800" }, 30],
    ["max-age less the age the answer has", { "cache-control": "max-age=3000", age: "600" }, 40],
    ["max-age before Expires", { "cache-control": "max-age=1800", expires: at(START + 50 * MINUTE) }, 30],
    ["Expires", { date: at(START), expires: at(START + 45 * MINUTE) }, 45],
    ["Expires in the past", { expires: "0" }, 15],
    ["no-store", { "cache-control": "no-store, max-age=3000" }, 15],
    ["no-cache", { "cache-control": "no-cache" }, 15],
    ["a short max-age, which does not make polls more frequent", { "cache-control": "max-age=5" }, 15],
    ["a day: no longer than the ceiling", { "cache-control": "max-age=86400" }, 60],
  ])("%s", async (_fact, headers, minutes) => {
    expect(await gapOf(headers)).toSatisfy(about(minutes));
  });
});

describe("row 10: what the feed says about when to ask", () => {
  it.each([
    ["ttl in minutes", "<ttl>40</ttl>", 40],
    ["a ttl of a day: no longer than the ceiling", "<ttl>1440</ttl>", 60],
    ["period and frequency", "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>48</sy:updateFrequency>", 30],
    [
      "period and base: shortly after the instant that they announce",
      "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateBase>2000-01-01T12:25+00:00</sy:updateBase>",
      25,
    ],
    ["hours in GMT that are skipped, up to the ceiling", "<skipHours><hour>12</hour><hour>13</hour></skipHours>", 60],
    ["hours that are no matter now", "<skipHours><hour>0</hour><hour>11</hour><hour>24</hour></skipHours>", 15],
    ["a day that is skipped, up to the ceiling", "<skipDays><day>Tuesday</day></skipDays>", 60],
    ["a day that is no matter now", "<skipDays><day>Sunday</day></skipDays>", 15],
  ])("%s", async (_fact, channel, minutes) => {
    expect(await gapOf({}, channel)).toSatisfy(about(minutes));
  });

  it("hours that are skipped until shortly after now: at their end, in the first minute", async () => {
    rig.advance(40 * MINUTE);
    const gap = await gapOf({}, "<skipHours><hour>12</hour></skipHours>");
    expect(gap).toBeGreaterThanOrEqual(20);
    expect(gap).toBeLessThanOrEqual(21);
  });

  it("nothing that counts where the configuration says `every`", async () => {
    await rig.configure(wire, path, { everyMs: 10 * MINUTE });
    rig.server.on(path, answer(rss(hourly(), "<ttl>50</ttl>"), { etag: '"1"', "cache-control": "max-age=3000" }));
    expect((await rig.poll(wire)).gapMs / MINUTE).toSatisfy(about(10));
  });
});

describe("row 21: a feed", () => {
  it("that publishes more is asked more often, by the square root of its rate", async () => {
    await rig.configure(wire, path);
    const entries = Array.from({ length: 192 }, (_, quarter) => {
      const pubDate = new Date(rig.now() - quarter * 15 * MINUTE).toUTCString();
      return entry({ title: `News ${quarter}`, guid: String(quarter), pubDate });
    });
    rig.server.on(path, answer(rss(entries), { etag: '"1"' }));
    expect((await rig.poll(wire)).gapMs / MINUTE).toSatisfy(about(7.5));
  });

  it.each([
    ["a small document", ""],
    ["a large document", `<description>${"word ".repeat(250_000)}</description>`],
  ])("without validators and with %s is asked hourly: the ceiling lets nothing wait longer", async (_fact, channel) => {
    await rig.configure(wire, path);
    rig.server.on(path, answer(rss(hourly(), channel)));
    expect((await rig.poll(wire)).gapMs / MINUTE).toSatisfy(about(60));
    rig.advance(HOUR);
    expect((await rig.poll(wire)).gapMs / MINUTE).toSatisfy(about(60));
  });
});

describe("row 22: a poll that a person asks for", () => {
  it("comes at once, yet not twice within a minute, and is conditional", async () => {
    await rig.configure(wire, path);
    rig.server.on(path, (response, headers) => {
      if (headers["if-none-match"] === '"1"') answer("", {}, 304)(response, headers);
      else answer(rss(hourly()), { etag: '"1"' })(response, headers);
    });
    await rig.poll(wire);
    rig.advance(5 * MINUTE);

    const plan = planOf([], []);
    const deps = { store: rig.store, retention: RetentionOptions.parse({}), plan: () => plan, now: () => rig.now() };
    function askNow(): Promise<OperatorAnswer> {
      return runOperatorCommand(deps, { kind: "poll", feedIds: [wire] });
    }
    expect(await askNow()).toMatchObject({ feeds: [{ reason: "now", at: rig.now() }] });
    const polled = await rig.pollWhenDue(wire);
    expect(polled).toMatchObject({ outcome: "not-modified" });
    expect(rig.server.seen.at(-1)?.headers["if-none-match"]).toBe('"1"');

    rig.advance(20_000);
    const again = { reason: "polled-just-now", at: polled.startedAt + MINUTE };
    expect(await askNow()).toMatchObject({ feeds: [again] });
    expect((await rig.state(wire)).nextPollAt).toBe(polled.startedAt + MINUTE);
  });
});

import { describe, expect, it } from "vitest";
import { createEvents, type Delivered, type Events } from "./events.ts";
import type { Polled } from "./feed-events.ts";
import { createLogger } from "./logger.ts";
import { createMetrics, type Metrics } from "./metrics.ts";

const POLLED: Polled = {
  feedId: "example-wire",
  outcome: "read",
  failure: null,
  added: 2,
  revised: 0,
  isCut: false,
  bytes: 4096,
  durationMs: 120,
  nextPollAt: 1_700_000_000_000,
  nextPollReason: "every",
};
const DELIVERED: Delivered = {
  deliveryId: "dlv_1",
  channelId: "desk",
  outcome: "sent",
  reason: null,
  detail: null,
  attempt: 1,
  durationMs: 80,
  lagMs: 2500,
};

interface Told {
  lines: unknown[];
  samples: string[];
}

const PAGE = {
  itemId: "itm_1",
  feedId: "example-wire",
  host: "news.example.org",
  detail: null,
  tries: 1,
  bytes: 0,
  characters: 0,
  durationMs: 40,
};

async function told(tell: (events: Events, metrics: Metrics) => void): Promise<Told> {
  const lines: unknown[] = [];
  const metrics = createMetrics({ version: "1.2.3" });
  const log = createLogger("info", { write: (line) => lines.push(JSON.parse(line)) });
  tell(createEvents({ log, metrics }), metrics);
  const text = await metrics.render();
  return { lines, samples: text.split("\n").filter((line) => line.startsWith("wirewatch_")) };
}

describe("one call a business event", () => {
  it("counts a poll and logs it with its new items", async () => {
    const { lines, samples } = await told((events) => events.polled(POLLED));
    expect(lines).toMatchObject([{ level: "info", msg: "feed polled", ...POLLED }]);
    expect(samples).toContain('wirewatch_polls_total{outcome="read"} 1');
    expect(samples).toContain("wirewatch_items_total 2");
  });

  it("measures how long after publication an item was seen", async () => {
    const batch = { jobId: "match-1", items: 3, matches: 1, cut: 0, durationMs: 5, lagsMs: [1500, 45_000] };
    const { samples } = await told((events) => events.itemsMatched(batch));
    expect(samples).toContain('wirewatch_item_lag_seconds_bucket{le="2",stage="seen"} 1');
    expect(samples).toContain('wirewatch_item_lag_seconds_count{stage="seen"} 2');
  });

  it("counts items that were matched without the end of their text, and says so", async () => {
    const batch = { jobId: "match-1", items: 3, matches: 0, cut: 2, durationMs: 5, lagsMs: [] };
    const { lines, samples } = await told((events) => events.itemsMatched(batch));
    expect(lines).toMatchObject([{ level: "info", msg: "items matched", cut: 2 }]);
    expect(samples).toContain("wirewatch_items_cut_total 2");
  });

  it.each([
    ["read", null, "info", "page read"],
    ["shorter", null, "info", "page read"],
    ["timeout", 1_700_000_000_000, "warn", "page not read yet"],
    ["robots", null, "warn", "page given up"],
  ] as const)("counts a page whose outcome is %s", async (outcome, nextTryAt, level, msg) => {
    const { lines, samples } = await told((events) => events.pageRead({ ...PAGE, outcome, nextTryAt }));
    expect(lines).toMatchObject([{ level, msg, ...PAGE, outcome, nextTryAt }]);
    expect(samples).toContain(`wirewatch_pages_total{outcome="${outcome}"} 1`);
  });

  it("is silent about a poll without news", async () => {
    const { lines } = await told((events) => events.polled({ ...POLLED, outcome: "not-modified", added: 0 }));
    expect(lines).toEqual([]);
  });

  it("warns of a failed poll with its reason", async () => {
    const failure = { kind: "timeout", message: "news.example.org did not answer within 20 s" };
    const { lines, samples } = await told((events) => {
      events.polled({ ...POLLED, outcome: "failed", failure, added: 0 });
    });
    expect(lines).toMatchObject([{ level: "warn", msg: "feed poll failed", failure }]);
    expect(samples).toContain('wirewatch_polls_total{outcome="failed"} 1');
  });

  it.each([
    ["logs no match of what was there at first sight, which nobody is told", { desk: "baseline", ops: "baseline" }, 0],
    ["logs a match that is told on one channel", { desk: "baseline", ops: "first-report" }, 1],
    ["logs a match that no channel takes", {}, 1],
  ] as const)("%s", async (_fact, decisions, expected) => {
    const match = { matchId: "mat_1", watchId: "defection", itemId: "itm_1", decisions };
    const { lines } = await told((events) => events.matched(match));
    expect(lines).toHaveLength(expected);
  });

  it("counts a match by its watch", async () => {
    const match = { matchId: "mat_1", watchId: "defection", itemId: "itm_1", decisions: { desk: "first-report" } };
    const { lines, samples } = await told((events) => events.matched(match));
    expect(lines).toMatchObject([{ level: "info", msg: "item matched", ...match }]);
    expect(samples).toContain('wirewatch_matches_total{watch="defection"} 1');
  });

  it.each([
    ["sent", "info", "message delivered"],
    ["retry", "warn", "message not delivered yet"],
    ["rejected", "error", "message rejected"],
  ] as const)("counts an attempt that was %s by channel, as %s", async (outcome, level, msg) => {
    const { lines, samples } = await told((events) => events.delivered({ ...DELIVERED, outcome }));
    expect(lines).toMatchObject([{ level, msg, channelId: "desk", deliveryId: "dlv_1" }]);
    expect(samples).toContain(`wirewatch_deliveries_total{channel="desk",outcome="${outcome}"} 1`);
    expect(samples).toContain('wirewatch_item_lag_seconds_bucket{le="5",stage="told"} 1');
  });

  it("asks nobody to act where a message that was to be edited has been deleted", async () => {
    const gone = { ...DELIVERED, outcome: "rejected", reason: "message-gone" } as const;
    expect((await told((events) => events.delivered(gone))).lines).toMatchObject([{ level: "info" }]);
  });

  it("says in no metric what a provider answered, which may repeat what it was sent", async () => {
    const answered = { outcome: "rejected", reason: "bad-credentials", detail: "no such token: xoxb-1" } as const;
    const { samples } = await told((events) => events.delivered({ ...DELIVERED, ...answered }));
    expect(samples).toContain('wirewatch_deliveries_total{channel="desk",outcome="rejected"} 1');
    expect(samples.join("\n")).not.toContain("xoxb-1");
  });

  it.each([
    ["opened", true, "error", "incident opened"],
    ["opened", false, "warn", "incident opened"],
    ["closed", true, "info", "incident closed"],
  ] as const)("logs an incident that is %s (page: %s) as %s", async (phase, page, level, msg) => {
    const incident = { incidentId: "inc_1", phase, kind: "feed", subject: "example-wire", detail: "gone", page };
    const { lines } = await told((events) => events.incident(incident));
    expect(lines).toMatchObject([{ level, msg, subject: "example-wire" }]);
  });

  it("logs a failed job with what was thrown", async () => {
    const error = new Error("no such table");
    const { lines } = await told((events) => events.jobFailed({ queue: "poll", jobId: "poll-x", error }));
    expect(lines).toMatchObject([
      { level: "error", msg: "job failed", jobId: "poll-x", err: { message: error.message } },
    ]);
  });

  it("keeps the time of the last good configuration when a later one is refused", async () => {
    const { lines, samples } = await told((events) => {
      events.configRead({ valid: true, hash: "abc", errors: 0, at: 1_700_000_000_000 });
      events.configRead({ valid: false, hash: "abc", errors: 3, at: 1_700_000_060_000 });
    });
    expect(lines).toMatchObject([{ msg: "configuration loaded" }, { level: "error", msg: "configuration refused" }]);
    expect(samples).toContain("wirewatch_config_last_reload_successful 0");
    expect(samples).toContain("wirewatch_config_last_reload_timestamp_seconds 1700000000");
  });
});

describe("the events of hubs", () => {
  it.each([
    ["accepted", []],
    ["unknown", []],
    ["not-signed", ["warn"]],
    ["too-large", ["warn"]],
  ] as const)(
    "count a push that is %s, and warn where somebody knows a callback and misuses it",
    async (outcome, levels) => {
      const { lines, samples } = await told((events) => events.pushed({ feedId: "wire", outcome }));
      expect(lines).toMatchObject(levels.map((level) => ({ level, msg: "websub push received", feedId: "wire" })));
      expect(samples).toContain(`wirewatch_websub_pushes_total{outcome="${outcome}"} 1`);
    },
  );

  it.each([
    ["confirmed", "info"],
    ["denied", "warn"],
    ["failed", "warn"],
  ] as const)("log a subscription that is %s", async (change, level) => {
    const event = { subscriptionId: "sub_1", feedId: "wire", hub: "hub.example", change, detail: null, leaseMs: null };
    const { lines } = await told((events) => events.subscriptionChanged(event));
    expect(lines).toMatchObject([{ level, msg: "websub subscription changed", hub: "hub.example", change }]);
  });
});

describe("the metrics", () => {
  it("name the version that runs", async () => {
    const { samples } = await told(() => {});
    expect(samples).toContain(`wirewatch_build_info{version="1.2.3",node="${process.version}"} 1`);
  });

  it("ask for what can only be counted now, anew at each reading", async () => {
    const metrics = createMetrics({ version: "1.2.3" });
    let feeds: Record<string, number> = { ok: 3, failing: 1 };
    const questions = {
      feedsByState: async () => feeds,
      subscriptionsByState: async () => ({ active: 4 }),
      queueDepths: async () => ({ poll: 7 }),
      oldestPendingSeconds: async () => ({ desk: 12.5 }),
      editionAgeSeconds: async () => ({ digest: 3600 }),
    };
    metrics.askFrom(questions, () => {});
    const first = await metrics.render();
    expect(first).toContain('wirewatch_feeds{state="failing"} 1');
    expect(first).toContain('wirewatch_queue_depth{queue="poll"} 7');
    expect(first).toContain('wirewatch_websub_subscriptions{state="active"} 4');
    expect(first).toContain('wirewatch_delivery_oldest_pending_seconds{channel="desk"} 12.5');
    expect(first).toContain('wirewatch_digest_edition_age_seconds{channel="digest"} 3600');
    feeds = { ok: 4 };
    const second = await metrics.render();
    expect(second).toContain('wirewatch_feeds{state="ok"} 4');
    expect(second).not.toContain("failing");
  });

  it("leave out what cannot be answered, and say so", async () => {
    const metrics = createMetrics({ version: "1.2.3" });
    const errors: unknown[] = [];
    const gone = new Error("the queue's server is gone");
    const questions = {
      feedsByState: async () => ({ ok: 3 }),
      subscriptionsByState: async () => ({}),
      queueDepths: () => Promise.reject(gone),
      oldestPendingSeconds: async () => ({}),
      editionAgeSeconds: async () => ({}),
    };
    metrics.askFrom(questions, (error) => errors.push(error));
    const text = await metrics.render();
    expect(text).toContain('wirewatch_feeds{state="ok"} 3');
    expect(text).not.toContain("wirewatch_queue_depth{");
    expect(errors).toEqual([gone]);
  });
});

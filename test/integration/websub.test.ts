import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { feed, feedChange, pollRecord } from "../support/store/store-builders.ts";
import { CHALLENGE, sign } from "../support/feeds/websub-hub.ts";
import {
  DAY,
  FEED_ID,
  HOUR,
  MINUTE,
  openWebsubRig,
  type RigOptions,
  type WebsubRig,
} from "../support/feeds/websub-rig.ts";

const LEASE_S = 864_000;

let rig: WebsubRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

async function open(options?: RigOptions, shown: readonly string[] = ["old"]): Promise<WebsubRig> {
  rig = await openWebsubRig(options);
  rig.show(shown);
  return rig;
}

/** Polled once, asked for, and confirmed. */
async function openSubscribed(options?: RigOptions, shown?: readonly string[]): Promise<WebsubRig> {
  const opened = await open(options, shown);
  await opened.beat();
  await opened.beat();
  expect((await opened.hub.confirm()).status).toBe(200);
  opened.wait(2 * MINUTE);
  return opened;
}

function manyItems(length: number): string[] {
  return Array.from({ length }, (_, index) => `old ${index}`);
}

describe("a feed that names a hub", () => {
  it.each(["sqlite", "postgres"] as const)("is subscribed to, pushed, and polled at once: %s", async (dialect) => {
    const { hub, server, publicUrl, store, ...wire } = await open({ dialect });
    await wire.beat();
    expect(hub.requests).toEqual([]);
    await wire.beat();
    expect(hub.requests).toEqual([
      {
        path: "/hub",
        mode: "subscribe",
        topic: server.url("/wire.rss"),
        callback: expect.stringMatching(`^${publicUrl}/hooks/websub/[\\w-]{43}$`),
        secret: expect.stringMatching(/^[\w-]{43}$/),
        leaseSeconds: "864000",
      },
    ]);
    expect(await wire.subscription()).toMatchObject({ state: "pending", hub: hub.url(), leaseUntil: null });
    expect(await hub.confirm()).toEqual({ status: 200, text: CHALLENGE });
    expect(await wire.subscription()).toMatchObject({ state: "active", leaseUntil: wire.now() + 10 * DAY });

    wire.wait(2 * MINUTE);
    wire.show(["new", "old"]);
    await wire.beat();
    expect(wire.items).toEqual(["old"]);
    expect(await hub.push("<rss/>")).toBe(204);
    expect(await store.feeds.get(FEED_ID)).toMatchObject({ nextPollAt: wire.now() });
    await wire.beat();
    expect(wire.items).toEqual(["old", "new"]);
    expect(await wire.subscription()).toMatchObject({ state: "active", pushedAt: wire.now() });
    expect(hub.requests).toHaveLength(1);
  });

  it("shares its hub's host with others, one request at a time", async () => {
    const { hub, store, queued, ...wire } = await open();
    await wire.beat();
    await store.feeds.sync([feed(FEED_ID, { url: wire.server.url("/wire.rss") }), feed("other")], wire.now);
    const links = JSON.stringify({ hubs: [hub.url("/other")], topic: "https://other.example/" });
    const record = pollRecord("other", { startedAt: wire.now() });
    await store.feeds.recordPoll(record, feedChange({ hubLinks: links, nextPollAt: wire.now() + DAY }));
    await wire.beat();
    expect(queued.map(({ id }) => id)).toHaveLength(1);
    await wire.beat();
    expect(hub.requests.map(({ path }) => path).toSorted()).toEqual(["/hub", "/other"]);
    expect(new Set(queued.map(({ id }) => id)).size).toBe(1);
  });

  it("may be confirmed by its hub before that answers", async () => {
    const { hub, ...wire } = await open();
    hub.confirmAtOnce(3600);
    await wire.beat();
    await wire.beat();
    expect(await wire.subscription()).toMatchObject({ state: "active", leaseUntil: wire.now() + HOUR });
    expect(hub.requests).toHaveLength(1);
  });

  it("is not subscribed to where nobody can reach us, or the hub only speaks http", async () => {
    const { hub, ...wire } = await open({ allowPrivate: [] });
    await wire.beat(null);
    await wire.beat(null);
    await wire.beat();
    await wire.beat();
    expect(hub.requests).toEqual([]);
    await expect(wire.subscription()).rejects.toThrow("no subscription");
  });

  it("is asked for where 307 and 308 lead, with the whole form, and nowhere else", async () => {
    const { hub, ...wire } = await open();
    hub.answerWith({ status: 307, location: "/two" }, { status: 308, location: hub.url("/three") });
    await wire.beat();
    await wire.beat();
    expect(hub.requests.map(({ path }) => path)).toEqual(["/hub", "/two", "/three"]);
    expect(new Set(hub.requests.map(({ secret, callback }) => `${secret} ${callback}`)).size).toBe(1);
    expect((await hub.confirm()).status).toBe(200);
  });

  it.each([
    ["a redirect that loses the form", { status: 302, location: "/two" }, "answered 302"],
    ["a redirect to a private address", { status: 307, location: "https://127.0.0.2/hub" }, "not a public address"],
    ["a redirect to another host by http", { status: 307, location: "http://hub.example/" }, "http on hub.example"],
    ["what it does not like", { status: 400, body: "no such  topic" }, "answered 400: no such topic"],
  ])("is not subscribed to after %s, and its polls go on", async (_fact, answer, detail) => {
    const { hub, ...wire } = await open();
    hub.answerWith(answer);
    await wire.beat();
    await wire.beat();
    expect(await wire.subscription()).toMatchObject({ state: "denied", detail: expect.stringContaining(detail) });
    await wire.beatFor(3 * HOUR);
    expect(hub.requests).toHaveLength(1);
    expect(wire.polls.length).toBeGreaterThan(3);
  });

  it("is asked for again after 5, 10 and 20 minutes while its hub is in trouble", async () => {
    const { hub, ...wire } = await open();
    hub.answerWith({ status: 503 }, { status: 500 }, { status: 429 });
    const askedAt: number[] = [];
    const start = wire.now();
    for (let minute = 0; minute < 40; minute += 1) {
      const before = hub.requests.length;
      await wire.beat();
      if (hub.requests.length > before) askedAt.push((wire.now() - start) / MINUTE);
      wire.wait(MINUTE);
    }
    expect(askedAt).toEqual([1, 6, 16, 36]);
    expect(await wire.subscription()).toMatchObject({ state: "pending", detail: expect.stringContaining("429") });
  });

  it("is asked for at its next hub a day after the first denied it, with another secret", async () => {
    const { hub, ...wire } = await open();
    wire.show(["old"], [hub.url("/one"), hub.url("/two")]);
    await wire.beat();
    await wire.beat();
    expect(await hub.deny("too many subscribers")).toBe(200);
    expect(await wire.subscription()).toMatchObject({
      state: "denied",
      detail: "the hub denied it: too many subscribers",
    });
    const [first] = hub.requests;
    expect(await hub.push("<rss/>")).toBe(410);
    wire.wait(1.2 * DAY);
    await wire.beat();
    await wire.beat();
    expect(hub.requests.map(({ path }) => path)).toEqual(["/one", "/two"]);
    expect(hub.last().secret).not.toBe(first?.secret);
    expect(hub.last().callback).not.toBe(first?.callback);
  });
});

describe("a hub that asks whether a subscription is meant", () => {
  it.each([
    ["is told yes", {}, 200],
    ["is told no for another topic", { topic: "http://127.0.0.1/other.rss" }, 404],
    ["is told no for an end that nobody asked for", { mode: "unsubscribe" }, 404],
    ["is told no for a mode that does not exist", { mode: "publish" }, 404],
  ])("%s", async (_fact, changed, status) => {
    const { hub, ...wire } = await open();
    await wire.beat();
    await wire.beat();
    const answer = await hub.confirm(changed);
    expect(answer.status).toBe(status);
    expect(answer.text === CHALLENGE).toBe(status === 200);
    expect((await wire.subscription()).state).toBe(status === 200 ? "active" : "pending");
  });

  it("is told no at a callback that nobody has, and yes again where its answer was lost", async () => {
    const { hub, publicUrl, ...wire } = await open();
    await wire.beat();
    await wire.beat();
    const query = new URLSearchParams({ "hub.mode": "subscribe", "hub.topic": hub.last().topic, "hub.challenge": "x" });
    expect((await fetch(`${publicUrl}/hooks/websub/nobody?${query.toString()}`)).status).toBe(404);
    expect((await hub.confirm()).status).toBe(200);
    expect((await hub.confirm()).status).toBe(200);
    wire.wait(2 * DAY);
    expect((await hub.confirm()).status).toBe(404);
  });

  it.each([
    ["nothing", "", DAY],
    ["a second", 1, 5 * MINUTE],
    ["an hour", 3600, HOUR],
    ["a hundred years", 3_153_600_000, 30 * DAY],
    ["no number", "soon", DAY],
  ])("gives a lease of %s, within reason", async (_fact, leaseSeconds, leaseMs) => {
    const { hub, ...wire } = await open();
    await wire.beat();
    await wire.beat();
    await hub.confirm({ leaseSeconds });
    expect((await wire.subscription()).leaseUntil).toBe(wire.now() + leaseMs);
  });
});

describe("a subscription", () => {
  it("is renewed when 80 to 90 % of its lease are over, under the same callback", async () => {
    const { hub, ...wire } = await openSubscribed();
    wire.wait(0.79 * LEASE_S * 1000);
    await wire.beat();
    expect(hub.requests).toHaveLength(1);
    wire.wait(0.11 * LEASE_S * 1000);
    await wire.beat();
    expect(hub.requests).toHaveLength(2);
    expect(hub.requests[1]).toEqual(hub.requests[0]);
    expect(await wire.subscription()).toMatchObject({ state: "renewing" });
    await hub.confirm();
    expect(await wire.subscription()).toMatchObject({ state: "active", leaseUntil: wire.now() + 10 * DAY });
  });

  it("is over when its lease is, and asked for again", async () => {
    const { hub, ...wire } = await openSubscribed();
    await hub.push("<rss/>");
    wire.wait(11 * DAY);
    expect(await wire.subscription()).toMatchObject({ state: "expired" });
    await wire.beat();
    expect(hub.requests).toHaveLength(2);
    expect(await wire.subscription()).toMatchObject({ state: "pending", leaseUntil: null, pushedAt: null });
  });

  it("goes on with what the hub gave when it is not renewed", async () => {
    const { hub, ...wire } = await openSubscribed();
    hub.answerWith({ status: 404 });
    wire.wait(9 * DAY);
    await wire.beat();
    expect(await wire.subscription()).toMatchObject({ state: "renewing", detail: expect.stringContaining("404") });
    expect(await hub.push("<rss/>")).toBe(204);
  });

  it("makes polls rare only while the last news came by push", async () => {
    // Two an hour, and so many that none of them is about to scroll away, even when two come within two minutes.
    const old = manyItems(200);
    const { hub, ...wire } = await openSubscribed({ rhythmMs: HOUR / 2 }, old);
    wire.wait(HOUR);
    wire.show(["b", ...old]);
    await wire.beat();
    expect(await wire.nextPollIn()).toBeLessThan(40 * MINUTE);

    wire.wait(2 * MINUTE);
    wire.show(["c", "b", ...old]);
    await hub.push("<rss/>");
    await wire.beat();
    const rare = await wire.nextPollIn();
    expect(rare).toBeGreaterThan(50 * MINUTE);
    expect(rare).toBeLessThanOrEqual(HOUR);

    wire.wait(HOUR);
    wire.show(["d", "c", "b", ...old]);
    await wire.beat();
    expect(await wire.nextPollIn()).toBeLessThan(40 * MINUTE);
    expect(await wire.subscription()).toMatchObject({ state: "active", pushedAt: null });
  });

  it("leaves `every` as it is", async () => {
    const { hub, ...wire } = await openSubscribed({ everyMs: 3 * MINUTE });
    await hub.push("<rss/>");
    await wire.beat();
    expect(await wire.nextPollIn()).toBeLessThanOrEqual(3 * MINUTE);
  });
});

describe("a push", () => {
  it.each(["sha1", "sha256", "sha384", "sha512"])("signed by %s makes the feed due", async (method) => {
    const { hub, store, ...wire } = await openSubscribed();
    expect(await hub.push("<rss/>", method)).toBe(204);
    expect(await store.feeds.get(FEED_ID)).toMatchObject({ nextPollAt: wire.now(), requests: 1 });
  });

  it.each([
    ["no signature", () => ({})],
    ["another secret's signature", () => ({ "x-hub-signature": sign("<rss/>", "guessed") })],
    ["another body's signature", (secret: string) => ({ "x-hub-signature": sign("<rss></rss>", secret) })],
    ["a cut signature", (secret: string) => ({ "x-hub-signature": sign("<rss/>", secret).slice(0, -2) })],
    ["an unknown method", (secret: string) => ({ "x-hub-signature": sign("<rss/>", secret, "md5") })],
  ])("with %s is answered like any other, and does nothing", async (_fact, headersFor) => {
    const { hub, store, ...wire } = await openSubscribed();
    const before = await store.feeds.get(FEED_ID);
    const { callback, secret } = hub.last();
    const answer = await fetch(callback, { method: "POST", headers: headersFor(secret), body: "<rss/>" });
    expect(answer.status).toBe(204);
    expect(await store.feeds.get(FEED_ID)).toEqual(before);
    expect(await wire.subscription()).toMatchObject({ pushedAt: null });
  });

  it("for nobody is told so", async () => {
    const { hub, publicUrl } = await openSubscribed();
    const headers = { "x-hub-signature": sign("x", hub.last().secret) };
    const answer = await fetch(`${publicUrl}/hooks/websub/nobody`, { method: "POST", headers, body: "x" });
    expect(answer.status).toBe(410);
  });

  it("of 30 MB is refused, and does nothing, though it is signed", async () => {
    const { hub, store, ...wire } = await openSubscribed();
    const before = await store.feeds.get(FEED_ID);
    // The connection may break before the answer is read, while the rest is still being sent.
    expect([413, 0]).toContain(await hub.push(new Uint8Array(30_000_000)).catch(() => 0));
    expect(await wire.metrics()).toContain('wirewatch_websub_pushes_total{outcome="too-large"} 1');
    expect(await store.feeds.get(FEED_ID)).toEqual(before);
    expect(await hub.push("<rss/>")).toBe(204);
  });

  it("of 19 MB in pieces is taken", async () => {
    const { hub } = await openSubscribed();
    expect(await hub.push(new Uint8Array(19_000_000))).toBe(204);
  });

  it("that comes again and again makes no feed be asked more often", async () => {
    const { hub, ...wire } = await openSubscribed();
    const before = wire.polls.length;
    for (let second = 0; second < 180; second += 5) {
      for (let copy = 0; copy < 3; copy += 1) expect(await hub.push("<rss/>")).toBe(204);
      await wire.beat();
      wire.wait(5000);
    }
    const gaps = wire.polls.slice(before).map((at, index, all) => at - (all[index - 1] ?? -Infinity));
    expect(gaps.length).toBeGreaterThan(1);
    expect(gaps.length).toBeLessThanOrEqual(3);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MINUTE);
  });

  it("during a poll is answered by another one, a minute after that began", async () => {
    // So many that none of them is about to scroll away, even when two come within a minute.
    const old = manyItems(50);
    const { hub, ...wire } = await openSubscribed({}, old);
    wire.wait(HOUR);
    wire.show(["b", ...old]);
    wire.duringPoll(async () => {
      wire.show(["c", "b", ...old]);
      await hub.push("<rss/>");
    });
    await wire.beat();
    expect(wire.items.slice(old.length)).toEqual(["b"]);
    expect(await wire.nextPollIn()).toBe(MINUTE);
    wire.wait(MINUTE);
    await wire.beat();
    expect(wire.items.slice(old.length)).toEqual(["b", "c"]);
    expect(await wire.nextPollIn()).toBeGreaterThan(MINUTE);
  });

  it("does not go before the time for which the feed's server asked", async () => {
    const { hub, server, ...wire } = await openSubscribed();
    wire.wait(HOUR);
    server.on("/wire.rss", (response) => response.writeHead(503, { "retry-after": "3600" }).end());
    await wire.beat();
    await hub.push("<rss/>");
    expect(await wire.nextPollIn()).toBe(HOUR);
  });

  it("that was committed but not answered is not lost", async () => {
    const { hub, store, storeUrl, ...wire } = await openSubscribed();
    const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
    const killed: Pick<Store, "subscriptions" | "underLock"> = {
      subscriptions: store.subscriptions,
      underLock: async (lock, work) => {
        await store.underLock(lock, work);
        commit();
        return new Promise(() => {});
      },
    };
    wire.answerFrom(killed);
    const answered = hub.push("<rss/>").catch(() => 0);
    await committed;
    const log = createLogger("silent");
    const peer = await openStore({ url: storeUrl, sync: "normal", migrate: false, now: wire.now, log });
    expect(await peer.feeds.claimDue({ now: wire.now(), claimMs: 0, limit: 10, perHost: 10 })).toMatchObject([
      { feedId: FEED_ID },
    ]);
    await peer.close();
    wire.answerFrom(store);
    expect(await hub.push("<rss/>")).toBe(204);
    await wire.beat();
    expect(wire.polls.at(-1)).toBe(2 * MINUTE);
    await wire.close();
    rig = undefined;
    expect(await answered).toBe(0);
  });
});

describe("a subscription that nobody wants any more", () => {
  it.each([
    ["its feed is removed", (wire: WebsubRig) => wire.configure([])],
    [
      "its feed is paused",
      ({ store, now }: WebsubRig) =>
        store.feeds.pause({ feedId: FEED_ID, until: now() + DAY, at: now(), author: "desk", comment: "strike" }),
    ],
  ])("ends at its hub when %s", async (_fact, change) => {
    const wire = await openSubscribed();
    const { hub } = wire;
    await change(wire);
    await wire.beat();
    expect(hub.requests).toMatchObject([{ mode: "subscribe" }, { mode: "unsubscribe", secret: "" }]);
    expect(hub.requests[1]?.callback).toBe(hub.requests[0]?.callback);
    expect(await hub.push("<rss/>")).toBe(410);
    expect(await hub.confirm({ mode: "subscribe" })).toMatchObject({ status: 404 });
    expect(await hub.confirm()).toEqual({ status: 200, text: CHALLENGE });
    expect(await hub.confirm()).toMatchObject({ status: 404 });
    wire.wait(HOUR);
    await wire.beat();
    expect(hub.requests).toHaveLength(2);
  });

  it("ends when the feed names another hub, and that one is asked", async () => {
    const { hub, ...wire } = await openSubscribed();
    wire.show(["new", "old"], [hub.url("/other")]);
    wire.wait(DAY);
    for (let beats = 0; beats < 3; beats += 1) await wire.beat();
    const asked = hub.requests.slice(1).map(({ path, mode }) => `${mode} ${path}`);
    expect(asked.toSorted()).toEqual(["subscribe /other", "unsubscribe /hub"]);
    expect(await wire.subscription()).toMatchObject({ state: "pending", hub: hub.url("/other") });
  });

  it("ends when there is no public address any more, and starts anew with another", async () => {
    const { hub, publicUrl, ...wire } = await openSubscribed();
    await wire.beat(null);
    expect(hub.last()).toMatchObject({ mode: "unsubscribe" });
    await hub.confirm();
    await wire.beat("https://elsewhere.example");
    expect(hub.last()).toMatchObject({ mode: "subscribe" });
    expect(hub.last().callback).toMatch(/^https:\/\/elsewhere\.example\/hooks\/websub\//);
    expect(publicUrl).not.toContain("elsewhere");
  });

  it("is forgotten after four requests that its hub did not confirm", async () => {
    const { hub, store, ...wire } = await openSubscribed();
    await wire.configure([]);
    await wire.beatFor(3 * HOUR);
    expect(hub.requests.filter(({ mode }) => mode === "unsubscribe")).toHaveLength(4);
    expect(await store.subscriptions.listDue(wire.now() + 365 * DAY)).toEqual([]);
  });

  it("needs no end where it was never confirmed", async () => {
    const { hub, ...wire } = await open();
    await wire.beat();
    await wire.beat();
    await wire.configure([]);
    await wire.beat();
    expect(hub.requests).toHaveLength(1);
    expect((await hub.confirm()).status).toBe(404);
  });
});

describe("the secrets of a subscription", () => {
  it("stand in no log, metric or list, even where a hub repeats what it was told", async () => {
    const { hub, store, ...wire } = await open();
    hub.answerWith({ status: 400, body: ({ secret, callback }) => `bad: ${callback} ${secret}` });
    await wire.beat();
    await wire.beat();
    wire.wait(2 * DAY);
    await wire.beat();
    await wire.beat();
    await hub.deny(`${hub.last().callback} ${hub.last().secret}`);
    const [line, row] = [await wire.subscription(), await store.subscriptions.findByFeed(FEED_ID)];
    const told = [wire.log(), await wire.metrics(), JSON.stringify(line), JSON.stringify(row)].join("\n");
    expect(told).toContain("the hub denied it");
    for (const { secret, callback } of hub.requests) {
      expect(told).not.toContain(secret);
      expect(told).not.toContain(callback.slice(-43));
    }
  });
});

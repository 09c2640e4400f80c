import { expect, it } from "vitest";
import type { StoreQueries } from "../../src/store/store.ts";
import { describeStore } from "../support/store/describe-store.ts";
import { newDelivery } from "../support/store/store-builders.ts";

describeStore("work under a lock", (given) => {
  it("commits all or nothing", async () => {
    const { store, channelId } = given();
    const key = `alert|x|${channelId}`;
    async function work(queries: StoreQueries): Promise<void> {
      await queries.deliveries.add(newDelivery(key, { channelId }));
      await queries.stories.create(1);
      throw new Error("power cut");
    }
    await expect(store.underLock("decide", work)).rejects.toThrow("power cut");
    expect(await store.deliveries.findByKey(key)).toBeUndefined();
    await store.underLock("decide", (queries) => queries.deliveries.add(newDelivery(key, { channelId })));
    expect(await store.deliveries.findByKey(key)).toMatchObject({ key });
  });

  it("lets one work at a time, in the order of asking", async () => {
    const { store } = given();
    const order: string[] = [];
    await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        store.underLock("decide", async (queries) => {
          order.push(`begin ${at}`);
          await queries.items.countUnmatched();
          await queries.items.countUnmatched();
          order.push(`end ${at}`);
        }),
      ),
    );
    expect(order).toEqual(Array.from({ length: 30 }, (_, at) => [`begin ${at}`, `end ${at}`]).flat());
  });

  it("keeps two processes apart: read, then write, loses no update", async () => {
    const { store, peer, channelId } = given();
    async function countMine(queries: Pick<StoreQueries, "deliveries">): Promise<number> {
      const rows = await queries.deliveries.list({ kind: "summary", limit: 1000 });
      return rows.filter((row) => row.channelId === channelId).length;
    }
    async function increment(queries: StoreQueries): Promise<void> {
      const key = `${channelId}|${await countMine(queries)}`;
      await queries.deliveries.add(newDelivery(key, { channelId, kind: "summary" }));
    }
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? store : peer).underLock("decide", increment)),
    );
    expect(await countMine(store)).toBe(20);
  });

  it("is not joined by queries from outside, and does not block them for ever", async () => {
    const { store, channelId } = given();
    const key = `${channelId}|outside`;
    const begun = Promise.withResolvers<void>();
    const proceed = Promise.withResolvers<void>();
    const failing = store.underLock("decide", async (queries) => {
      await queries.stories.create(1);
      begun.resolve();
      await proceed.promise;
      throw new Error("undone");
    });
    await begun.promise;
    const outside = store.deliveries.add(newDelivery(key, { channelId }));
    proceed.resolve();
    await expect(failing).rejects.toThrow("undone");
    expect(await outside).toMatchObject({ added: true });
    expect(await store.deliveries.findByKey(key)).toMatchObject({ key });
  });
});

describeStore("configurations", (given) => {
  it("keeps every configuration by its hash, however often and by whom it is loaded", async () => {
    const { store, peer } = given();
    await Promise.all([
      store.configs.activate("h1", "one", 10),
      peer.configs.activate("h2", "two", 20),
      store.configs.activate("h3", "three", 30),
    ]);
    await store.configs.activate("h2", "two", 35);
    await store.configs.activate("h1", "one", 40);
    expect(await peer.configs.active()).toEqual({ hash: "h1", since: 40 });
    await peer.configs.activate("h1", "one, written by a newer version", 50);
    expect(await peer.configs.active()).toEqual({ hash: "h1", since: 40 });
    expect(await peer.configs.get("h1")).toBe("one, written by a newer version");
    expect(await peer.configs.get("h2")).toBe("two");
    expect(await store.configs.get("none")).toBeUndefined();
  });

  it("forgets former ones by when they were last activated, and never the active one", async () => {
    const { store } = given();
    for (const [index, hash] of ["p1", "p2", "p3", "p4"].entries()) {
      await store.configs.activate(hash, hash, 1000 + index);
    }
    await store.configs.activate("p1", "p1", 1004);
    await store.retention.removeConfigs(1003, 100);
    const kept = await Promise.all(["p1", "p2", "p3", "p4"].map((hash) => store.configs.get(hash)));
    expect(kept).toEqual(["p1", undefined, undefined, "p4"]);
    await store.retention.removeConfigs(2000, 100);
    expect(await store.configs.get("p1")).toBe("p1");
    expect(await store.configs.get("p4")).toBeUndefined();
  });
});

describeStore("a connection", (given) => {
  it("answers a ping", async () => {
    const { store, dialect } = given();
    expect(await store.ping()).toBe(true);
    expect(store.dialect).toBe(dialect);
  });
});

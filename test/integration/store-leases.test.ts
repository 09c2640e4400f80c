import { expect, it } from "vitest";
import { describeStore } from "../support/store/describe-store.ts";
import { readItem } from "../support/store/store-builders.ts";

describeStore("leases", (given) => {
  it("have one owner, who may renew, and pass on when they expire or are given back", async () => {
    const { store, peer, channelId, leaseOf } = given();
    const first = await leaseOf("a");
    expect(await peer.leases.acquire(`channel:${channelId}`, "b", 1000)).toBeUndefined();
    expect(await leaseOf("a", -1)).toMatchObject({ owner: "a", fencing: first.fencing });
    expect(await leaseOf("b")).toMatchObject({ owner: "b", fencing: 2 });
    await store.leases.release(first);
    expect(await store.leases.acquire(`channel:${channelId}`, "a", 1000)).toBeUndefined();
    await store.leases.release(await leaseOf("b"));
    expect(await leaseOf("a")).toMatchObject({ owner: "a", fencing: 3 });
  });

  it("go to one of those who ask at the same time", async () => {
    const { store, peer, channelId } = given();
    const owners = ["a", "b", "c", "d"];
    const leases = await Promise.all(
      owners.map((owner, at) => (at % 2 === 0 ? store : peer).leases.acquire(`race:${channelId}`, owner, 60_000)),
    );
    expect(leases.filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  it("are all free after a restart of the only process, with numbers that go on", async () => {
    const { store, leaseOf } = given();
    const before = await leaseOf("dead");
    await store.leases.clear();
    const after = await leaseOf("alive");
    expect(after.fencing).toBe(before.fencing + 1);
  });

  it("end with the claims of the dead process when the only process starts again", async () => {
    const { store, nth, feedId, storeItem } = given();
    const now = nth * 1_000_000;
    const item = await storeItem(readItem("claimed"), 2000);
    await store.feeds.claimDue({ now, claimMs: 10 * now, limit: 100_000, perHost: 1 });
    await store.items.claimUnmatched(now, 10 * now, 100_000);
    await store.leases.clear();
    expect(
      (await store.feeds.claimDue({ now, claimMs: 1, limit: 100_000, perHost: 1 })).map((state) => state.feedId),
    ).toContain(feedId);
    expect(await store.items.claimUnmatched(now, 1, 100_000)).toContain(item);
  });
});

describeStore("hosts", (given) => {
  it("that want no requests are known to every process until their longest pause is over", async () => {
    const { store, peer, clock, feedId } = given();
    const host = `${feedId}.example`;
    expect(await store.hosts.pausedUntil(host)).toBeNull();
    await store.hosts.pause(host, clock.now + 60_000);
    await peer.hosts.pause(host, clock.now + 10_000);
    expect(await peer.hosts.pausedUntil(host)).toBe(clock.now + 60_000);
    await store.leases.clear();
    expect(await store.hosts.pausedUntil(host)).toBe(clock.now + 60_000);
    clock.now += 60_000;
    expect(await peer.hosts.pausedUntil(host)).toBeNull();
    await peer.hosts.pause(host, clock.now + 5000);
    expect(await store.hosts.pausedUntil(host)).toBe(clock.now + 5000);
  });
});

describeStore("rates of channels", (given) => {
  it("are known to every process, as is until when a channel is left alone", async () => {
    const { store, peer, channelId } = given();
    expect(await store.rates.get(channelId)).toBeUndefined();
    await store.rates.pause(channelId, 5000);
    expect(await peer.rates.get(channelId)).toEqual({ tokens: null, at: 0, notBefore: 5000 });
    await peer.rates.put(channelId, { tokens: 2.5, at: 1000 });
    expect(await store.rates.get(channelId)).toEqual({ tokens: 2.5, at: 1000, notBefore: 5000 });
    await store.rates.pause(channelId, 4000);
    expect(await store.rates.get(channelId)).toEqual({ tokens: 2.5, at: 1000, notBefore: 4000 });
  });

  it("keep a channel that is left alone out of those with work", async () => {
    const { store, channelId, pendingDelivery } = given();
    await pendingDelivery("a");
    expect(await store.deliveries.listChannelsWithWork(5000)).toContain(channelId);
    await store.rates.pause(channelId, 6000);
    expect(await store.deliveries.listChannelsWithWork(5000)).not.toContain(channelId);
    expect(await store.deliveries.listChannelsWithWork(6000)).toContain(channelId);
  });
});

import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import type { ReadItem } from "../../../src/core/vocabulary.ts";
import type { MatchRow } from "../../../src/store/match-rows.ts";
import type { Lease } from "../../../src/store/operation-rows.ts";
import type { Store } from "../../../src/store/store.ts";
import { openTestStore, type TestStore } from "./open-test-store.ts";
import { feed, newDelivery, newMatch, readItem } from "./store-builders.ts";

/** What a fact about the store starts from. Facts of a subject share a database: their ids are their own. */
interface Given {
  store: Store;
  /** Another process's view where the database serves many; the same store where it serves one. */
  peer: Store;
  dialect: "sqlite" | "postgres";
  /** The store's; 1000 at the beginning. */
  clock: { now: number };
  /** Number of the fact. */
  nth: number;
  /** A feed that is configured, alone. */
  feedId: string;
  channelId: string;
  storeItem: (read: ReadItem, now?: number) => Promise<string>;
  /** A match of a new item in a story of its own. */
  storeMatch: (identity: string, changed?: Partial<MatchRow>) => Promise<string>;
  /** The lease of the channel. */
  leaseOf: (owner: string, ttlMs?: number, asked?: Store) => Promise<Lease>;
  pendingDelivery: (key: string) => Promise<string>;
}

function givenOf({ store, peer }: TestStore, dialect: Given["dialect"], clock: Given["clock"], nth: number): Given {
  const feedId = `feed-${nth}`;
  const channelId = `channel-${nth}`;

  async function storeItem(read: ReadItem, now = 1000): Promise<string> {
    const { added } = await store.items.addRead(feedId, [read], now);
    const [itemId] = added;
    if (itemId === undefined) throw new Error("the item was known");
    return itemId;
  }

  return {
    store,
    peer,
    dialect,
    clock,
    nth,
    feedId,
    channelId,
    storeItem,
    async storeMatch(identity, changed = {}) {
      const itemId = await storeItem(readItem(identity));
      const storyId = await store.stories.create(1000);
      const { id } = await store.matches.add(newMatch({ itemId, storyId, ...changed }));
      return id;
    },
    async leaseOf(owner, ttlMs = 60_000, asked = store) {
      const lease = await asked.leases.acquire(`channel:${channelId}`, owner, ttlMs);
      if (lease === undefined) throw new Error("somebody else holds the lease");
      return lease;
    },
    async pendingDelivery(key) {
      const { id } = await store.deliveries.add(newDelivery(`${channelId}|${key}`, { channelId }));
      return id;
    },
  };
}

/** Facts that hold on every database; `given` is what the present one starts from. */
export function describeStore(subject: string, facts: (given: () => Given) => void): void {
  describe.each(["sqlite", "postgres"] as const)(`the store on %s: ${subject}`, (dialect) => {
    const clock = { now: 1000 };
    let opened: TestStore;
    let present: Given;
    let nth = 0;
    beforeAll(async () => {
      opened = await openTestStore(dialect, () => clock.now);
    });
    afterAll(() => opened.remove());
    beforeEach(async () => {
      nth += 1;
      clock.now = 1000;
      present = givenOf(opened, dialect, clock, nth);
      await opened.store.feeds.sync([feed(present.feedId)], () => 0);
    });
    facts(() => present);
  });
}

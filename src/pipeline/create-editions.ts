import type { Clock } from "../core/clock.ts";
import { decideEdition } from "../decide/edition.ts";
import type { ChannelPlan } from "../decide/options.ts";
import type { EditionRow } from "../store/match-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";

export interface EditionDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
}

/**
 * Creates the editions that are due: numbered, with every waiting entry of the channel, and one delivery a recipient,
 * in one transaction. Another process or a restart finds them there and creates nothing.
 * @returns how many were created
 */
export async function createDueEditions({ store, plan, now }: EditionDeps): Promise<number> {
  let created = 0;
  for (const channel of plan().channels.values()) {
    if (channel.digest === null) continue;
    const decision = decideEdition(channel, await store.editions.latest(channel.id), now());
    switch (decision.kind) {
      case "wait":
        break;
      case "open":
        await openChannel(store, channel.id, now());
        break;
      case "create":
        created += await createEdition(store, { channel, ...decision, now: now() });
        break;
    }
  }
  return created;
}

/** An untold window of no length: from when the channel collects. */
async function openChannel(store: Store, channelId: string, now: number): Promise<void> {
  await store.editions.skip({ channelId, scheduledFor: now, fromAt: now, toAt: now, createdAt: now });
}

interface DueEdition {
  channel: ChannelPlan;
  scheduledFor: number;
  fromAt: number;
  now: number;
}

function createEdition(store: Store, { channel, scheduledFor, fromAt, now }: DueEdition): Promise<number> {
  const window = { channelId: channel.id, scheduledFor, fromAt, toAt: now, createdAt: now };
  return store.underLock("editions", async (queries) => {
    if (channel.digest?.empty === "skip" && (await queries.editions.countWaiting(channel.id)) === 0) {
      await queries.editions.skip(window);
      return 0;
    }
    const edition = await queries.editions.create(window);
    if (edition === undefined) return 0;
    await addDeliveries(queries, channel, edition);
    return 1;
  });
}

async function addDeliveries(queries: StoreQueries, channel: ChannelPlan, edition: EditionRow): Promise<void> {
  const recipients = channel.recipients.length === 0 ? [null] : channel.recipients;
  for (const recipient of recipients) {
    await queries.deliveries.add({
      key: `digest|${channel.id}|${edition.number}|${recipient ?? "all"}`,
      kind: "digest",
      channelId: channel.id,
      storyId: null,
      editionId: edition.id,
      incidentId: null,
      recipient,
      payload: null,
      severity: "normal",
      createdAt: edition.createdAt,
      dueAt: edition.createdAt,
    });
  }
}

import type { Clock } from "../core/clock.ts";
import { decideEdition } from "../decide/edition.ts";
import type { ChannelPlan } from "../decide/options.ts";
import type { EditionRow } from "../store/match-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import { throwFailures } from "./throw-failures.ts";

type NewEdition = Omit<EditionRow, "id" | "number">;

export interface EditionDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
}

/**
 * Creates the editions that are due: numbered, with every waiting entry of the channel, and one delivery a recipient,
 * in one transaction. Another process or a restart finds them there and creates nothing. A channel that fails keeps no
 * other from its edition.
 * @returns how many were created
 * @throws what failed, after all channels had their turn
 */
export async function createDueEditions(deps: EditionDeps): Promise<number> {
  let created = 0;
  const failures: unknown[] = [];
  for (const channel of deps.plan().channels.values())
    try {
      if (await createDueEdition(deps, channel)) created += 1;
    } catch (error) {
      failures.push(error);
    }
  throwFailures(failures, "editions");
  return created;
}

/** Decides once more under the lock: another process may have made the edition while this one waited for it. */
async function createDueEdition({ store, now }: EditionDeps, channel: ChannelPlan): Promise<boolean> {
  const asked = now();
  const outside = decideEdition(channel, await store.editions.latest(channel.id, asked), asked);
  if (outside.kind === "wait") return false;
  return store.underLock("editions", async (queries) => {
    const at = now();
    const decision = decideEdition(channel, await queries.editions.latest(channel.id, at), at);
    const window = { channelId: channel.id, toAt: at, createdAt: at };
    switch (decision.kind) {
      case "wait":
        return false;
      case "open":
        // An untold window of no length: from when the channel collects.
        await queries.editions.skip({ ...window, scheduledFor: at, fromAt: at });
        return false;
      case "create":
        return createEdition(queries, channel, {
          ...window,
          scheduledFor: decision.scheduledFor,
          fromAt: decision.fromAt,
        });
    }
  });
}

async function createEdition(queries: StoreQueries, channel: ChannelPlan, window: NewEdition): Promise<boolean> {
  if (channel.digest?.empty === "skip" && (await queries.editions.countWaiting(channel.id)) === 0) {
    await queries.editions.skip(window);
    return false;
  }
  const edition = await queries.editions.create(window);
  if (edition === undefined) return false;
  await addDeliveries(queries, channel, edition);
  return true;
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

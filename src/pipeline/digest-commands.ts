import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import type { Store } from "../store/store.ts";

export const SendEdition = z.strictObject({
  kind: z.literal("send-edition"),
  channelId: z.string(),
  number: z.int(),
  /** One plain address. */
  to: z.string().min(1),
});

export const EditionQueued = z.object({ kind: z.literal("edition-queued"), deliveryId: z.string() });
export const UnknownEdition = z.object({
  kind: z.literal("unknown-edition"),
  /** The channel's latest one; 0: it has none. */
  latest: z.number(),
});

/** Puts one more delivery of an edition into the ledger, for one address; neither edition nor schedule is touched. */
export async function sendEdition(
  { store, now }: { store: Pick<Store, "editions" | "deliveries">; now: Clock },
  { channelId, number, to }: z.infer<typeof SendEdition>,
): Promise<z.infer<typeof EditionQueued> | z.infer<typeof UnknownEdition>> {
  const edition = await store.editions.find(channelId, number);
  if (edition === undefined) return { kind: "unknown-edition", latest: await store.editions.lastNumber(channelId) };
  const at = now();
  const { id } = await store.deliveries.add({
    key: `digest|${channelId}|${number}|${to}|again-${at}`,
    kind: "digest",
    channelId,
    storyId: null,
    editionId: edition.id,
    incidentId: null,
    recipient: to,
    payload: null,
    severity: "normal",
    createdAt: at,
    dueAt: at,
  });
  return { kind: "edition-queued", deliveryId: id };
}

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

export const ResumeDigest = z.strictObject({
  kind: z.literal("resume-digest"),
  channelId: z.string(),
  address: z.string(),
});

export const DigestResumed = z.object({ kind: z.literal("digest-resumed"), wasSuppressed: z.boolean() });
export const Unsubscribed = z.object({ kind: z.literal("unsubscribed"), since: z.number() });
export const EditionQueued = z.object({ kind: z.literal("edition-queued"), deliveryId: z.string() });
export const UnknownEdition = z.object({
  kind: z.literal("unknown-edition"),
  /** The channel's latest one; 0: it has none. */
  latest: z.number(),
});

/** Puts one more delivery of an edition into the ledger, for one address; neither edition nor schedule is touched. */
export async function sendEdition(
  { store, now }: { store: Pick<Store, "editions" | "deliveries" | "suppressions">; now: Clock },
  { channelId, number, to }: z.infer<typeof SendEdition>,
): Promise<z.infer<typeof EditionQueued> | z.infer<typeof UnknownEdition> | z.infer<typeof Unsubscribed>> {
  const suppression = await store.suppressions.find(channelId, to);
  if (suppression !== undefined) return { kind: "unsubscribed", since: suppression.suppressedAt };
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

/** An address that has unsubscribed gets the channel's editions again, from the next one on. */
export async function resumeDigest(
  { store }: { store: Pick<Store, "suppressions"> },
  { channelId, address }: z.infer<typeof ResumeDigest>,
): Promise<z.infer<typeof DigestResumed>> {
  return { kind: "digest-resumed", wasSuppressed: await store.suppressions.lift(channelId, address) };
}

import type { Clock } from "../core/clock.ts";
import { CLAIM_PATH } from "../core/token-paths.ts";
import { cleanLine } from "../notify/clean-text.ts";
import type { AlertMessage } from "../notify/message.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { Store } from "../store/store.ts";
import { buildAlert } from "./build-message.ts";
import { claimStory } from "./claim-story.ts";
import { describeClaimable, type ClaimableAlert } from "./describe-claimable.ts";
import type { Plan } from "./plan.ts";

const LONGEST_NAME = 80;
/** A character that can be seen; the empty Braille pattern is one to Unicode alone. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What the addresses `/claim/<token>` show and do. */
export interface ClaimLinks {
  /** The alert whose token it is, as it reads by now; undefined: nobody's. Changes nothing. */
  find(token: string): Promise<ClaimableAlert | undefined>;
  /** Claims its story, unless somebody was first; undefined: it is nobody's token. */
  claim(token: string, author: string): Promise<LinkAnswer | undefined>;
}

/** `claimed`: by this name, now or before. */
export interface LinkAnswer {
  kind: "claimed" | "already-claimed" | "no-name";
  alert: ClaimableAlert;
}

/** The only messages whose links claim a story. */
type AlertDelivery = DeliveryRow & { storyId: string };

export interface ClaimLinksDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
}

/** Claiming by the link of a message: who has the link has the message, and whoever got it may take its story. */
export function createClaimLinks(deps: ClaimLinksDeps): ClaimLinks {
  async function show(alert: AlertDelivery): Promise<ClaimableAlert> {
    const { store, plan } = deps;
    return describeClaimable({
      message: await buildAlert(store, alert),
      claim: (await store.claims.find(alert.storyId)) ?? null,
      escalations: await store.claims.listEscalations(alert.storyId),
      timezone: plan().channels.get(alert.channelId)?.timezone ?? "UTC",
    });
  }
  return {
    async find(token) {
      const alert = await findAlert(deps, token);
      return alert && show(alert);
    },
    async claim(token, author) {
      const alert = await findAlert(deps, token);
      if (alert === undefined) return undefined;
      const name = cleanLine(author, LONGEST_NAME);
      if (!VISIBLE.test(name)) return { kind: "no-name", alert: await show(alert) };
      const { kind } = await claimStory(deps, { storyId: alert.storyId, author: name });
      return kind === "unknown-story" ? undefined : { kind, alert: await show(alert) };
    },
  };
}

async function findAlert({ store }: ClaimLinksDeps, token: string): Promise<AlertDelivery | undefined> {
  const deliveryId = await store.claims.findByToken(token);
  const delivery = deliveryId === undefined ? undefined : await store.deliveries.get(deliveryId);
  if (delivery === undefined || !isAlert(delivery)) return undefined;
  // The ledger may keep an alert for longer than the reports that it told.
  return (await store.deliveries.listMatches(delivery.id)).length > 0 ? delivery : undefined;
}

function isAlert(delivery: DeliveryRow): delivery is AlertDelivery {
  return delivery.kind === "alert" && delivery.storyId !== null;
}

/**
 * The alert with the address on which its story is claimed. Without one it stays where nobody can reach this server, and
 * where a claim makes no difference, since nobody else is told of a story that is not claimed.
 */
export async function offerClaim(
  { store, plan }: { store: Pick<Store, "claims">; plan: Pick<Plan, "publicUrl"> },
  message: AlertMessage,
  { alertId, storyId }: { alertId: string; storyId: string | null },
): Promise<AlertMessage> {
  const { publicUrl } = plan;
  if (publicUrl === undefined || storyId === null) return message;
  if ((await store.claims.listEscalations(storyId)).length === 0) return message;
  return { ...message, claimUrl: `${publicUrl}${CLAIM_PATH}${await store.claims.tokenOf(alertId)}` };
}

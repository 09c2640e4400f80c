import type { Clock } from "../core/clock.ts";
import { UNSUBSCRIBE_PATH } from "../core/token-paths.ts";
import type { Store } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import { tellOperators } from "./tell-operators.ts";

/** Who gets what: one address and the digest of one channel. */
interface Subscriber {
  channelId: string;
  recipient: string;
}

/** What the addresses `/u/<token>` do. */
export interface Unsubscribe {
  /** Whose token it is; undefined: nobody's. Changes nothing. */
  find(token: string): Promise<Subscriber | undefined>;
  /** Ends the digest for whose token it is, once; undefined: nobody's. */
  end(token: string): Promise<Subscriber | undefined>;
}

export interface UnsubscribeDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
}

/** Unsubscribing by a mail's link: a row that sending asks for, and a notice to operators. */
export function createUnsubscribe({ store, plan, now }: UnsubscribeDeps): Unsubscribe {
  return {
    find: (token) => store.suppressions.findByToken(token),
    async end(token) {
      const subscriber = await store.suppressions.findByToken(token);
      if (subscriber === undefined) return undefined;
      const { channelId, recipient } = subscriber;
      await store.underLock("incidents", async (queries) => {
        const suppressedAt = now();
        const isNew = await queries.suppressions.suppress({ channelId, recipient, suppressedAt, suppressedBy: "link" });
        if (!isNew) return;
        const subject = { id: `${channelId}-${recipient}-${suppressedAt}`, phase: "unsubscribed", incidentId: null };
        await tellOperators({ queries, plan: plan(), now: suppressedAt }, subject, {
          kind: "notice",
          level: "notice",
          title: `${recipient} has unsubscribed from the digest of channel ${channelId}`,
          lines: [],
          remedy: `Take the address out of email.to. If it was a mistake: wirewatch digest resume ${channelId} ${recipient}`,
        });
      });
      return subscriber;
    },
  };
}

/** The address that ends a digest for one recipient; undefined: nobody can reach this server, or it is for all of a channel. */
export async function unsubscribeUrl(
  { store, plan }: { store: Pick<Store, "suppressions">; plan: Pick<Plan, "publicUrl"> },
  { channelId, recipient }: { channelId: string; recipient: string | null },
): Promise<string | undefined> {
  const { publicUrl } = plan;
  if (publicUrl === undefined || recipient === null) return undefined;
  return `${publicUrl}${UNSUBSCRIBE_PATH}${await store.suppressions.tokenOf(channelId, recipient)}`;
}

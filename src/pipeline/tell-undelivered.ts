import type { RecipientOutcome, SendOutcome } from "../notify/channel.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import { nameDelivery } from "./delivery-title.ts";
import { tellOperators, type Telling } from "./tell-operators.ts";

/** Reports that a page about a message names. */
const MOST_NAMED = 10;

interface TellingAll extends Telling {
  queries: StoreQueries;
}

/** Tells operators of a message that nobody will get any more (`failed`), or somebody, in the transaction of its attempt. */
export function tellUndelivered(
  telling: TellingAll,
  delivery: DeliveryRow,
  { outcome, failed }: { outcome: SendOutcome; failed: boolean },
): Promise<void> {
  return failed && outcome.kind !== "sent"
    ? tellFailed(telling, delivery, outcome.detail)
    : tellRefused(telling, delivery, outcome.recipients);
}

/** A mail that others get is no failure; that somebody will never get it must not stay unsaid. */
async function tellRefused(
  telling: TellingAll,
  delivery: DeliveryRow,
  recipients: readonly RecipientOutcome[],
): Promise<void> {
  const refused = recipients.filter(({ kind }) => kind === "rejected");
  const earlier = delivery.refused.length;
  await tellOperators(
    telling,
    { id: delivery.id, phase: earlier === 0 ? "refused" : `refused-after-${earlier}`, incidentId: null },
    {
      kind: "notice",
      level: "notice",
      title: `A message for channel ${delivery.channelId} was refused for some of its recipients`,
      lines: [
        await nameDelivery(telling.queries, delivery),
        ...refused.map(({ recipient, detail }) => `${recipient}: ${detail}`),
      ],
      remedy: "It is not tried again there, and the others get it. Correct or remove the addresses under email.to.",
    },
  );
}

/** What else an alert or a summary would have told. */
async function listMore({ deliveries }: StoreQueries, { id, kind }: DeliveryRow): Promise<readonly string[]> {
  if (kind !== "alert" && kind !== "roundup") return [];
  const headlines = [...new Set((await deliveries.listMatches(id)).map(({ item }) => item.title))];
  const rest = kind === "alert" ? headlines.slice(1) : headlines;
  const shown = rest.slice(0, MOST_NAMED);
  return rest.length > shown.length ? [...shown, `and ${rest.length - shown.length} more`] : shown;
}

/** Somebody is woken for an alert that nobody got; what else failed can wait until somebody looks. */
const WAKING: ReadonlySet<DeliveryRow["kind"]> = new Set(["alert", "roundup"]);

async function tellFailed(telling: TellingAll, delivery: DeliveryRow, detail: string): Promise<void> {
  await tellOperators(
    telling,
    { id: delivery.id, phase: "failed", incidentId: null },
    {
      kind: "notice",
      level: WAKING.has(delivery.kind) ? "page" : "notice",
      title: `A message for channel ${delivery.channelId} could not be delivered`,
      lines: [await nameDelivery(telling.queries, delivery), ...(await listMore(telling.queries, delivery)), detail],
      remedy: `It is kept as failed. \`wirewatch deliveries retry ${delivery.id}\` sends it again, once its cause is mended.`,
    },
  );
}

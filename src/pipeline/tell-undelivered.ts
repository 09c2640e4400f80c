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

/** Tells operators of a message that somebody will never get, in the transaction that ends its attempt. */
export function tellUndelivered(telling: TellingAll, delivery: DeliveryRow, outcome: SendOutcome): Promise<void> {
  return outcome.kind === "sent"
    ? tellRefused(telling, delivery, outcome.recipients)
    : tellFailed(telling, delivery, outcome.detail);
}

/** A mail that others got counts as sent; that somebody will never get it must not stay unsaid. */
async function tellRefused(
  telling: TellingAll,
  delivery: DeliveryRow,
  recipients: readonly RecipientOutcome[],
): Promise<void> {
  const refused = recipients.filter(({ kind }) => kind === "rejected");
  await tellOperators(
    telling,
    { id: delivery.id, phase: "refused", incidentId: null },
    {
      kind: "notice",
      level: "notice",
      title: `A message for channel ${delivery.channelId} was refused for some of its recipients`,
      lines: [
        await nameDelivery(telling.queries, delivery),
        ...refused.map(({ recipient, detail }) => `${recipient}: ${detail}`),
      ],
      remedy: "The others have it. Correct or remove the addresses under email.to.",
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

async function tellFailed(telling: TellingAll, delivery: DeliveryRow, detail: string): Promise<void> {
  await tellOperators(
    telling,
    { id: delivery.id, phase: "failed", incidentId: null },
    {
      kind: "notice",
      level: "page",
      title: `A message for channel ${delivery.channelId} could not be delivered`,
      lines: [await nameDelivery(telling.queries, delivery), ...(await listMore(telling.queries, delivery)), detail],
      remedy: `It is kept as failed. \`wirewatch deliveries retry ${delivery.id}\` sends it again, once its cause is mended.`,
    },
  );
}

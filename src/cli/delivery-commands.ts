import { giveCommand } from "../app/give-command.ts";
import { readDeliveries, readDelivery } from "../app/read-deliveries.ts";
import type { Config } from "../config/config.ts";
import type { DeliveryKind, DeliveryStatus } from "../core/vocabulary.ts";
import { describeDeliveries, describeDelivery } from "./describe-deliveries.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";
import { refuse } from "./refuse.ts";
import { complain, say } from "./say.ts";
import { unknownId } from "./unknown-id.ts";

interface Flags {
  config: string;
  json?: true;
}

interface ListFlags extends Flags {
  status?: DeliveryStatus;
  channel?: string;
  kind?: DeliveryKind;
  limit: number;
}

/** `wirewatch deliveries list`: the latest messages and what became of each. */
export async function listDeliveriesCommand(flags: ListFlags): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { status, channel, kind, limit } = flags;
  const lines = await readDeliveries(loaded.config, process.env, {
    limit,
    ...(status === undefined ? {} : { status }),
    ...(channel === undefined ? {} : { channelId: channel }),
    ...(kind === undefined ? {} : { kind }),
  });
  if (lines.length === 0 && channel !== undefined && !(await isKnown(loaded.config, channel)))
    return refuse(unknownId("channel", channel, loaded.config.channels));
  say(
    flags.json === true
      ? JSON.stringify(lines, null, 2)
      : describeDeliveries(lines, loaded.config.timezone, process.stdout.columns),
  );
}

/** A channel that is no longer configured may still have its messages. */
async function isKnown(config: Config, channelId: string): Promise<boolean> {
  if (config.channels.some(({ id }) => id === channelId)) return true;
  return (await readDeliveries(config, process.env, { channelId, limit: 1 })).length > 0;
}

/** `wirewatch deliveries show ID`: one message in words and every try to send it. */
export async function showDeliveryCommand(id: string, flags: Flags): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const shown = await readDelivery(loaded.config, process.env, id);
  if (shown === undefined) return refuse(unknown(id));
  say(flags.json === true ? JSON.stringify(shown, null, 2) : describeDelivery(shown, loaded.config.timezone));
}

/** `wirewatch deliveries retry ID`: tried again now; one that was sent only with `--again`. */
export async function retryDeliveryCommand(
  deliveryId: string,
  flags: Flags & { again?: true; author: string; comment?: string },
): Promise<void> {
  const { again = false, author, comment = null } = flags;
  await revise(flags, { kind: "retry-delivery", deliveryId, again, author, comment });
}

/** `wirewatch deliveries drop ID`: a message that waits is not sent. */
export async function dropDeliveryCommand(
  deliveryId: string,
  flags: Flags & { author: string; comment: string },
): Promise<void> {
  const { author, comment } = flags;
  await revise(flags, { kind: "drop-delivery", deliveryId, author, comment });
}

type Revise = typeof giveCommand<"retry-delivery" | "drop-delivery">;

async function revise(flags: Flags, command: Parameters<Revise>[2]): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const answer = await giveCommand(loaded.config, process.env, command);
  if (answer.kind !== "delivery-retried" && answer.kind !== "delivery-dropped") process.exitCode = EXIT.usage;
  if (flags.json === true) say(JSON.stringify(answer, null, 2));
  else if (process.exitCode === EXIT.usage) complain(describeAnswer(answer));
  else say(describeAnswer(answer));
}

type Answer = Awaited<ReturnType<Revise>>;
type Refused = Extract<Answer, { kind: "delivery-refused" }>;

const REFUSED_WORDS: Readonly<Record<Refused["reason"], (refused: Refused) => string>> = {
  pending: () => "it waits to be sent already: `wirewatch deliveries show` says when",
  "not-pending": () => "it does not wait to be sent: only such a message can be dropped",
  sent: () => "it was told: --again sends it once more",
  "no-such-channel": ({ channelId }) => `its channel ${channelId} is not configured any more`,
  "channel-removed": ({ channelId }) =>
    `its channel ${channelId} is not in the configuration: it is sent when that is back, and dropped when \`wirewatch deliveries show\` says`,
  "changed-meanwhile": () => "somebody else changed it at the same time: look again",
};

const UNDER_WAY = "; a try was under way, so it may arrive all the same";

function describeAnswer(answer: Answer): string {
  switch (answer.kind) {
    case "delivery-retried":
      return `${answer.deliveryId} is due now on ${answer.channelId}`;
    case "delivery-dropped":
      return `${answer.deliveryId} is dropped${answer.underWay ? UNDER_WAY : ""}`;
    case "delivery-refused":
      return `${answer.deliveryId}: ${REFUSED_WORDS[answer.reason](answer)}`;
    case "unknown-delivery":
      return unknown(answer.deliveryId);
  }
}

function unknown(id: string): string {
  return `there is no delivery with the id ${id}: \`wirewatch deliveries list\` shows them`;
}

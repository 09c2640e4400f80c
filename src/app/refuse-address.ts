import type { Config } from "../config/config.ts";
import { MailAddress } from "../notify/email/options.ts";

/** Why no edition of the channel can go to an address; null: it can. */
export function refuseAddress({ channels }: Config, channelId: string, address: string): string | null {
  const channel = channels.find(({ id }) => id === channelId);
  if (channel === undefined) return `no channel has the id ${channelId}`;
  if (channel.transport.kind !== "email") return `channel ${channelId} sends no mail, so it has no addresses`;
  const read = MailAddress.safeParse(address);
  return read.success ? null : `${address}: ${read.error.issues[0]?.message ?? "not an address"}`;
}

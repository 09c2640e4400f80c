import type { ChannelConfig } from "../config/config.ts";
import { MailAddress } from "../notify/email/options.ts";

/** Why no edition of the channel can go to an address; null: it can. */
export function refuseAddress({ id, transport }: ChannelConfig, address: string): string | null {
  if (transport.kind !== "email") return `channel ${id} sends no mail, so it has no addresses`;
  const read = MailAddress.safeParse(address);
  return read.success ? null : `${address}: ${read.error.issues[0]?.message ?? "not an address"}`;
}

import type { ChannelOptions } from "./config-schema.ts";
import { placeIn } from "./origin.ts";
import type { Entry } from "./sections.ts";
import type { Finding } from "./source.ts";

/** As Slack shows it at the end of a channel's details: public, private, direct. */
const CONVERSATION = /^[CGD][A-Z0-9]+$/;

/** Where a channel writes to: what its service would refuse, or get twice. */
export function lintAddresses(channel: Entry<ChannelOptions>): Finding[] {
  return [...lintConversation(channel), ...lintRecipients(channel)];
}

function lintConversation({ id, value: { slack }, origin }: Entry<ChannelOptions>): Finding[] {
  if (slack === undefined || "webhook" in slack || CONVERSATION.test(slack.channel)) return [];
  const place = placeIn(origin, ["slack", "channel"]);
  const message = `channel "${id}" has "${slack.channel}" as slack.channel, which is no id of a channel`;
  const remedy = "write the id at the end of the channel's details in Slack: C…, G… or D…";
  return [{ severity: "lint", code: "slack-channel-id", place, message, remedy }];
}

function lintRecipients({ id, value: { email }, origin }: Entry<ChannelOptions>): Finding[] {
  const seen = new Set<string>();
  return (email?.to ?? []).flatMap((address, index): Finding[] => {
    const name = address.toLowerCase();
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const place = placeIn(origin, ["email", "to", index]);
    const message = `channel "${id}" writes to ${address} twice`;
    return [{ severity: "lint", code: "repeated-address", place, message, remedy: "remove one of the two" }];
  });
}

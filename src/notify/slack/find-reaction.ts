import type { WebClient } from "@slack/web-api";

/**
 * Who reacted to a post first, as `Slack user U0123 (:eyes:)`; null: nobody. Needs `reactions:read`.
 * @param ref the post: channel and timestamp, `C0123/1700000000.000100`
 */
export async function findReaction(client: WebClient, ref: string): Promise<string | null> {
  const [channel = "", timestamp = ""] = ref.split("/");
  const { message } = await client.reactions.get({ channel, timestamp, full: true });
  const [first] = message?.reactions ?? [];
  const user = first?.users?.[0];
  return first === undefined || user === undefined ? null : `Slack user ${user} (:${first.name}:)`;
}

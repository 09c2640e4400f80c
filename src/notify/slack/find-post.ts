import type { WebClient } from "@slack/web-api";
import type { Confirmation, Outgoing } from "../channel.ts";
import { readRef, writeRef } from "./slack-ref.ts";

export const EVENT_TYPE = "wirewatch_delivery";
/** Slack's clock and ours may differ by this much. */
const CLOCK_SKEW = 120_000;
const PAGE = 200;
const MOST_PAGES = 5;

/**
 * Looks for a post with the delivery's key among what was posted since the delivery was created: in the channel, for a
 * reply in its thread. An edit is not looked for: it may be made twice.
 */
export async function findPost(
  client: WebClient,
  channel: string,
  { key, createdAt, place }: Outgoing,
): Promise<Confirmation> {
  if (place.kind === "edit") return { kind: "unknown", detail: "an edit is made again, which changes nothing" };
  const oldest = String(Math.max(0, createdAt - CLOCK_SKEW) / 1000);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const range = { oldest, inclusive: true, include_all_metadata: true, limit: PAGE };
    const from = cursor === undefined ? range : { ...range, cursor };
    const posts =
      place.kind === "reply"
        ? await client.conversations.replies({ ...from, ...readRef(place.ref) })
        : await client.conversations.history({ ...from, channel });
    const found = posts.messages?.find((post) => carriesKey(post, key));
    if (found?.ts !== undefined) return { kind: "found", ref: writeRef({ channel, ts: found.ts }) };
    cursor = posts.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === "") return { kind: "absent" };
  }
  return { kind: "unknown", detail: `not among the last ${PAGE * MOST_PAGES} posts of the channel` };
}

interface Post {
  metadata?: { event_type?: string | undefined; event_payload?: object | undefined } | undefined;
}

function carriesKey({ metadata }: Post, key: string): boolean {
  const payload: { key?: unknown } = metadata?.event_payload ?? {};
  return metadata?.event_type === EVENT_TYPE && payload.key === key;
}

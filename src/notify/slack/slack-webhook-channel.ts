import type { Clock } from "../../core/clock.ts";
import type { Secret } from "../../core/secret.ts";
import type { Channel, Outgoing, SendOutcome } from "../channel.ts";
import { readStatus, rejected, type Receiver } from "../http-outcome.ts";
import { postJson, type PostAnswer } from "../post-json.ts";
import { readSecretUrl } from "../secret-url.ts";
import type { SlackWebhookOptions } from "./options.ts";
import { renderSlackPost } from "./render-slack-post.ts";
import { slackRoomFor } from "./render-slack-roundup.ts";

export interface SlackWebhookChannelInput {
  id: string;
  options: SlackWebhookOptions;
  webhook: Secret;
  /** IANA zone of the times in fallbacks; readers see their own. */
  timezone: string;
  now: Clock;
  /** Longest wait for the answer, milliseconds. */
  timeoutMs?: number;
}

/**
 * Errors that hold for every message, under whatever status
 * (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks, "Handling errors").
 */
const NO_HOOK = new Set([
  "invalid_token",
  "no_service",
  "no_service_id",
  "no_active_hooks",
  "no_team",
  "team_disabled",
]);
const NO_CHANNEL = new Set([
  "channel_not_found",
  "channel_is_archived",
  "action_prohibited",
  "posting_to_general_channel_denied",
]);
const NEW_HOOK =
  "make a new incoming webhook, set slack.webhook and reload wirewatch (restart it if the environment has it)";

/**
 * A Slack channel behind an incoming webhook: it can only be posted to.
 * @throws Error when the address cannot be read; the message holds nothing of it
 */
export function createSlackWebhookChannel(input: SlackWebhookChannelInput): Channel {
  const { id, options, timezone, now, timeoutMs } = input;
  const url = readSecretUrl(input.webhook, `channels.${id}.slack.webhook`);
  const receiver: Receiver = {
    name: "Slack",
    channelId: id,
    remedies: { credentials: NEW_HOOK, address: NEW_HOOK },
  };

  function bodyOf(outgoing: Outgoing): Record<string, unknown> {
    const { unfurl } = options;
    return { ...renderSlackPost(outgoing, options, timezone), unfurl_links: unfurl, unfurl_media: unfurl };
  }

  async function send(outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    const body = JSON.stringify(bodyOf(outgoing));
    const answer = await postJson({ url: url.reveal(), body, name: receiver.name, now: now(), timeoutMs }, signal);
    return answer.kind === "answered" ? readHookAnswer(answer, receiver) : answer;
  }

  return {
    id,
    kind: "slack",
    follows: "nothing",
    send,
    confirm: () => Promise.resolve({ kind: "unknown", detail: "an incoming webhook cannot read the channel" }),
    roomFor: slackRoomFor,
    render: (outgoing) => JSON.stringify(bodyOf(outgoing), null, 2),
    close: () => Promise.resolve(),
  };
}

/** Slack answers `ok`, or the name of an error as plain text. */
function readHookAnswer({ status, retryAfterMs, body }: PostAnswer, receiver: Receiver): SendOutcome {
  const { channelId } = receiver;
  const error = body.trim();
  if (NO_HOOK.has(error)) {
    return rejected(
      "bad-credentials",
      `Slack refused the webhook of channel ${channelId} (${error}): ${NEW_HOOK}`,
      "channel",
    );
  }
  if (NO_CHANNEL.has(error)) {
    const detail = `Slack refused to post for channel ${channelId} (${error}): open the channel to the app, or ${NEW_HOOK}`;
    return rejected("unknown-channel", detail, "channel");
  }
  return readStatus(status, retryAfterMs, receiver) ?? { kind: "sent", ref: null, recipients: [] };
}

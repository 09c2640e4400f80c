import type { Message } from "../message.ts";
import type { SlackOptions } from "./options.ts";
import { renderSlackAlert } from "./render-slack-alert.ts";
import { renderSlackDigest } from "./render-slack-digest.ts";
import { renderSlackNotice, renderSlackSummary } from "./render-slack-notice.ts";
import { renderSlackRoundup } from "./render-slack-roundup.ts";
import type { SlackPost } from "./slack-blocks.ts";

/** Any message as a post, for bots and incoming webhooks alike. */
export function renderSlackPost(message: Message, options: Pick<SlackOptions, "mention">, timezone: string): SlackPost {
  if (message.kind === "alert") return renderSlackAlert(message, options, timezone);
  if (message.kind === "digest") return renderSlackDigest(message);
  if (message.kind === "roundup") return renderSlackRoundup(message, options);
  if (message.kind === "summary") return renderSlackSummary(message);
  return renderSlackNotice(message);
}

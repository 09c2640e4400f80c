import type { Outgoing } from "../channel.ts";
import { CLAIM } from "../describe-telling.ts";
import type { AlertMessage } from "../message.ts";
import { alertButtons } from "./alert-buttons.ts";
import type { SlackBotOptions, SlackOptions } from "./options.ts";
import { renderSlackAlert } from "./render-slack-alert.ts";
import { renderSlackDigest } from "./render-slack-digest.ts";
import { renderSlackNote } from "./render-slack-note.ts";
import { renderSlackNotice, renderSlackSummary } from "./render-slack-notice.ts";
import { renderSlackRoundup } from "./render-slack-roundup.ts";
import { linkOrText, richText, section, type Block, type SlackPost } from "./slack-blocks.ts";

/** Any message as a post, for bots and incoming webhooks alike. */
export function renderSlackPost(
  { message, place, alertId }: Pick<Outgoing, "message" | "place" | "alertId">,
  options: Pick<SlackOptions, "mention"> & Pick<SlackBotOptions, "app_token">,
  timezone: string,
): SlackPost {
  // What was told once calls nobody again.
  const { mention } = place.kind === "new" ? options : { mention: {} };
  if (message.kind === "alert") {
    const isHeard = alertId !== undefined && options.app_token !== undefined;
    const below = isHeard ? [alertButtons(alertId)] : claimBlocks(message);
    return renderSlackAlert(message, { mention, below }, timezone);
  }
  if (message.kind === "note") return renderSlackNote(message, place.kind === "new");
  if (message.kind === "digest") return renderSlackDigest(message);
  if (message.kind === "roundup") return renderSlackRoundup(message, { mention });
  if (message.kind === "summary") return renderSlackSummary(message);
  return renderSlackNotice(message);
}

/** Where no buttons are heard, a page does what the first of them would. */
function claimBlocks({ claimUrl }: AlertMessage): Block[] {
  return claimUrl === undefined ? [] : [richText(section(linkOrText(CLAIM, claimUrl)))];
}

import * as z from "zod";
import { cleanLine } from "../clean-text.ts";
import { PRESS_ACTIONS, type Press } from "../press.ts";
import { actionOf } from "./alert-buttons.ts";

/** A click as Slack reports it (https://docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
const Click = z.object({
  type: z.literal("block_actions"),
  user: z.object({ id: z.string().regex(/^[A-Z0-9]{2,30}$/), username: z.string().optional() }),
  channel: z.object({ id: z.string().min(1) }),
  actions: z.tuple([
    z.object({
      action_id: z.string().transform(actionOf).pipe(z.enum(PRESS_ACTIONS)),
      value: z.string().min(1).max(200),
    }),
  ]),
});

const Answerable = z.object({ response_url: z.string() });

/** `unreadable`: something was pressed, and it is no button of ours. */
export type ReadPress =
  | { kind: "press"; press: Press; answerUrl: string | null }
  | { kind: "unreadable"; answerUrl: string | null };

/**
 * Reads the payload of an interactive envelope; never throws.
 * @param apiUrl of this workspace: an answer may also go to its own host
 */
export function readPress(payload: unknown, apiUrl: string): ReadPress {
  const answerable = Answerable.safeParse(payload);
  const answerUrl =
    answerable.success && isSlack(answerable.data.response_url, apiUrl) ? answerable.data.response_url : null;
  const click = Click.safeParse(payload);
  if (!click.success) return { kind: "unreadable", answerUrl };
  const { user, channel, actions } = click.data;
  const [{ action_id: action, value: alertId }] = actions;
  return {
    kind: "press",
    press: { action, alertId, author: authorOf(user), conversation: channel.id },
    answerUrl,
  };
}

/** `ada (Slack user U0123)`: the id stays when the name changes. */
function authorOf({ id, username }: { id: string; username?: string | undefined }): string {
  const name = cleanLine(username ?? "", 60);
  return name === "" ? `Slack user ${id}` : `${name} (Slack user ${id})`;
}

/** Answers go to Slack alone, whatever a payload says. */
function isSlack(address: string, apiUrl: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  if (url.origin === new URL(apiUrl).origin) return true;
  return url.protocol === "https:" && /(^|\.)slack(-gov)?\.com$/.test(url.hostname);
}

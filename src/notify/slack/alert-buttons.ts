import type { PressAction } from "../press.ts";
import type { Block, Button } from "./slack-blocks.ts";

const PREFIX = "wirewatch_";

/** The last block of an alert. Its buttons carry no more than which alert it is. */
export function alertButtons(alertId: string): Block {
  function button(action: PressAction, label: string): Button {
    const text = { type: "plain_text", text: label, emoji: false } as const;
    return { type: "button", action_id: `${PREFIX}${action}`, text, value: alertId };
  }
  return {
    type: "actions",
    elements: [button("claim", "Claim"), button("silence", "Silence 4 h"), button("explain", "Explain")],
  };
}

/** The action that a button stands for; whatever else for a button that is none of ours. */
export function actionOf(actionId: string): string {
  return actionId.startsWith(PREFIX) ? actionId.slice(PREFIX.length) : "";
}

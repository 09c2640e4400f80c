import type { Clock } from "../core/clock.ts";
import { PRESSED_SILENCE_MS, type Press, type PressAnswer } from "../notify/press.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { Store } from "../store/store.ts";
import { recordClaim } from "./claim-story.ts";
import { explainAlert, type ExplainWatches } from "./inspect/explain-alert.ts";
import type { Plan } from "./plan.ts";
import { addSilence, findStory } from "./silence-commands.ts";

export interface AnswerPressDeps {
  store: Store;
  plan: () => Pick<Plan, "channels">;
  /** Whether a conversation, as its provider names it, is the one that the alert was sent to. */
  isSentTo: (alert: DeliveryRow, conversation: string) => boolean;
  explainWatches: ExplainWatches;
  /** Of the times in an explanation. */
  timezone: string;
  now: Clock;
}

type Alert = DeliveryRow & { storyId: string };

/**
 * Does what a press of a button asks for. A press that comes twice, to whatever process, has its effect once: a story has
 * one claim, and is silenced once at a time.
 */
export function createAnswerPress(deps: AnswerPressDeps) {
  return async function answerPress(press: Press): Promise<PressAnswer> {
    const alert = await deps.store.deliveries.get(press.alertId);
    if (alert === undefined || !isAlert(alert)) return { kind: "unknown-alert" };
    if (!deps.isSentTo(alert, press.conversation)) return { kind: "other-conversation" };
    switch (press.action) {
      case "claim":
        return claim(deps, alert, press);
      case "silence":
        return silence(deps, alert, press);
      case "explain":
        return (await explainAlert(deps, alert)) ?? { kind: "unknown-alert" };
    }
  };
}

function isAlert(delivery: DeliveryRow): delivery is Alert {
  return delivery.kind === "alert" && delivery.storyId !== null;
}

/** The first claim stays. */
function claim({ store, plan, now }: AnswerPressDeps, alert: Alert, { author }: Press): Promise<PressAnswer> {
  return store.underLock("decide", async (queries): Promise<PressAnswer> => {
    const storyId = await findStory(queries, alert.storyId);
    if (storyId === undefined) return { kind: "unknown-alert" };
    const claimed = await recordClaim({ queries, plan: plan(), now: now() }, { storyId, author, alert });
    return {
      kind: "claimed",
      author: claimed.author,
      claimedAt: claimed.claimedAt,
      isTheirs: claimed.author === author,
    };
  });
}

function silence({ store, now }: AnswerPressDeps, alert: Alert, { author }: Press): Promise<PressAnswer> {
  return store.underLock("decide", async (queries): Promise<PressAnswer> => {
    const { storyId } = alert;
    const silences = await queries.silences.listActive(now());
    const running = silences.findLast((one) => {
      return one.storyId === storyId && one.watchId === null && one.feedId === null && one.words === null;
    });
    if (running !== undefined) {
      return { kind: "silenced", silenceId: running.id, until: running.endsAt, author: running.author, isNew: false };
    }
    const until = now() + PRESSED_SILENCE_MS;
    const scope = { storyId, watchId: null, feedId: null, words: null };
    const added = await addSilence(
      { store: queries, now },
      { kind: "silence", ...scope, until, author, comment: "from Slack" },
    );
    if (added.kind === "unknown-story") return { kind: "unknown-alert" };
    return { kind: "silenced", silenceId: added.silenceId, until, author, isNew: true };
  });
}

import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import { REQUEST_FLOOR_MS } from "../poll/requested-poll.ts";
import type { RetentionOptions } from "../store/options.ts";
import type { Store } from "../store/store.ts";
import { Claimed, ClaimStory, claimStory } from "./claim-story.ts";
import {
  DigestResumed,
  EditionQueued,
  ResumeDigest,
  resumeDigest,
  SendEdition,
  sendEdition,
  UnknownEdition,
  Unsubscribed,
} from "./digest-commands.ts";
import type { Plan } from "./plan.ts";
import { pruneStore } from "./prune.ts";
import { DeliveryAnswer, dropDelivery, DropDelivery, retryDelivery, RetryDelivery } from "./revise-deliveries.ts";
import {
  AddSilence,
  addSilence,
  ExpireSilence,
  expireSilence,
  Silenced,
  SilenceExpired,
  UnknownSilence,
  UnknownStory,
} from "./silence-commands.ts";
import { pollSoon } from "./poll-soon.ts";

/** What an operator may change while the program runs; instants in epoch milliseconds. */
export const OperatorCommand = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("poll"), feedIds: z.array(z.string()).min(1) }),
  z.strictObject({
    kind: z.literal("pause"),
    feedId: z.string(),
    until: z.int(),
    author: z.string().min(1),
    comment: z.string().min(1),
  }),
  z.strictObject({ kind: z.literal("resume"), feedId: z.string() }),
  z.strictObject({ kind: z.literal("prune") }),
  z.strictObject({ kind: z.literal("split-story"), itemId: z.string() }),
  RetryDelivery,
  DropDelivery,
  AddSilence,
  ExpireSilence,
  ClaimStory,
  SendEdition,
  ResumeDigest,
]);
export type OperatorCommand = z.infer<typeof OperatorCommand>;

const PollReason = z.enum(["now", "polled-just-now", "server-asked-to-wait", "paused"]);

const Polls = z.object({
  kind: z.literal("polls"),
  feeds: z.array(z.object({ feedId: z.string(), at: z.number(), reason: PollReason })),
});
const Paused = z.object({ kind: z.literal("paused"), feedId: z.string(), until: z.number() });
const Resumed = z.object({ kind: z.literal("resumed"), feedId: z.string(), wasPaused: z.boolean() });
const UnknownFeed = z.object({ kind: z.literal("unknown-feed"), feedId: z.string() });
const Pruned = z.object({ kind: z.literal("pruned"), removed: z.record(z.string(), z.number()) });
const Split = z.object({ kind: z.literal("split"), itemId: z.string(), from: z.string(), storyId: z.string() });
const UnknownItem = z.object({ kind: z.literal("unknown-item"), itemId: z.string() });

/** What can be answered to each command. */
export const ANSWERS = {
  poll: z.discriminatedUnion("kind", [Polls, UnknownFeed]),
  pause: z.discriminatedUnion("kind", [Paused, UnknownFeed]),
  resume: z.discriminatedUnion("kind", [Resumed, UnknownFeed]),
  prune: Pruned,
  "split-story": z.discriminatedUnion("kind", [Split, UnknownItem]),
  "retry-delivery": DeliveryAnswer,
  "drop-delivery": DeliveryAnswer,
  silence: z.discriminatedUnion("kind", [Silenced, UnknownStory]),
  "expire-silence": z.discriminatedUnion("kind", [SilenceExpired, UnknownSilence]),
  claim: z.discriminatedUnion("kind", [Claimed, UnknownStory]),
  "send-edition": z.discriminatedUnion("kind", [EditionQueued, UnknownEdition, Unsubscribed]),
  "resume-digest": DigestResumed,
} as const satisfies Readonly<Record<OperatorCommand["kind"], z.ZodType>>;
export type AnswerTo<Kind extends OperatorCommand["kind"]> = z.infer<(typeof ANSWERS)[Kind]>;
export type OperatorAnswer = AnswerTo<OperatorCommand["kind"]>;

export interface CommandDeps {
  store: Store;
  retention: RetentionOptions;
  plan: () => Pick<Plan, "channels">;
  now: Clock;
}

/** Does what the operator wants, in the running daemon or straight on the store: both read the same rows. */
export async function runOperatorCommand(deps: CommandDeps, command: OperatorCommand): Promise<OperatorAnswer> {
  const { store, now } = deps;
  switch (command.kind) {
    case "poll":
      return pollFeeds(deps, command.feedIds);
    case "pause": {
      const { feedId, until, author, comment } = command;
      const isKnown = await store.feeds.pause({ feedId, until, at: now(), author, comment });
      return isKnown ? { kind: "paused", feedId, until } : { kind: "unknown-feed", feedId };
    }
    case "resume": {
      const { feedId } = command;
      if ((await store.feeds.get(feedId)) === undefined) return { kind: "unknown-feed", feedId };
      const ended = await store.feeds.resume(feedId, now());
      return { kind: "resumed", feedId, wasPaused: ended !== undefined };
    }
    case "prune":
      return { kind: "pruned", removed: await pruneStore(deps) };
    case "send-edition":
      return sendEdition(deps, command);
    case "resume-digest":
      return resumeDigest(deps, command);
    case "split-story":
      return splitStory(deps, command.itemId);
    case "retry-delivery":
      return retryDelivery(deps, command);
    case "drop-delivery":
      return dropDelivery(deps, command);
    case "silence":
      return addSilence(deps, command);
    case "claim":
      return claimStory(deps, command);
    case "expire-silence":
      return expireSilence(deps, command);
  }
}

async function pollFeeds({ store, now }: CommandDeps, feedIds: readonly string[]): Promise<OperatorAnswer> {
  const known = new Map((await store.feeds.list()).map((state) => [state.feedId, state]));
  const unknown = feedIds.find((feedId) => !known.has(feedId));
  if (unknown !== undefined) return { kind: "unknown-feed", feedId: unknown };
  const pauses = new Map((await store.feeds.listPauses(now())).map((pause) => [pause.feedId, pause.until]));
  const feeds: Extract<OperatorAnswer, { kind: "polls" }>["feeds"] = [];
  for (const feedId of feedIds) {
    const state = known.get(feedId);
    if (state === undefined) return { kind: "unknown-feed", feedId };
    const wish = { pausedUntil: pauses.get(feedId) ?? null, floorMs: REQUEST_FLOOR_MS, now: now() };
    feeds.push({ feedId, ...(await pollSoon(store, state, wish)) });
  }
  return { kind: "polls", feeds };
}

/** The item becomes the first of a story of its own, with its matches; messages that were sent stay as they are. */
function splitStory({ store, now }: CommandDeps, itemId: string): Promise<OperatorAnswer> {
  return store.underLock("decide", async ({ stories }) => {
    if ((await stories.findByItem(itemId)) === undefined) return { kind: "unknown-item", itemId };
    const storyId = await stories.create(now());
    const moved = await stories.moveItem(itemId, storyId, now());
    return moved === undefined
      ? { kind: "unknown-item", itemId }
      : { kind: "split", itemId, from: moved.from, storyId };
  });
}

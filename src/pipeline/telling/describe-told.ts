import type { Item } from "../../core/vocabulary.ts";
import { outletKey } from "../../decide/stories/attribution.ts";
import { saysDenial } from "../../decide/telling/says-denial.ts";
import { surePeople, type ToldMessage, type ToldStory } from "../../decide/telling/decide-telling.ts";
import { isHeadlineChanged } from "../../decide/telling/headline-change.ts";
import type { StoreQueries } from "../../store/store.ts";
import { itemText } from "../../text/item-text.ts";
import {
  headlineOf,
  highestSeverity,
  messageOf,
  outletOf,
  type StoryThread,
  type ThreadMessage,
} from "./story-thread.ts";

export interface ItemInThread {
  item: Item;
  likeItemId: string | null;
  isDenial: boolean;
  /** When the channel last heard of the story; null: only its alerts tell. */
  lastHeardAt: number | null;
}

/** What a thread tells, as the decision about one more report needs it; null: nothing. */
export async function describeTold(
  queries: Pick<StoreQueries, "deliveries">,
  thread: StoryThread,
  { item, likeItemId, isDenial, lastHeardAt }: ItemInThread,
): Promise<ToldStory | null> {
  const latest = thread.messages.at(-1);
  const target = messageOf(thread, { itemId: item.id, likeItemId });
  if (latest === undefined || target === undefined) return null;
  const told = thread.messages.flatMap(({ matches }) => matches);
  const headline = headlineOf(target);
  return {
    severity: highestSeverity(told.map(({ severity }) => severity)),
    watches: new Set(told.map(({ watchId }) => watchId)),
    people: new Set(told.flatMap(({ people }) => surePeople(people)).map(({ personId }) => personId)),
    hasOfficial: told.some(({ feedKind }) => feedKind === "official"),
    hasDenial: isDenial && (await hasDenial(queries, thread)),
    lastReportAt: lastHeardAt ?? latest.alert.createdAt,
    target: describeMessage(target),
    hasItem: told.some(({ itemId }) => itemId === item.id),
    headlineChanged: headline?.itemId === item.id && isHeadlineChanged(headline.title, item.title),
    latestHasLeft: latest.alert.begun,
  };
}

function describeMessage({ alert, matches }: ThreadMessage): ToldMessage {
  return {
    hasLeft: alert.begun,
    watches: new Set(matches.map(({ watchId }) => watchId)),
    people: new Set(matches.flatMap(({ people }) => people).map(({ personId }) => personId)),
    outlets: new Set(matches.map((match) => outletKey(outletOf(match)))),
  };
}

/** Whether an item denies something in its headline or lead. */
export function isDenial(item: Item): boolean {
  return saysDenial({ title: item.title, body: itemText(item).body, lang: item.lang });
}

/** Texts are read only where a report denies something, which is rare. */
async function hasDenial(
  { deliveries }: Pick<StoreQueries, "deliveries">,
  { messages }: StoryThread,
): Promise<boolean> {
  const ids = messages.flatMap(({ alert, edits, replies }) => [alert, ...edits, ...replies].map(({ id }) => id));
  return (await deliveries.listMatches(...ids)).some(({ item }) => isDenial(item));
}

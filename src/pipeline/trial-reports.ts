import type { Clock } from "../core/clock.ts";
import { DAY_MS } from "../core/time.ts";
import { occurrencesAround } from "../decide/calendar.ts";
import type { ChannelPlan, DigestOptions, WatchRouting } from "../decide/options.ts";
import type { NoticeMessage } from "../notify/message.ts";
import { countOf } from "../notify/describe-story.ts";
import { formatRange } from "../notify/describe-time.ts";
import type { TrialRow } from "../store/match-rows.ts";
import type { Store } from "../store/store.ts";
import type { Plan } from "./plan.ts";

const MONDAY_MORNING: DigestOptions = { at: ["08:00"], days: ["mon"], empty: "send" };
/** A report with nothing in it is not caught up on later. */
const LATE_AFTER_MS = DAY_MS;
const EXAMPLES = 3;

interface ReportDeps {
  store: Pick<Store, "deliveries" | "matches">;
  plan: () => Plan;
  now: Clock;
}

/**
 * Each Monday at 08:00 of a trial channel's zone: how its watches on trial did in the week, and whom they would have
 * told. A report that fell due while nobody ran comes late, unless there is nothing in it.
 */
export function createTrialReports({ store, plan, now }: ReportDeps): () => Promise<void> {
  /** By channel, the Monday that was seen to. */
  const seen = new Map<string, number>();

  return async function reportTrials(): Promise<void> {
    const { watches, channels } = plan();
    const byChannel = Map.groupBy(watches.values(), ({ trial }) => trial?.channelId ?? null);
    for (const [channelId, onTrial] of byChannel) {
      const channel = channelId === null ? undefined : channels.get(channelId);
      if (channel === undefined) continue;
      const { previous: to } = occurrencesAround(MONDAY_MORNING, channel.timezone, now());
      if (seen.get(channel.id) === to) continue;
      await reportTo(store, { channel, watches: onTrial, to, now: now() });
      seen.set(channel.id, to);
    }
  };
}

interface Due {
  channel: ChannelPlan;
  watches: readonly WatchRouting[];
  to: number;
  now: number;
}

async function reportTo({ deliveries, matches }: ReportDeps["store"], due: Due): Promise<void> {
  const { channel, watches, to, now } = due;
  const key = `notice|trial|${to}|${channel.id}`;
  if ((await deliveries.findByKey(key)) !== undefined) return;
  const { previous: from } = occurrencesAround(MONDAY_MORNING, channel.timezone, to - 1000);
  const ids = watches.map(({ id }) => id);
  const found = await matches.listOnTrial(ids, { from, to });
  if (found.length === 0 && now - to > LATE_AFTER_MS) return;
  const title = `Watches on trial · ${formatRange(from, to, channel.timezone)}`;
  const notice: NoticeMessage = {
    kind: "notice",
    level: "notice",
    title,
    lines: watches.flatMap((watch) =>
      describeTrial(
        watch,
        found.filter(({ watchId }) => watchId === watch.id),
      ),
    ),
    remedy: "status: live tells their channels from now on, status: off ends a trial.",
  };
  await deliveries.add({
    key,
    kind: "notice",
    channelId: channel.id,
    storyId: null,
    editionId: null,
    incidentId: null,
    recipient: null,
    payload: JSON.stringify(notice),
    severity: "low",
    createdAt: now,
    dueAt: now,
  });
}

/** "Embassies: 14 matches in 9 stories; would have told desk of 7 stories, digest of 9 stories", and examples. */
function describeTrial({ title, severity }: WatchRouting, rows: readonly TrialRow[]): string[] {
  const matches = new Map(rows.map((row) => [row.matchId, row]));
  const stories = new Map([...matches.values()].map((row) => [row.storyId, row]));
  if (matches.size === 0) return [`${title} (${severity}): no match`];
  const told = [...Map.groupBy(rows, ({ channelId }) => channelId)].flatMap(([channelId, ofChannel]) =>
    channelId === null ? [] : `${channelId} of ${storiesOf(new Set(ofChannel.map(({ storyId }) => storyId)).size)}`,
  );
  const where = told.length === 0 ? "no channel would have been told" : `would have told ${told.join(", ")}`;
  const examples = [...stories.values()].slice(-EXAMPLES).map(({ headline }) => `e.g. ${headline}`);
  const found = `${countOf(matches.size, "match", "matches")} in ${storiesOf(stories.size)}`;
  return [`${title} (${severity}): ${found}; ${where}`, ...examples];
}

function storiesOf(count: number): string {
  return countOf(count, "story", "stories");
}

import { askLedger } from "../pipeline/inspect/ask-ledger.ts";
import { countStandings, listFeeds } from "../pipeline/inspect/list-feeds.ts";
import { describeState } from "../poll/websub/subscription.ts";
import { QUEUE_NAMES } from "../queue/queue.ts";
import type { Health, Status } from "../web/status.ts";
import { askStalls } from "./ask-stalls.ts";
import type { Parts } from "./parts.ts";
import { VERSION } from "./version.ts";

/** Ready means: the store answers, so does the queue, and polls, matches and messages make progress. */
export async function askHealth(parts: Parts): Promise<Health> {
  const { store, queue, options, now } = parts;
  const problems: string[] = [];
  if (!(await store.ping())) problems.push(`the store does not answer: ${placeOf(options.config.store.url)}`);
  if (!(await queue.ping())) problems.push(`the queue does not answer: ${placeOf(options.config.queue)}`);
  if (!(await parts.isStoreThere()))
    problems.push(`the store's file was deleted or replaced: ${placeOf(options.config.store.url)}`);
  const stalls = problems.length === 0 ? await askStalls(parts) : [];
  const waits = stalls.map(
    ({ stage, since }) => `${stage} makes no progress for ${Math.floor((now() - since) / 60_000)} min`,
  );
  return { ready: problems.length + waits.length === 0, problems: [...problems, ...waits] };
}

/** What `wirewatch status` shows. */
export async function askStatus(parts: Parts): Promise<Status> {
  const { options, store, startedAt } = parts;
  const health = await askHealth(parts);
  return {
    version: VERSION,
    pid: process.pid,
    startedAt,
    roles: [...options.roles],
    configHash: options.config.hash,
    store: placeOf(options.config.store.url),
    queue: placeOf(options.config.queue),
    ready: health.ready,
    problems: [...health.problems],
    ...(await askLedger(store, { plan: parts.plan(), now: parts.now() })),
  };
}

/** Tells the metrics whom to ask for what is counted when they are read. */
export function answerMetrics({ store, queue, metrics, plan, options, now }: Parts): void {
  metrics.askFrom(
    {
      feedsByState: async () => countStandings(await listFeeds(store, now())),
      subscriptionsByState: async () => countBy(await store.subscriptions.list(), (row) => describeState(row, now())),
      queueDepths: async () =>
        Object.fromEntries(
          await Promise.all(QUEUE_NAMES.map(async (name) => [name, await queue.depth(name)] as const)),
        ),
      oldestPendingSeconds: async () => {
        const pending = new Map((await store.deliveries.oldestPending()).map((row) => [row.channelId, row.since]));
        return Object.fromEntries(
          [...new Set([...plan().channels.keys(), ...pending.keys()])].map((id) => [
            id,
            (now() - (pending.get(id) ?? now())) / 1000,
          ]),
        );
      },
      editionAgeSeconds: async () => {
        const ages: Record<string, number> = {};
        for (const { id, digest } of plan().channels.values()) {
          const latest = digest === null ? undefined : await store.editions.latest(id, now());
          if (latest !== undefined) ages[id] = (now() - latest.createdAt) / 1000;
        }
        return ages;
      },
    },
    (error) => options.log.warn({ err: error }, "a metric could not be asked for"),
  );
}

function countBy<T>(values: readonly T[], groupOf: (value: T) => string): Record<string, number> {
  const groups = Map.groupBy(values, groupOf);
  return Object.fromEntries([...groups].map(([group, members]) => [group, members.length]));
}

/** Where a server is, without user and password. */
function placeOf(url: string): string {
  if (!URL.canParse(url) || url.startsWith("sqlite:")) return url;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

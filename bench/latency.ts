import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { startChild, type Child } from "./support/child.ts";
import { Sighting } from "./support/latency-plan.ts";
import { percentile, preciseNow, printHeader, printTable } from "./support/report.ts";
import { SEEDED, startBenchDaemon } from "./support/start-bench-daemon.ts";

/**
 * From the end of the fetch that shows an item to the call of Slack: 300 items, 10 feeds, 10 watches, 10 channels. Then
 * once more with a channel that Slack holds off and one that answers slowly: what the other eight notice of it.
 */

const CHANNELS = 10;
const ITEMS = 300;
/** The first ones warm the code up: a daemon runs for weeks. */
const WARM_UP = 100;
const DURATION_MS = 60_000;
const SETTLE_MS = 3_000;
/** The channels of the first feeds: one answers 429 with `Retry-After: 30`, one takes 2 s. */
const TROUBLED_CHANNELS = 2;

const Places = z.object({ feedsUrl: z.string(), slackUrls: z.array(z.string()) });
const LogLine = z.object({
  msg: z.string(),
  feedId: z.string().optional(),
  itemId: z.string().optional(),
  watchId: z.string().optional(),
});

function toYaml({ feedsUrl, slackUrls }: z.infer<typeof Places>): string {
  const numbers = Array.from({ length: CHANNELS }, (_, number) => number);
  const feeds = numbers.map(
    (at) => `  - {id: feed-${at}, url: "${feedsUrl}/${at}.rss", lang: en, kind: wire, every: 1s, on_add: silent}`,
  );
  const watches = numbers.map(
    (at) =>
      `  - {id: desk-${at}, title: "Desk ${at}", match: "envoy NEAR/6 district${at}", group: item, notify: [slack-${at}]}`,
  );
  const channels = numbers.map(
    (at) =>
      `  slack-${at}: {slack: {channel: C${at}, token: {env: TOKEN}, api_url: "${slackUrls[at]}"}, rate: {every: 0s, burst: 1000}}`,
  );
  return `timezone: UTC
store: sqlite:../wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: bench, allow_private: [127.0.0.1], min_interval: 1s, per_host: {in_flight: 8, gap: 0s}}
${SEEDED}
feeds:\n${feeds.join("\n")}
watches:\n${watches.join("\n")}
channels:\n${channels.join("\n")}
`;
}

/** A line of the log, when it was written, and the code of the item it is about. */
interface LoggedEvent extends z.infer<typeof LogLine> {
  at: number;
  code: string | undefined;
}

async function run(world: Child): Promise<{ sightings: Sighting[]; events: LoggedEvent[] }> {
  const events: LoggedEvent[] = [];
  const places = Places.parse(await world.next());
  await using bench = await startBenchDaemon({
    yaml: toYaml(places),
    mode: "service",
    env: { TOKEN: "xoxb-bench" },
    onLog: (line) => events.push({ ...LogLine.parse(JSON.parse(line)), at: preciseNow(), code: undefined }),
  });
  const { store } = bench.daemon;
  while ((await store.feeds.list()).some((feed) => feed.baselineAt === null)) await sleep(200);
  world.send({ do: "start" });
  await sleep(DURATION_MS + SETTLE_MS);
  world.send({ do: "report" });
  const sightings = z.array(Sighting).parse(await world.next());
  for (const event of events) {
    const item = event.itemId === undefined ? undefined : await store.items.get(event.itemId);
    event.code = item?.identity;
  }
  return { sightings, events };
}

async function runIn(world: "well" | "troubled"): ReturnType<typeof run> {
  const numbers = [CHANNELS, ITEMS + WARM_UP, DURATION_MS, world === "troubled" ? 1 : 0];
  const child = startChild(new URL("latency-world.ts", import.meta.url), numbers.map(String));
  try {
    const { sightings, events } = await run(child);
    return { sightings: sightings.slice(WARM_UP), events };
  } finally {
    child.stop();
  }
}

printHeader("Latency: end of the fetch that shows an item → call of Slack", "npm run bench:latency", 7);
const well = await runIn("well");
report(well.sightings, well.events);
const troubled = await runIn("troubled");
compare(delaysOfOthers(well.sightings), delaysOfOthers(troubled.sightings));

function delaysOfOthers(sightings: readonly Sighting[]): number[] {
  return delaysOf(sightings.filter(({ feed }) => feed >= TROUBLED_CHANNELS));
}

function delaysOf(sightings: readonly Sighting[]): number[] {
  return sightings.flatMap(({ shownAt, toldAt }) => (shownAt === null || toldAt === null ? [] : [toldAt - shownAt]));
}

function compare(others: readonly number[], beside: readonly number[]): void {
  console.log("");
  printTable(
    ["eight channels, ms", "n", "p50", "p90", "p99", "max"],
    [row("all well", others), row("beside a blocked and a slow one", beside)],
  );
  const ratios = [0.5, 0.99].map((share) => (percentile(beside, share) / percentile(others, share)).toFixed(2));
  console.log(`\n  beside trouble p50 takes ${ratios[0]} times as long, p99 ${ratios[1]} times`);
}

function report(sightings: readonly Sighting[], events: readonly LoggedEvent[]): void {
  const delays = delaysOf(sightings);
  const twice = sightings.filter(({ told }) => told > 1).length;
  printTable(
    ["ms", "n", "p50", "p90", "p99", "max"],
    [
      row("fetch end → Slack called (aim 20, 250)", delays),
      ...stages(sightings, events).map(([name, values]) => row(name, values)),
    ],
  );
  const problems = events.filter(({ msg }) => /fail|reject|not delivered/.test(msg)).length;
  console.log(`\n  told ${delays.length} of ${sightings.length}, twice ${twice}, problems in the log ${problems}`);
}

function row(name: string, values: readonly number[]): string[] {
  const shares = [0.5, 0.9, 0.99, 1].map((share) => percentile(values, share).toFixed(1));
  return [name, String(values.length), ...shares];
}

/** Where the time goes, by the log: the item's poll ends, its match is committed, Slack is called. */
function stages(sightings: readonly Sighting[], events: readonly LoggedEvent[]): [string, number[]][] {
  const stored: number[] = [];
  const matched: number[] = [];
  const told: number[] = [];
  for (const { code, feed, shownAt, toldAt } of sightings) {
    if (shownAt === null || toldAt === null) continue;
    const poll = events.find(
      ({ msg, feedId, at }) => msg === "feed polled" && feedId === `feed-${feed}` && at >= shownAt,
    );
    const match = events.find((event) => event.msg === "item matched" && event.code === code);
    if (poll === undefined || match === undefined) continue;
    stored.push(poll.at - shownAt);
    matched.push(match.at - poll.at);
    told.push(toldAt - match.at);
  }
  return [
    ["  read, stored, poll recorded", stored],
    ["  handed out, matched, committed", matched],
    ["  drained, Slack called", told],
  ];
}

import { join } from "node:path";
import { Client, type QueryResultRow } from "pg";
import { createCrew, SEVERAL } from "./crew.ts";
import { openDeathNewsroom, TOLD_CHANNELS, type DeathNewsroom } from "./death-newsroom.ts";
import { openDeathPoints } from "./death-points.ts";
import { NEWSROOM_ENV } from "../daemon/newsroom-yaml.ts";
import { takeRedisDatabase } from "../store/take-redis-database.ts";
import { createTemporaryDatabase } from "../store/temporary-database.ts";
import { waitUntil } from "../wait-until.ts";

/** Claims and leases of the dead end after 20 s, and what failed meanwhile is tried again. */
const RECOVERED_WITHIN_MS = 120_000;
/** A visit to a host ends 90 s after the death of its process. */
const QUIET_WITHIN_MS = 120_000;

/** What a death left behind. */
interface Death {
  point: string;
  /** `missed`: the point was not reached this time, so nobody died. */
  end: "recovered" | "missed" | { stuck: string };
  /** Until the round was told, by whoever was left or came back. */
  toldAfterMs: number;
}

export interface Matrix {
  worlds: number;
  /** 1: every point; 3: every third, beginning with number `first`. */
  stride: number;
  first: number;
  /** Only points whose name holds this text. */
  only: string;
  /** Gets a line after each death. */
  say: (line: string) => void;
}

export interface MatrixReport {
  points: readonly string[];
  deaths: readonly Death[];
  /** What was lost, and what came twice without a doubt. */
  wrong: readonly string[];
}

/** One scheduler and two workers on a database, a Redis and receivers of their own. */
interface DeathWorld {
  /** Lets a round pass without a death; the points that it passed, in order. */
  learn(): Promise<readonly string[]>;
  die(point: string): Promise<Death>;
  /** What is wrong at the end of all rounds. */
  judge(): Promise<readonly string[]>;
  close(): Promise<void>;
}

async function ask<T extends QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => null);
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Nothing waits, runs, or is held by a process that may be dead. */
const UNREST = `
  select 'deliveries' as what from deliveries where status in ('pending', 'held')
  union all select 'items' from items where matched_revision < revision
  union all select 'entries' from digest_entries where edition_id is null
  union all select 'attempts' from attempts where outcome is null
  union all select 'claims' from feeds where claimed_until > extract(epoch from clock_timestamp()) * 1000
  union all select 'leases' from leases where expires_at > extract(epoch from clock_timestamp()) * 1000`;

/**
 * The matrix of deaths: each point at which a round writes to the store or asks somebody outside, one death each.
 * @param worlds how many of them work side by side: most of a recovery is waiting
 */
export async function dieEverywhere({ worlds, stride, first, only, say }: Matrix): Promise<MatrixReport> {
  await using closing = new AsyncDisposableStack();
  const open: DeathWorld[] = [];
  for (let index = 0; index < worlds; index += 1) {
    const world = await openDeathWorld();
    closing.defer(() => world.close());
    open.push(world);
  }
  const all = (await learnPoints(open)).filter((point) => point.includes(only));
  const points = all.filter((_, at) => at % stride === first);
  const left = points.values();
  const deaths: Death[] = [];
  async function work(world: DeathWorld): Promise<void> {
    for (const point of left) {
      const death = await world.die(point);
      deaths.push(death);
      say(JSON.stringify(death));
    }
  }
  await Promise.all(open.map((world) => work(world)));
  const wrong = await Promise.all(open.map((world) => world.judge()));
  return { points, deaths, wrong: wrong.flat() };
}

/** Those that every world passes in a round: what depends on the time of a beat comes and goes. */
async function learnPoints(worlds: readonly DeathWorld[]): Promise<string[]> {
  const passed = await Promise.all(
    worlds.map(async (world) => {
      await world.learn();
      return new Set(await world.learn());
    }),
  );
  const [one = new Set<string>(), ...others] = passed;
  return [...one].filter((point) => others.every((other) => other.has(point)));
}

async function openDeathWorld(): Promise<DeathWorld> {
  await using opening = new AsyncDisposableStack();
  const database = await createTemporaryDatabase();
  opening.defer(() => database.drop());
  const newsroom = await openDeathNewsroom({ store: database.url, queue: await takeRedisDatabase() });
  opening.defer(() => newsroom.close());
  const deaths = openDeathPoints(join(newsroom.folder, "crash"), newsroom.receivers);
  const crew = createCrew(
    SEVERAL.map((roles, member) => ({
      args: ["--config", newsroom.configFolder, "--roles", roles],
      env: { ...NEWSROOM_ENV, ...deaths.envOf(member === 0 ? "scheduler" : "worker") },
    })),
  );
  opening.defer(() => crew.endAll("SIGKILL"));
  await crew.startAll();
  await waitUntil("every feed has its baseline", 60_000, async () => {
    const read = await ask(database.url, "select 1 from feeds where baseline_at is not null");
    return read.length === newsroom.feedIds.length;
  });
  let round = 0;

  async function unrest(): Promise<readonly string[]> {
    return (await ask<{ what: string }>(database.url, UNREST)).map(({ what }) => what);
  }
  function untold(): readonly string[] {
    const told = new Set(
      newsroom.receipts().flatMap((receipt) => receipt.told.map((of) => `${receipt.channel} ${of}`)),
    );
    return TOLD_CHANNELS.map((channel) => `${channel} ${round}`).filter((place) => !told.has(place));
  }
  async function begin(point: string): Promise<void> {
    await waitUntil("all is quiet", QUIET_WITHIN_MS, async () => (await unrest()).length === 0);
    round += 1;
    newsroom.publish(round);
    deaths.arm(point);
    await ask(database.url, "update feeds set next_poll_at = extract(epoch from clock_timestamp()) * 1000");
  }
  async function isTold(): Promise<boolean> {
    return untold().length === 0 && (await unrest()).every((what) => what === "claims" || what === "leases");
  }

  const closing = opening.move();
  return {
    async learn() {
      await begin("none");
      await waitUntil("the round is told", RECOVERED_WITHIN_MS, isTold);
      return deaths.disarm();
    },
    async die(point) {
      await begin(point);
      const begunAt = Date.now();
      try {
        await waitUntil("the round is told", RECOVERED_WITHIN_MS, async () => {
          crew.replaceDead();
          return isTold();
        });
      } catch {
        return {
          point,
          toldAfterMs: Date.now() - begunAt,
          end: { stuck: `round ${round}: ${[...untold(), ...(await unrest())].join(", ")}` },
        };
      } finally {
        deaths.disarm();
      }
      return { point, toldAfterMs: Date.now() - begunAt, end: deaths.died() ? "recovered" : "missed" };
    },
    judge: () => judge(database.url, newsroom, round),
    close: () => closing.disposeAsync(),
  };
}

/** Rounds that somebody never got, and messages that came twice: from Slack with history never, else only in doubt. */
async function judge(url: string, newsroom: DeathNewsroom, rounds: number): Promise<readonly string[]> {
  const receipts = newsroom.receipts();
  const told = new Set(receipts.flatMap((receipt) => receipt.told.map((round) => `${receipt.channel} ${round}`)));
  const lost = TOLD_CHANNELS.flatMap((channel) =>
    Array.from({ length: rounds }, (_, at) => `${channel} ${at + 1}`).filter((place) => !told.has(place)),
  );
  const doubtful = await ask<{ key: string; ref: string | null }>(
    url,
    "select key, ref from deliveries where id in (select delivery_id from attempts where outcome = 'unconfirmed')",
  );
  const doubts = new Set(doubtful.flatMap(({ key, ref }) => [key, ref ?? key]));
  const copies = [...Map.groupBy(receipts, ({ channel, key }) => `${channel}: ${key}`)].filter(
    ([, [first, ...more]]) =>
      first !== undefined && more.length > 0 && (first.channel === "desk" || !doubts.has(first.key)),
  );
  const alerts = Map.groupBy(
    receipts.filter(({ key }) => key.startsWith("alert|")),
    (receipt) => `${receipt.channel} ${receipt.told.join()}`,
  );
  const stories = [...alerts].filter(([, all]) => new Set(all.map(({ key }) => key)).size > 1);
  return [
    ...lost.map((place) => `${place} was never told`),
    ...copies.map(([place, all]) => `${place} came ${all.length} times`),
    ...stories.map(([place]) => `${place} was alerted to as several stories`),
  ];
}

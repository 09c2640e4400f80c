import { createServer } from "node:net";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runWirewatch, type RanWirewatch } from "../support/daemon/daemon-process.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { growFeed } from "../support/feeds/growing-feed.ts";
import { createTemporaryDatabase } from "../support/store/temporary-database.ts";

const NOBODY = "127.0.0.1:1";

interface Given {
  store?: string;
  queue?: string;
  listen?: string;
  feed?: string;
  desk?: string;
}

let feeds: FeedServer | undefined;
let folder: DaemonFolder | undefined;

function addressOf(path: string): string {
  if (feeds === undefined) throw new Error("the feed server was not started");
  return feeds.url(path);
}

function configure(given: Given): DaemonFolder {
  const { store = "sqlite:../data/wirewatch.db", queue = "local", listen = "127.0.0.1:0" } = given;
  const { feed = addressOf("/good.rss"), desk = "console: {}" } = given;
  folder = makeDaemonFolder(`store: ${store}
queue: ${queue}
http: {listen: "${listen}"}
fetch: {contact: test, allow_private: [127.0.0.1], per_host: {gap: 0s}}
feeds: [{id: wire, url: "${feed}", kind: wire, lang: en}]
watches: [{id: defection, title: Diplomats who leave, match: defect* AND diplomat*, notify: [desk]}]
channels: {desk: {${desk}}}
`);
  return folder;
}

interface Ended extends RanWirewatch {
  /** Whether a stack trace was written. */
  trace: boolean;
}

async function runIn({ config }: DaemonFolder, ...flags: string[]): Promise<Ended> {
  const ran = await runWirewatch(["run", "--config", config, ...flags]);
  return { ...ran, trace: /^\s+at /m.test(ran.stderr) };
}

function run(given: Given, ...flags: string[]): Promise<Ended> {
  return runIn(configure(given), ...flags);
}

beforeAll(async () => {
  feeds = await startFeedServer();
  growFeed(feeds, "/good.rss", [{ id: "1", title: "A diplomat defects" }]);
});
afterEach(() => folder?.remove());
afterAll(() => feeds?.close());

describe("run --once", () => {
  it("reads every feed that is due, says what it did and ends with 0", async () => {
    const { code, stdout } = await run({}, "--once");
    expect(stdout).toMatch(/^1 feeds? polled, 0 failed; 1 new items?; 0 messages? sent, 0 waiting$/m);
    expect(code).toBe(0);
  });

  it("says that no feed was due, and which is the next", async () => {
    const polled = configure({});
    await runIn(polled, "--once");
    const { code, stdout } = await runIn(polled, "--once");
    expect(stdout).toMatch(
      /^0 feeds polled: none was due, the next is wire at 20.+ UTC; 0 messages? sent, 0 waiting$/m,
    );
    expect(code).toBe(0);
  });

  it("names a feed that failed and ends with 1", async () => {
    const broken = configure({ feed: addressOf("/missing.rss") });
    const { code, stdout } = await runIn(broken, "--once");
    expect(stdout).toMatch(/^ +feed wire: .*404/m);
    expect(code).toBe(1);
    // Asked again later: a run before that must not look as if all were well.
    const again = await runIn(broken, "--once");
    expect(again.stdout).toMatch(
      /^0 feeds polled.*\n +feed wire was not asked, it is not due until 20.*; before: .*404/m,
    );
    const status = await runWirewatch(["status", "--config", broken.config]);
    expect(status.stdout).toMatch(
      /^feeds +1, 1 failing \(`wirewatch feeds list --failing` says why, and what to do\)$/m,
    );
  });
});

describe("a start that cannot succeed says why, without a stack trace", () => {
  /** @param words what the message holds, in this order */
  function refusal(...words: string[]): object {
    const inOrder = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^]*");
    return { code: 1, trace: false, stderr: expect.stringMatching(new RegExp(inOrder)) };
  }

  it("on a port that is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const listen = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    expect(await run({ listen })).toMatchObject(refusal(listen, "in use"));
    other.close();
  });

  it("without a secret that a channel needs", async () => {
    const desk = "slack: {channel: C0DESK, token: {env: NO_SUCH_TOKEN}}";
    const folder = configure({ desk });
    const ended = await runIn(folder);
    // As any other fault of the configuration.
    expect(ended).toMatchObject({ ...refusal("NO_SUCH_TOKEN"), code: 3 });
    expect(ended.stderr.match(/channels\.desk\.slack\.token/g)).toHaveLength(1);
    expect(existsSync(folder.data)).toBe(false);
  });

  it("with a secret that is not what it is for", async () => {
    const folder = configure({ desk: "slack: {webhook: {file: address}}" });
    writeFileSync(`${folder.config}/address`, "hooks.slack.example/hunter2");
    const ended = await runIn(folder);
    expect(ended).toMatchObject({ ...refusal("channels.desk.slack.webhook is not an http or https address"), code: 3 });
    expect(ended.stderr).not.toContain("hunter2");
    expect(existsSync(folder.data)).toBe(false);
  });

  it("where the data folder cannot be made", async () => {
    const folder = configure({});
    writeFileSync(folder.data, "a file where the folder should be");
    expect(await runIn(folder)).toMatchObject(refusal("cannot write", folder.data));
  });

  it("on a file that is no database", async () => {
    const folder = configure({});
    mkdirSync(folder.data);
    writeFileSync(`${folder.data}/wirewatch.db`, "longer than a header of a hundred bytes ".repeat(30));
    expect(await runIn(folder)).toMatchObject(refusal(folder.data, "not a readable SQLite database"));
  });

  it("without PostgreSQL", async () => {
    const store = `postgres://user:pass-word@${NOBODY}/news`;
    const ended = await run({ store });
    expect(ended).toMatchObject(refusal(NOBODY, "does not answer"));
    expect(ended.stderr).not.toContain("pass-word");
  });

  it("without Redis", async () => {
    const database = await createTemporaryDatabase();
    const ended = await run({ store: database.url, queue: `redis://${NOBODY}` });
    expect(ended).toMatchObject(refusal(NOBODY, "check that it runs"));
    await database.drop();
  });
});

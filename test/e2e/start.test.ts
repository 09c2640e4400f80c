import { createServer } from "node:net";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { startWirewatch } from "../support/daemon-process.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon-folder.ts";
import { startFeedServer, type FeedServer } from "../support/feed-server.ts";
import { growFeed } from "../support/growing-feed.ts";

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

async function run(given: Given, ...flags: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { config } = configure(given);
  const wirewatch = startWirewatch(["run", "--config", config, ...flags]);
  const { code } = await wirewatch.ended;
  return { code, stdout: wirewatch.stdout(), stderr: wirewatch.stderr() };
}

beforeAll(async () => {
  feeds = await startFeedServer();
  growFeed(feeds, "/good.rss", [{ id: "1", title: "A diplomat defects" }]);
});
afterEach(() => folder?.remove());
afterAll(() => feeds?.close());

describe("run --once", () => {
  it("reads every feed, says what it did and ends with 0", async () => {
    const { code, stdout } = await run({}, "--once");
    expect(stdout).toMatch(/^1 feeds? read, 0 failed; 1 new items?; 0 messages? sent, 0 waiting$/m);
    expect(code).toBe(0);
  });

  it("names a feed that failed and ends with 1", async () => {
    const { code, stdout } = await run({ feed: addressOf("/missing.rss") }, "--once");
    expect(stdout).toMatch(/^ +feed wire: .*404/m);
    expect(code).toBe(1);
  });
});

describe("a start that cannot succeed says why, without a stack trace, and ends with 1", () => {
  function expectRefusal(ended: { code: number | null; stderr: string }, ...words: (string | RegExp)[]): void {
    for (const word of words) expect(ended.stderr).toMatch(word);
    expect(ended.stderr).not.toMatch(/^\s+at |"stack"/m);
    expect(ended.code).toBe(1);
  }

  it("on a port that is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const listen = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    expectRefusal(await run({ listen }), listen, "in use");
    other.close();
  });

  it("without a secret that a channel needs", async () => {
    const desk = "slack: {channel: C0DESK, token: {env: NO_SUCH_TOKEN}}";
    expectRefusal(await run({ desk }), "NO_SUCH_TOKEN", "desk");
  });

  it("where the data folder cannot be made", async () => {
    const { config, data } = configure({});
    writeFileSync(data, "a file where the folder should be");
    const wirewatch = startWirewatch(["run", "--config", config]);
    const { code } = await wirewatch.ended;
    expectRefusal({ code, stderr: wirewatch.stderr() }, "cannot write", data);
  });

  it("on a file that is no database", async () => {
    const { config, data } = configure({});
    mkdirSync(data);
    writeFileSync(`${data}/wirewatch.db`, "not a database, but longer than its header of a hundred bytes ".repeat(20));
    const wirewatch = startWirewatch(["run", "--config", config]);
    const { code } = await wirewatch.ended;
    expectRefusal({ code, stderr: wirewatch.stderr() }, "not a readable SQLite database", data);
  });

  it("without PostgreSQL", async () => {
    expectRefusal(await run({ store: `postgres://user:pass-word@${NOBODY}/news` }), NOBODY, "does not answer");
  });

  it("without Redis", async () => {
    const { store } = { store: inject("postgresUrl") };
    expectRefusal(await run({ store, queue: `redis://${NOBODY}` }), NOBODY, "check that it runs");
  });
});

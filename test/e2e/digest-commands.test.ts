import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDueEditions } from "../../src/pipeline/create-editions.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { channelPlan, HOUR_MS, planOf } from "../support/pipeline/pipeline-rig.ts";
import { runCommand, type RanCommand } from "../support/daemon/run-command.ts";
import { feed, newMatch, readItem } from "../support/store/store-builders.ts";

const CHANNELS = `channels:
  research:
    email: {to: [a@example.org, b@example.org], from: wirewatch@example.org, smtp: {env: SMTP_URL}}
    digest: {every: 1h}
  screen: {console: {}}
`;
const PLAN = planOf(
  [],
  [
    channelPlan("research", {
      recipients: ["a@example.org", "b@example.org"],
      digest: { every: HOUR_MS, empty: "send" },
    }),
  ],
);

let folder: DaemonFolder;

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const url = `sqlite:${join(folder.data, "wirewatch.db")}`;
  const store = await openStore({ url, sync: "normal", migrate: true, now: Date.now, log: createLogger("silent") });
  await work(store);
  await store.close();
}

async function collect(store: Store, title: string, at: number): Promise<void> {
  const { added } = await store.items.addRead("wire", [readItem(title, { title, publishedAt: at })], at);
  const storyId = await store.stories.create(at);
  const { id } = await store.matches.add(newMatch({ itemId: added[0] ?? "", storyId, matchedAt: at }));
  await store.editions.collect("research", id, "digest", at);
}

/** An edition of an hour ago with one story; another story waits. */
async function fill(store: Store): Promise<void> {
  const then = (Math.floor(Date.now() / HOUR_MS) - 2) * HOUR_MS;
  await store.feeds.sync([feed("wire")], () => 0);
  await store.items.addRead("wire", [], then);
  await createDueEditions({ store, plan: () => PLAN, now: () => then });
  await collect(store, "Consul asks for asylum", then + 1);
  await createDueEditions({ store, plan: () => PLAN, now: () => then + HOUR_MS });
  await collect(store, "Attaché asks for asylum", then + HOUR_MS + 1);
}

function wirewatch(...args: string[]): RanCommand {
  return runCommand([...args, "--config", folder.config]);
}

beforeAll(async () => {
  folder = makeDaemonFolder(
    `store: sqlite:../data/wirewatch.db\nfeeds: [{id: wire, url: "https://wire.example/feed"}]\n${CHANNELS}`,
  );
  await withStore(fill);
});
afterAll(() => folder.remove());

it("digest preview says what the next edition would say now, as often as it is asked", () => {
  for (const _ of [1, 2]) {
    const { code, out } = wirewatch("digest", "preview", "research");
    expect(out).toMatch(/Due 20.* \d\d:00:00 UTC; it would say now:\n\n1 story · .* · no. 2\n/);
    expect(out).toContain("Attaché asks for asylum");
    expect(out).not.toContain("Consul asks for asylum");
    expect(code).toBe(0);
  }
});

it("digest preview writes the mail's HTML, and gives the edition as JSON", () => {
  const file = join(folder.data, "next.html");
  const { out } = wirewatch("digest", "preview", "research", "--html", file);
  expect(out).toContain("1 story");
  expect(readFileSync(file, "utf8")).toContain("Attaché asks for asylum");
  const json: unknown = JSON.parse(wirewatch("digest", "preview", "research", "--json").out);
  expect(json).toMatchObject({ digest: { editionNumber: 2, stories: [{ headline: "Attaché asks for asylum" }] } });
});

it("digest list shows editions with what became of each message", () => {
  const { out } = wirewatch("digest", "list");
  expect(out).toMatch(
    /research no\. 1 .* 1 story\n {2}a@example\.org {2}pending, 0 attempts\n {2}b@example\.org {2}pending/,
  );
  expect(JSON.parse(wirewatch("digest", "list", "screen", "--json").out)).toEqual([]);
});

it("digest send puts one more message of an edition into the ledger, and moves nothing else", () => {
  const { code, out } = wirewatch("digest", "send", "research", "1", "--to", "c@example.net");
  expect(out).toMatch(/no\. 1 goes to c@example\.net as dlv_/);
  expect(code).toBe(0);
  expect(wirewatch("digest", "list", "research").out).toContain("  c@example.net  pending, 0 attempts");
  expect(wirewatch("digest", "preview", "research").out).toContain("no. 2\n");
});

it.each([
  [["send", "research", "9", "--to", "c@example.net"], "channel research has no edition 9; its latest is no. 1"],
  [["send", "research", "1", "--to", "c@example.net\nBcc: x"], "write one plain address"],
  [["preview", "screen"], "channel screen has no digest"],
  [["preview", "reserch"], "no channel has the id reserch: did you mean research?"],
  [["list", "reserch"], "no channel has the id reserch: did you mean research?"],
])("digest %j is refused with what is wrong", (args, words) => {
  const { code, err } = wirewatch("digest", ...args);
  expect(err).toContain(words);
  expect(code).toBe(2);
});

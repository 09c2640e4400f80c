import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { localTime } from "../../src/core/local-time.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { runWirewatch, type RanWirewatch } from "../support/daemon/daemon-process.ts";
import { feed, readItem } from "../support/store/store-builders.ts";

const YAML = `
timezone: Europe/London
watches: [{id: asylum, title: Asylum, match: asylum, notify: [screen, digest]}]
channels:
  screen: {console: {}, quiet_hours: {from: "22:00", to: "06:00"}}
  digest: {console: {}, digest: {at: ["07:00"]}}
`;
const WHO = ["--author", "Ada", "--comment", "a drill"];

const Silence = z.looseObject({ startsAt: z.number(), endsAt: z.number() });

let folder: DaemonFolder;

function wirewatch(...args: readonly string[]): Promise<RanWirewatch> {
  return runWirewatch([...args, "--config", folder.config]);
}

async function makeStory(): Promise<string> {
  const url = `sqlite:${join(folder.data, "wirewatch.db")}`;
  const store = await openStore({ url, sync: "normal", migrate: true, now: Date.now, log: createLogger("silent") });
  await store.feeds.sync([feed("wire")], () => 0);
  const { added } = await store.items.addRead("wire", [readItem("Envoy asks for asylum")], Date.now());
  const storyId = await store.stories.create(Date.now());
  await store.stories.addItems([{ storyId, itemId: added[0] ?? "", reason: "first" }], Date.now());
  await store.close();
  return storyId;
}

beforeAll(async () => {
  folder = makeDaemonFolder(YAML);
  await wirewatch("run", "--once");
});
afterAll(() => folder.remove());

describe("silence", () => {
  it("is added for an hour, listed, and ended once", async () => {
    const added = await wirewatch("silence", "add", "--watch", "asylum", ...WHO, "--json");
    expect(added.code).toBe(0);
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(added.stdout));
    const { stdout } = await wirewatch("silence", "list", "--json");
    const [silence] = z.tuple([Silence]).parse(JSON.parse(stdout));
    expect(silence).toMatchObject({ id, watchId: "asylum", author: "Ada", comment: "a drill", endedBy: null });
    expect(silence.endsAt - silence.startsAt).toBeGreaterThan(3_590_000);
    expect(silence.endsAt - silence.startsAt).toBeLessThanOrEqual(3_600_000);
    const end = localTime(silence.endsAt, "Europe/London");
    const { stdout: status } = await wirewatch("status");
    expect(status).toMatch(new RegExp(`^silence +${id} until ${end} by Ada: a drill$`, "m"));
    const { stdout: list } = await wirewatch("silence", "list");
    expect(list).toBe(`${id}  until ${end}  watch asylum  Ada: a drill\n`);

    const ended = await wirewatch("silence", "expire", id, "--author", "Bo", "--json");
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toEqual({ id, endedBy: "Bo" });
    expect(await wirewatch("silence", "expire", id, "--author", "Bo")).toMatchObject({ code: 2 });
    expect((await wirewatch("silence", "list")).stdout).toBe("No silence is in force.\n");
    expect((await wirewatch("silence", "list", "--past")).stdout).toContain("by Bo");
  });

  it.each([
    ["without an author", ["--watch", "asylum", "--comment", "c"], "--author"],
    ["without a comment", ["--watch", "asylum", "--author", "a"], "--comment"],
    ["of nothing", WHO, "say what to silence"],
    [
      "of a watch that does not exist",
      ["--watch", "nobody", ...WHO],
      "no live watch has the id nobody; there are: asylum",
    ],
    ["of a feed that does not exist", ["--feed", "nobody", ...WHO], "no feed has the id nobody"],
    ["of a story that does not exist", ["--story", "sty_none", ...WHO], "there is no story"],
    ["of no words", ["--words", "…", ...WHO], "--words must hold a word"],
    ["for no duration", ["--watch", "asylum", "--for", "soon", ...WHO], "write a duration"],
  ])("%s is refused with exit code 2", async (_fact, flags, words) => {
    const { code, stderr } = await wirewatch("silence", "add", ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe("routes test", () => {
  const question = ["routes", "test", "--watch", "asylum", "--at", "2026-03-28T23:00"];

  it("says who hears of a match, when and why, and asserts it", async () => {
    const { code, stdout } = await wirewatch(...question, "--expect", "screen,digest");
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "screen  held           quiet-hours, told at Sun 29 Mar 06:00 Europe/London",
        "digest  collected      digest, told at Sun 29 Mar 07:00 Europe/London\n",
      ].join("\n"),
    );
    const urgent = await wirewatch(...question, "--severity", "urgent", "--expect", "digest", "--json");
    expect(urgent).toMatchObject({ code: 1, stderr: "told, but not expected: screen\n" });
    expect(JSON.parse(urgent.stdout)).toMatchObject({
      at: Date.parse("2026-03-28T23:00:00Z"),
      heard: ["screen", "digest"],
      routes: [{ channelId: "screen", kind: "send", reason: "first-report", toldAt: null }, { channelId: "digest" }],
      unexpected: ["screen"],
      missing: [],
    });
  });

  it.each([
    ["of a watch that does not exist", ["--watch", "nobody", "--at", "2026-03-28"]],
    ["at no time", ["--watch", "asylum", "--at", "soon"]],
    ["that expects a channel that does not exist", ["--watch", "asylum", "--at", "2026-03-28", "--expect", "nobody"]],
    ["of no severity", ["--watch", "asylum", "--at", "2026-03-28", "--severity", "loud"]],
  ])("%s is refused with exit code 2", async (_fact, flags) => {
    expect((await wirewatch("routes", "test", ...flags)).code).toBe(2);
  });
});

describe("claim", () => {
  it("of a story that somebody else has says who, and ends with 1", async () => {
    const storyId = await makeStory();
    const first = await wirewatch("claim", storyId, "--author", "Ada");
    expect(first).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^sty_\S+ is Ada's since 20\S+ \S+ GMT\n$/),
    });
    expect(await wirewatch("claim", storyId, "--author", "Ada")).toEqual(first);
    const second = await wirewatch("claim", storyId, "--author", "Bob");
    expect(second).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/ is Ada's since .*: Bob did not get it/),
    });
    const { code, stdout } = await wirewatch("claim", storyId, "--author", "Bob", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "already-claimed", storyId, author: "Ada" });
  });

  it.each([
    ["without an author", ["sty_none"], "--author"],
    ["of a story that does not exist", ["sty_none", "--author", "Ada"], "there is no story"],
  ])("%s is refused with exit code 2", async (_fact, flags, words) => {
    const { code, stderr } = await wirewatch("claim", ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

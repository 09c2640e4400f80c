import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCommitMatches } from "../../src/pipeline/commit-matches.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { answersFor, channelPlan, matched, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { runCommand, type RanCommand } from "../support/daemon/run-command.ts";
import { feed, readItem } from "../support/store/store-builders.ts";

let folder: DaemonFolder;
let ids: readonly string[];

function wirewatch(...args: string[]): RanCommand {
  return runCommand(["stories", ...args, "--config", folder.config]);
}

beforeAll(async () => {
  folder = makeDaemonFolder("store: sqlite:../data/wirewatch.db\nchannels: {screen: {console: {}}}\n");
  const url = `sqlite:${join(folder.data, "wirewatch.db")}`;
  const now = Date.UTC(2026, 0, 20, 12);
  const log = createLogger("silent");
  await using store = await openStore({ url, sync: "normal", migrate: true, now: () => now, log }).then((opened) => ({
    ...opened,
    [Symbol.asyncDispose]: () => opened.close(),
  }));
  await store.feeds.sync([feed("wire")], () => 0);
  await store.items.addRead("wire", [], now);
  const body =
    "A counsellor at the embassy in Lima left his post on Monday and asked Peru for asylum, two officials said.";
  const copies = ["Envoy asks for asylum", "Counsellor seeks asylum"].map((title, at) =>
    readItem(title, {
      title,
      body,
      outlet: `Outlet ${at}`,
      cleanedLink: `https://news.example/${at}`,
      publishedAt: now,
    }),
  );
  ids = (await store.items.addRead("wire", copies, now)).added;
  const items = await store.items.listPending(await store.items.claimUnmatched(now, 0, 10));
  const plan = planOf([watch("asylum", { notify: ["screen"] })], [channelPlan("screen")]);
  await createCommitMatches({ store, plan: () => plan, now: () => now })(items, answersFor(items, [matched("asylum")]));
});
afterAll(() => folder.remove());

describe("wirewatch stories", () => {
  it("shows a story by the id of one of its items: each with why it is in it", () => {
    const { code, out } = wirewatch("show", ids[1] ?? "");
    expect(out).toMatch(/^sty_\S+: 2 outlets: 2 same text\n/);
    expect(out).toMatch(new RegExp(`${ids[0]} {2}first report`));
    expect(out).toMatch(new RegExp(`${ids[1]} {2}same text as ${ids[0]}`));
    expect(code).toBe(0);
    const { items } = JSON.parse(wirewatch("show", ids[1] ?? "", "--json").out);
    expect(items.map(({ itemId, reason }: { itemId: string; reason: string }) => [itemId, reason])).toEqual([
      [ids[0], "first"],
      [ids[1], "same-text"],
    ]);
  });

  it("shows a story by the link of one of its items", () => {
    const byLink = wirewatch("show", "https://news.example/1?utm_source=y");
    expect(byLink).toMatchObject({ code: 0, out: wirewatch("show", ids[1] ?? "").out });
    const unknown = wirewatch("show", "https://news.example/none");
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("no item in one, with the link https://news.example/none");
  });

  it("splits an item off: it has a story of its own, and the reason says so", () => {
    const split = wirewatch("split", ids[1] ?? "");
    expect(split.out).toMatch(new RegExp(`^${ids[1]} is now story sty_\\S+; it was in sty_\\S+\n$`));
    expect(split.code).toBe(0);
    expect(wirewatch("show", ids[0] ?? "").out).not.toContain(ids[1]);
    expect(wirewatch("show", ids[1] ?? "").out).toContain("split off by an operator");
  });

  it.each(["show", "split"])("%s of what is in no story says so, and ends with 2", (verb) => {
    const { code, out, err } = wirewatch(verb, "itm_none");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("itm_none");
  });
});

import { expect, it } from "vitest";
import { askLedger } from "../../src/pipeline/inspect/ask-ledger.ts";
import { countStandings, listFeeds } from "../../src/pipeline/inspect/list-feeds.ts";
import { answer } from "../support/feeds/feed-server.ts";
import { entry, openPollRig, rss } from "../support/feeds/poll-rig.ts";

it("a feed counts once in list, status and metric, also one that failed before it was ever read", async () => {
  const rig = await openPollRig({ startAt: Date.UTC(2026, 0, 20, 12) });
  rig.server.on("/good", answer(rss([entry({ title: "Envoy", guid: "1" })])));
  for (const id of ["good", "never-read", "unread"]) await rig.configure(id, `/${id}`);
  await rig.poll("good");
  for (let polls = 0; polls < 5; polls += 1) await rig.pollWhenDue("never-read");
  expect(await rig.store.incidents.listOpen()).toMatchObject([{ kind: "feed-failing", subject: "never-read" }]);

  const counts = { good: 1, failing: 1, new: 1, gone: 0, suspended: 0, silent: 0, moved: 0, paused: 0 };
  expect(countStandings(await listFeeds(rig.store, rig.now()))).toEqual(counts);
  const { feeds } = await askLedger(rig.store, { plan: { hash: "h", channels: new Set() }, now: rig.now() });
  expect(feeds).toMatchObject({ total: 3, states: counts, neverRead: 2, failing: [{ id: "never-read" }] });
  await rig.close();
});

import { expect, it } from "vitest";
import type { Note } from "../../src/notify/message.ts";
import { listDeliveries } from "../../src/pipeline/inspect/show-deliveries.ts";
import { writeMark, writeNote } from "../../src/pipeline/telling/telling-payload.ts";
import { channelPlan, planOf } from "../support/pipeline/pipeline-rig.ts";
import { describeStore } from "../support/store/describe-store.ts";
import { newDelivery } from "../support/store/store-builders.ts";

const NOTICE = JSON.stringify({ kind: "notice", level: "page", title: "Something broke", lines: [], remedy: null });
const CLAIMED: Note = { kind: "claimed", author: "Ada" };
const GONE: Note = { kind: "gone", outlet: "Example TV", headline: "Title of a", link: null, status: 404 };

describeStore("titles of deliveries", (given) => {
  it("are words and no keys, whatever the delivery tells", async () => {
    const { store, channelId, storeMatch } = given();
    const matchId = await storeMatch("a");
    async function add(name: string, changed: Parameters<typeof newDelivery>[1], ofMatch = false): Promise<string> {
      const { id } = await store.deliveries.add(newDelivery(`${channelId}|${name}`, { channelId, ...changed }));
      if (ofMatch) await store.deliveries.attachMatches(id, [matchId]);
      return id;
    }
    const parentId = await add("alert", {}, true);
    await add("claimed", { kind: "reply", parentId, payload: writeNote(CLAIMED) });
    await add("gone", { kind: "reply", parentId, payload: writeNote(GONE) });
    await add("edit", { kind: "edit", parentId });
    const followUp = writeMark({ kind: "follow-up", to: "Title of a", reasons: [] });
    await add("follow-up", { parentId, payload: followUp }, true);
    const held = { cause: "quiet-hours", detail: null, from: 1, to: 2 };
    await add("roundup", { kind: "roundup", payload: JSON.stringify(held) });
    const part = { number: 2, of: 5, alerts: 60 };
    await add("roundup-2", { kind: "roundup", payload: JSON.stringify({ ...held, part }) });
    await add("notice", { kind: "notice", payload: NOTICE });
    await add("summary", { kind: "summary", payload: JSON.stringify({ kind: "summary", feeds: ["wire"] }) });

    const lines = await listDeliveries(store, planOf([], [channelPlan(channelId)]), { channelId, limit: 10 });
    expect(lines.map(({ key, title }) => `${key.split("|")[1]}: ${title}`).toSorted()).toEqual([
      "alert: Title of a",
      "claimed: Claimed by Ada: Title of a",
      "edit: Title of a",
      "follow-up: Follow-up: Title of a",
      "gone: The page of Example TV is gone (HTTP 404): Title of a",
      "notice: Something broke",
      "roundup-2: alerts from quiet hours, post 2 of 5",
      "roundup: alerts from quiet hours",
      "summary: what new feeds held",
    ]);
  });
});

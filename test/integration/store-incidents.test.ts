import { expect, it } from "vitest";
import { describeStore } from "../support/store/describe-store.ts";
import { feed } from "../support/store/store-builders.ts";

describeStore("incidents", (given) => {
  it("were open at a time or after it", async () => {
    const { store, channelId } = given();
    const incident = { kind: "channel-down", subject: channelId, cause: "timeout", openedAt: 10 } as const;
    expect(await store.incidents.wasOpen("channel-down", channelId, 0)).toBe(false);
    await store.incidents.open(incident);
    expect(await store.incidents.wasOpen("channel-down", channelId, 99)).toBe(true);
    await store.incidents.close("channel-down", channelId, 50);
    expect(await store.incidents.wasOpen("channel-down", channelId, 50)).toBe(true);
    expect(await store.incidents.wasOpen("channel-down", channelId, 51)).toBe(false);
  });

  it("are open once for a subject, and open anew after they closed", async () => {
    const { store, peer, feedId } = given();
    const incident = { kind: "feed-failing", subject: feedId, cause: "timeout", openedAt: 10 } as const;
    const opening = await Promise.all([store.incidents.open(incident), peer.incidents.open(incident)]);
    const opened = opening.filter((row) => row !== undefined);
    const untold = { groupId: null, settledAt: null, sharedCause: null };
    expect(opened).toEqual([{ ...incident, ...untold, id: expect.stringMatching(/^inc_/), closedAt: null }]);
    expect(await store.incidents.listOpen()).toContainEqual(opened[0]);
    expect(await store.incidents.listOpenAt(9)).not.toContainEqual(opened[0]);
    expect(await store.incidents.close("feed-failing", feedId, 20)).toEqual({ ...opened[0], closedAt: 20 });
    expect(await store.incidents.close("feed-failing", feedId, 30)).toBeUndefined();
    expect((await store.incidents.listOpenAt(19)).map(({ id }) => id)).toContain(opened[0]?.id);
    expect((await store.incidents.listOpenAt(20)).map(({ id }) => id)).not.toContain(opened[0]?.id);
    expect(await store.incidents.open({ ...incident, openedAt: 40 })).toMatchObject({ openedAt: 40 });
  });
});

describeStore("incidents of a feed that is removed", (given) => {
  it("are over, and nobody hears of them any more; those of channels and other feeds go on", async () => {
    const { store, feedId, channelId } = given();
    const staying = `${feedId}-staying`;
    await store.feeds.sync([feed(feedId), feed(staying)], () => 0);
    const failing = { kind: "feed-failing", cause: "gone", openedAt: 10 } as const;
    const silent = { ...failing, kind: "feed-silent", subject: feedId } as const;
    await store.incidents.open({ ...failing, subject: feedId });
    await store.incidents.open(silent);
    await store.incidents.close("feed-silent", feedId, 20);
    await store.incidents.open({ ...failing, subject: staying });
    await store.incidents.open({ ...failing, kind: "channel-down", subject: channelId });
    await store.feeds.sync([feed(staying)], () => 0);
    const mine = [feedId, staying, channelId];
    const open = (await store.incidents.listOpen()).map(({ subject }) => subject);
    expect(open.filter((subject) => mine.includes(subject)).toSorted()).toEqual([channelId, staying].toSorted());
    const unsettled = (await store.incidents.listUnsettled()).map(({ subject }) => subject);
    expect(unsettled.filter((subject) => mine.includes(subject))).toEqual([staying]);
    await store.feeds.sync([feed(feedId), feed(staying)], () => 0);
    expect(await store.incidents.open({ ...failing, subject: feedId })).toMatchObject({ subject: feedId });
  });
});

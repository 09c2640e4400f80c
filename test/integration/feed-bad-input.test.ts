import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answer, type Answering } from "../support/feeds/feed-server.ts";
import { entry, openPollRig, rss, type PollRig } from "../support/feeds/poll-rig.ts";

/** Servers that do what servers do, polled for real: nothing is lost, nothing comes without end. */

const START = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ENVOY = { title: "Envoy asks for asylum", guid: "1", link: "https://news.example/envoy" };
const CONSUL = { title: "Consul does not return", guid: "2", link: "https://news.example/consul" };

let rig: PollRig;
beforeEach(async () => {
  rig = await openPollRig({ startAt: START });
  await rig.configure("wire", "/feed", { everyMs: 5 * MINUTE });
});
afterEach(() => rig.close());

function serve(...entries: readonly Readonly<Record<string, string>>[]): void {
  rig.server.on("/feed", answer(rss(entries.map(entry))));
}

async function titles(): Promise<string[]> {
  return (await rig.items()).map(({ title }) => title);
}

function drip(response: Parameters<Answering>[0]): void {
  const timer = setInterval(() => response.write("<"), 100);
  response.on("close", () => {
    clearInterval(timer);
  });
}

function raw(bytes: string): Answering {
  return (response) => {
    response.socket?.end(bytes);
  };
}

describe("a server", () => {
  it.each<[string, Answering, string]>([
    ["that drips", drip, "timeout"],
    [
      "that claims to send more than it does",
      raw(`HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n${rss([])}`),
      "cut-short",
    ],
    ["that claims to send terabytes", raw("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000\r\n\r\n"), "too-large"],
    ["that redirects in circles", answer("", { location: "/feed" }, 302), "redirect"],
    ["that redirects to a private address", answer("", { location: "http://10.0.0.5/feed" }, 301), "blocked-address"],
    [
      "that redirects to the metadata of a cloud",
      answer("", { location: "http://169.254.169.254/" }, 307),
      "blocked-address",
    ],
    ["that sends a page with status 200", answer("<!doctype html><html><body>Oops</body></html>"), "not-a-feed"],
    ["that sends nothing with status 200", answer(""), "not-a-feed"],
  ])("%s fails, and what was known of the feed stays", async (_fact, answering, kind) => {
    const good = answer(rss([entry(ENVOY)]), { etag: '"1"' });
    rig.server.on("/feed", good);
    await rig.poll("wire");
    const before = { items: await rig.items(), etag: (await rig.state("wire")).etag };
    rig.server.on("/feed", answering);
    expect(await rig.poll("wire")).toMatchObject({ outcome: "failed", failureKind: kind });
    expect({ items: await rig.items(), etag: (await rig.state("wire")).etag }).toEqual(before);
    rig.server.on("/feed", good);
    expect(await rig.poll("wire")).toMatchObject({ outcome: "unchanged" });
  });

  it("whose feed turns into an error page with status 200 opens one incident, and closes it when the feed is back", async () => {
    rig.server.on("/feed", answer(rss([entry(ENVOY)]), { etag: '"1"' }));
    await rig.poll("wire");
    rig.server.on("/feed", answer("<!doctype html><html><body>Oops</body></html>", { etag: '"page"' }));
    for (let polls = 0; polls < 6; polls += 1) await rig.pollWhenDue("wire");
    expect((await rig.state("wire")).etag).toBe('"1"');
    expect(await rig.line("wire")).toMatchObject({ state: "failing", remedy: expect.stringContaining("--kept bad") });
    rig.server.on("/feed", answer(rss([entry(CONSUL), entry(ENVOY)]), { etag: '"2"' }));
    expect(await rig.pollWhenDue("wire")).toMatchObject({ outcome: "read", added: 1, revised: 0 });
    await rig.pollWhenDue("wire");
    expect(await rig.notices()).toMatchObject([
      { title: "Feed wire cannot be read", lines: ["asked 127.0.0.1: the answer is an HTML page that names no feed"] },
      { title: "Feed wire can be read again" },
    ]);
  });

  it("that changes the form of its validators loses nothing, and nothing is read twice for it", async () => {
    const forms = ['"a"', 'W/"a"', "a", 'W/"a-gzip"', '"a;x"'];
    let shown = [ENVOY];
    let asked = 0;
    rig.server.on("/feed", (response, headers) => {
      const etag = forms[asked % forms.length] ?? "";
      asked += 1;
      const isSame = headers["if-none-match"] === etag;
      answer(isSame ? "" : rss(shown.map(entry)), { etag }, isSame ? 304 : 200)(response, headers);
    });
    await rig.poll("wire");
    for (const form of forms.slice(1)) {
      expect(await rig.poll("wire")).toMatchObject({ outcome: "unchanged", added: 0, revised: 0 });
      expect((await rig.state("wire")).etag).toBe(form);
    }
    shown = [CONSUL, ENVOY];
    expect(await rig.poll("wire")).toMatchObject({ outcome: "read", added: 1, revised: 0 });
    expect(await titles()).toEqual([ENVOY.title, CONSUL.title]);
  });
});

describe("a feed", () => {
  it("that gives an old id to another story has two items", async () => {
    serve({ ...ENVOY, pubDate: new Date(START - DAY).toUTCString() });
    await rig.poll("wire");
    serve({ ...CONSUL, guid: ENVOY.guid, pubDate: new Date(START).toUTCString() });
    expect(await rig.poll("wire")).toMatchObject({ added: 1, revised: 0 });
    expect(await rig.poll("wire")).toMatchObject({ outcome: "unchanged" });
    expect(await titles()).toEqual([ENVOY.title, CONSUL.title]);
  });

  it("that gives one id to all its items keeps each of them once, also when only one is left", async () => {
    const all = [ENVOY, CONSUL].map((fields) => ({ ...fields, guid: "0" }));
    serve(...all);
    expect(await rig.poll("wire")).toMatchObject({ added: 2 });
    serve(...all.slice(0, 1));
    expect(await rig.poll("wire")).toMatchObject({ outcome: "read", added: 0, revised: 0 });
    serve(...all);
    expect(await rig.poll("wire")).toMatchObject({ outcome: "read", added: 0, revised: 0 });
  });

  it("that gives one id to all its items has a new one as new, and not as a correction of the old", async () => {
    serve({ ...ENVOY, guid: "0" });
    await rig.poll("wire");
    serve({ ...CONSUL, guid: "0" }, { ...ENVOY, guid: "0" });
    expect(await rig.poll("wire")).toMatchObject({ added: 1, revised: 0 });
    expect(await titles()).toEqual([ENVOY.title, CONSUL.title]);
  });

  it.each([
    ["ids nor links", {}],
    ["ids, and links to its front page only", { link: "https://news.example/" }],
  ])("without %s has every item once", async (_fact, link) => {
    const all = [ENVOY, CONSUL].map(({ title }) => ({ title, ...link }));
    serve(...all.slice(0, 1));
    await rig.poll("wire");
    serve(...all.toReversed());
    expect(await rig.poll("wire")).toMatchObject({ added: 1, revised: 0 });
    serve(...all.slice(1));
    expect(await rig.poll("wire")).toMatchObject({ added: 0, revised: 0 });
  });

  it("that repeats a text has it again while the earlier one is still shown", async () => {
    const alarms = [0, 1].map((hours) => ({ title: "Alarm", pubDate: new Date(START - hours * HOUR).toUTCString() }));
    serve(...alarms.slice(1));
    await rig.poll("wire");
    serve(...alarms);
    expect(await rig.poll("wire")).toMatchObject({ added: 1, revised: 0 });
  });

  it("that counts its readers in the text of an item soon has no more revisions for it, but for a change of words", async () => {
    for (let polls = 0; polls < 8; polls += 1) {
      serve({ ...ENVOY, description: `Read ${polls * 311} times.` });
      await rig.pollWhenDue("wire");
    }
    expect(await rig.items()).toMatchObject([{ revision: 3 }]);
    serve({ ...ENVOY, description: "Read 9,000 times. He stayed in Norway." });
    expect(await rig.pollWhenDue("wire")).toMatchObject({ revised: 1 });
  });

  it("that corrects a headline under the same id has one item with two revisions", async () => {
    serve(ENVOY);
    await rig.poll("wire");
    serve({ ...ENVOY, title: "Envoy asks for asylum in Norway" });
    expect(await rig.poll("wire")).toMatchObject({ added: 0, revised: 1 });
    expect(await rig.items()).toMatchObject([{ title: "Envoy asks for asylum in Norway", revision: 2 }]);
  });

  it("that dates an item back has it as new, with the date that it gave: no date is a watermark", async () => {
    serve(ENVOY);
    await rig.poll("wire");
    serve({ ...CONSUL, pubDate: new Date(START - 3 * DAY).toUTCString() }, ENVOY);
    expect(await rig.poll("wire")).toMatchObject({ added: 1 });
    expect((await rig.items())[1]).toMatchObject({
      publishedAt: START - 3 * DAY,
      publishedSource: "feed",
      baseline: false,
    });
  });

  it("that moves the date of an item back and forth keeps the first one, and has no revision", async () => {
    for (const days of [1, 5, 0, 3]) {
      serve({ ...ENVOY, pubDate: new Date(START - days * DAY).toUTCString() });
      await rig.poll("wire");
    }
    expect(await rig.items()).toMatchObject([{ revision: 1, publishedAt: START - DAY }]);
  });

  it.each([
    ["with ids", ENVOY],
    ["with links only", { title: ENVOY.title, link: ENVOY.link }],
    ["with neither", { title: ENVOY.title, description: "He stayed." }],
  ])("that bumps its dates at every poll, %s, has no new items and no revisions", async (_fact, fields) => {
    for (let polls = 0; polls < 6; polls += 1) {
      const moment = new Date(rig.now()).toUTCString();
      rig.server.on(
        "/feed",
        answer(rss([entry({ ...fields, pubDate: moment })], `<lastBuildDate>${moment}</lastBuildDate>`)),
      );
      expect(await rig.pollWhenDue("wire")).toMatchObject({ outcome: "read", added: polls === 0 ? 1 : 0, revised: 0 });
    }
    expect(await rig.items()).toHaveLength(1);
  });

  it("that publishes 20,000 items at once has the first 10,000, and says that there are more", async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) =>
      entry({ title: `News ${index}`, guid: String(index) }),
    );
    rig.server.on("/feed", answer(gzipSync(rss(entries)), { "content-encoding": "gzip" }));
    expect(await rig.poll("wire")).toMatchObject({ outcome: "read", added: 10_000 });
    expect((await rig.line("wire")).isCut).toBe(true);
    serve(ENVOY);
    await rig.poll("wire");
    expect((await rig.line("wire")).isCut).toBe(false);
  });
});

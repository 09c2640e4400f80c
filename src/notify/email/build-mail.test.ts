import { describe, expect, it } from "vitest";
import { mailOf } from "../../../test/support/channels/mail-of.ts";
import {
  alert,
  chineseStory,
  continuedStory,
  digest,
  evidence,
  HOSTILE,
  outgoing,
  persianStory,
  story,
} from "../../../test/support/channels/messages.ts";
import { buildMails } from "./build-mail.ts";

const input = { channelId: "research-digest", from: "wirewatch@example.org", timezone: "Europe/London" };

describe("the mail of an alert", () => {
  const mail = mailOf(outgoing(alert()), input);

  it("says urgent and the headline in its subject", () => {
    expect(mail.subject).toBe("Urgent: Second secretary at Example embassy asks for asylum in Norway");
    expect(mail.priority).toBe("high");
  });

  it("has the same Message-ID at every attempt, and another for another delivery", () => {
    expect(mailOf(outgoing(alert({ headline: "Edited" })), input).messageId).toBe(mail.messageId);
    expect(mailOf(outgoing(alert(), { key: "alert|sty_2|desk" }), input).messageId).not.toBe(mail.messageId);
    expect(mail.messageId).toMatch(/^<[0-9a-f]{40}@example\.org>$/);
  });

  it("tells lists and answering machines what it is", () => {
    expect(mail.headers).toMatchObject({
      "List-ID": "<research-digest.wirewatch.example.org>",
      "Auto-Submitted": "auto-generated",
    });
  });

  it.each([
    "Second secretary at Example embassy asks for asylum in Norway",
    "Example Wire",
    "Ivan Example, second secretary, embassy in Oslo",
    "told reporters outside the embassy",
    "asked for asylum",
    "Diplomats who leave their post",
    "3 min later",
    "https://tv.example.com/n/8812",
  ])("holds %s in both parts", (words) => {
    expect(mail.text).toContain(words);
    expect(mail.html).toContain(words);
  });

  it("shows what is marked", () => {
    expect(mail.text).toContain("that he had *asked for asylum* on Monday.");
    expect(mail.html).toMatch(/<b class="mark"[^>]*>asked for asylum<\/b>/);
  });

  it("lets every text take its own direction", () => {
    const { html } = mailOf(outgoing({ kind: "alert", story: persianStory() }), input);
    expect(html).toMatch(/<h1 dir="auto"[^>]*><a [^>]*>دبیر دوم سفارت در اسلو درخواست پناهندگی کرد<\/a>/);
    expect(html).toContain("<bdi>خبرگزاری نمونه</bdi>");
  });

  it("keeps a right-to-left headline together behind the word that is not", () => {
    expect(mailOf(outgoing({ kind: "alert", story: persianStory() }), input).subject).toBe(
      "Urgent: \u2068دبیر دوم سفارت در اسلو درخواست پناهندگی کرد\u2069",
    );
  });

  it("shows the lead under a headline that is the proof", () => {
    const { text, html } = mailOf(outgoing({ kind: "alert", story: chineseStory() }), input);
    expect(text).toContain("驻挪威*大使馆*二等秘书*申请政治庇护*");
    expect(html).toContain(chineseStory().lead ?? "-");
  });
});

describe("the mail of an edition", () => {
  const mail = mailOf(outgoing(digest(), { key: "digest|research-digest|118|a@example.org" }), input);

  it("carries counts, window and number in its subject", () => {
    expect(mail.subject).toBe("5 stories, 2 feeds failing · Tue 20 Jan 07:00–15:00 London · no. 118");
    expect(mail.priority).toBe("normal");
  });

  it("answers the edition before, that of its recipient", () => {
    const to = { key: "digest|research-digest|117|a@example.org", recipient: "a@example.org" };
    const before = mailOf(outgoing(digest({ editionNumber: 117 }), to), input);
    const sent = mailOf(outgoing(digest(), { ...to, key: "digest|research-digest|118|a@example.org" }), input);
    expect(sent.references).toBe(`<digest.research-digest@wirewatch.example.org> ${before.messageId}`);
    expect(sent.inReplyTo).toBe(before.messageId);
    expect(mailOf(outgoing(digest({ editionNumber: 1 })), input).references).not.toContain(" ");
  });

  it("ends by one click where others reach wirewatch, and says so in both parts", () => {
    const url = "https://news.example.org/u/token";
    const { headers, text, html } = mailOf(outgoing(digest(), { unsubscribeUrl: url }), input);
    expect(headers).toMatchObject({
      "List-Unsubscribe": `<${url}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(text).toContain(`To get these mails no more: ${url}\n`);
    expect(html).toContain(`href="${url}"`);
    expect(Object.keys(mail.headers)).not.toContain("List-Unsubscribe");
  });

  it("says of old news that it is late", () => {
    const { text, html } = mailOf(outgoing(digest({ stories: [story({ late: true })] })), input);
    for (const part of [text, html]) expect(part).toContain("Urgent · late · published Tue 20 Jan 14:02");
  });

  it("continues stories with what is new", () => {
    const { text, html } = mailOf(outgoing(digest({ continued: [continuedStory()] })), input);
    for (const part of [text, html]) {
      expect(part).toContain("Continues no. 117: Second secretary at Example embassy asks for asylum in Norway");
      expect(part.replaceAll(/<[^>]+>/g, "")).toContain(
        "New outlets: Example Daily (independent). Again: Example TV (state)",
      );
    }
  });

  it("has headings in order, and headings of rows and columns for its table", () => {
    const levels = Array.from(mail.html.matchAll(/<h([1-6])/g), ([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(mail.html.match(/<th scope="(row|col)"/g)).toHaveLength(4);
  });

  it("says in which language a story is, and lets each text have its direction", () => {
    expect(mail.html).toMatch(/<h3 dir="auto" lang="fa"[^>]*>/);
    expect(mail.html).toMatch(/<p dir="auto" lang="ru" class="ink quote"/);
  });

  it("reads from top to bottom as text, without tables and rules", () => {
    expect(mail.text).not.toMatch(/[-=_*]{3}|\|| {3}|\t/);
    expect(mail.text).toContain("\nWatches\n\n- Diplomats who leave their post: 3 stories\n");
  });

  it.each([
    "Read 212 feeds in 7340 polls: 1904 new items.",
    "example-ministry: failing since Tue 20 Jan 05:10 London, HTTP 503 from www.mfa.example",
    "Officials of the Example ministry",
    "دبیر دوم سفارت در اسلو درخواست پناهندگی کرد",
    "The night the ambassador defected: 1954 remembered",
    "Ivan Example (3 stories)",
  ])("holds %s in both parts", (words) => {
    expect(mail.text).toContain(words);
    expect(mail.html).toContain(words);
  });

  it("needs no images and no scripts", () => {
    expect(mail.html).not.toMatch(/<(img|script|link|iframe|form)\b/i);
  });

  it("of many stories is several mails below the size at which mail programs clip, each whole, together complete", () => {
    const filler = "слово ".repeat(60);
    const stories = Array.from({ length: 400 }, (_, index) =>
      story({
        headline: `Story ${index + 1} ${filler}`,
        evidence: [evidence(`${filler} убежища ${filler}`, ["убежища"])],
      }),
    );
    const setAside = Array.from({ length: 900 }, (_, index) => ({
      reason: index % 2 === 0 ? "vetoed" : "late",
      detail: filler,
      headline: filler,
      link: `https://x.example/${"a".repeat(300)}`,
      watchTitle: "Watch",
    }));
    const failingFeeds = Array.from({ length: 300 }, () => ({ feedId: "f", since: 0, cause: filler }));
    const watches = Array.from({ length: 300 }, () => ({ title: filler, stories: 1 }));
    const mails = buildMails(outgoing(digest({ stories, setAside, failingFeeds, watches })), input);
    expect(mails.length).toBeGreaterThan(5);
    expect(Math.max(...mails.map(({ html }) => Buffer.byteLength(html)))).toBeLessThan(90_000);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
    expect(new Set(mails.slice(1).map(({ inReplyTo }) => inReplyTo))).toEqual(new Set([mails[0]?.messageId]));
    for (const [index, { subject, text, html }] of mails.entries()) {
      expect(subject).toContain(` · part ${index + 1} of ${mails.length}`);
      expect(text).toContain(`\nPart ${index + 1} of ${mails.length}\n`);
      expect(html).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    }
    for (let number = 1; number <= 400; number += 1) {
      expect(mails.filter(({ text }) => text.includes(`\n${number}. Story ${number} `))).toHaveLength(1);
      expect(mails.filter(({ html }) => html.includes(`>Story ${number} `))).toHaveLength(1);
    }
  });
});

describe("an edition of any length", () => {
  it("has each story cut and written once for the HTML and once for the text", () => {
    let read = 0;
    const counted = {
      ...story(),
      get glosses() {
        read += 1;
        return {};
      },
    };
    buildMails(outgoing(digest({ stories: [story(), counted] })), input);
    expect(read).toBe(2);
  });
});

describe("the mail of a page", () => {
  it("says in subject, text and HTML that somebody must act", () => {
    const page = { kind: "notice", level: "page", title: "Disk full", lines: [], remedy: null } as const;
    const { subject, text, html } = mailOf(outgoing(page), input);
    for (const part of [subject, text, html]) expect(part).toContain("Act now: Disk full");
  });
});

describe("text from a feed in a mail", () => {
  const hostile = story({
    headline: HOSTILE,
    link: "javascript:alert(1)",
    outlets: [{ name: HOSTILE, feedKind: "wire", link: 'https://x.example/"onclick="x' }],
    evidence: [evidence(HOSTILE, ["*bold*"])],
  });
  const messages = [
    { kind: "alert", story: hostile },
    digest({
      stories: [hostile],
      setAside: [{ reason: "late", detail: HOSTILE, headline: HOSTILE, link: HOSTILE, watchTitle: HOSTILE }],
    }),
    { kind: "notice", level: "page", title: HOSTILE, lines: [HOSTILE], remedy: HOSTILE },
    {
      kind: "summary",
      feeds: ["a"],
      stored: 1,
      wouldHaveMatched: [{ headline: HOSTILE, link: HOSTILE, watchTitle: "w" }],
    },
  ] as const;

  it.each(messages.map((message) => [message.kind, message] as const))("is only text in a %s", (_kind, message) => {
    const mail = mailOf(outgoing(message), input);
    expect(mail.html).not.toMatch(/<script>|javascript:|onclick="x|<!channel>/);
    expect(mail.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(mail.subject).not.toMatch(/[\r\n]/);
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(`${mail.text}${mail.html}`).not.toMatch(/\u001B|\u0007|\u202E|\r/);
  });

  it("of two megabytes makes a small mail", () => {
    const huge = mailOf(outgoing(alert({ headline: HOSTILE.repeat(12_000) })), input);
    expect(huge.subject.length).toBeLessThan(200);
    expect(huge.html.length).toBeLessThan(10_000);
  });
});

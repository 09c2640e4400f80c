import type { EvidenceSentence } from "../../../src/core/vocabulary.ts";
import type { Outgoing } from "../../../src/notify/channel.ts";
import type {
  AlertMessage,
  ContinuedLine,
  DigestMessage,
  Message,
  RoundupMessage,
  StoryLine,
} from "../../../src/notify/message.ts";

/** 2026-01-20, a Tuesday, at the given UTC time. */
export function tuesday(time: string): number {
  return Date.parse(`2026-01-20T${time}Z`);
}

/** A sentence of the body with the given words marked wherever they first stand. */
export function evidence(
  sentence: string,
  words: readonly string[],
  field: "title" | "body" = "body",
): EvidenceSentence {
  const marks = words.map((word): [number, number] => {
    const start = sentence.indexOf(word);
    if (start === -1) throw new RangeError(`"${word}" does not stand in "${sentence}"`);
    return [start, start + word.length];
  });
  return { field, sentence, start: 0, end: sentence.length, marks };
}

const HEADLINE = "Second secretary at Example embassy asks for asylum in Norway";
const LINK = "https://news.example.org/world/2026/01/20/secretary-asylum";
const defection = {
  id: "defection",
  title: "Diplomats who leave their post",
  severity: "urgent",
  words: ["second secretary", "asked for asylum"],
  clause: '"asked for asylum" NEAR/12 @offices',
} as const;

/** An English story with two outlets, a person and one proving sentence; `change` overrides. */
export function story(change: Partial<StoryLine> = {}): StoryLine {
  return {
    headline: HEADLINE,
    link: LINK,
    lang: "en",
    outlets: [
      { name: "Example Wire", feedKind: "wire", link: LINK },
      { name: "Example TV", feedKind: "state", link: "https://tv.example.com/n/8812" },
    ],
    severity: "urgent",
    watches: [defection],
    people: [{ name: "Ivan Example", role: "second secretary, embassy in Oslo", spelling: "I. Example" }],
    evidence: [
      evidence(
        "The second secretary, I. Example, told reporters outside the embassy that he had asked for asylum on Monday.",
        ["second secretary", "asked for asylum"],
      ),
    ],
    lead: null,
    glosses: {},
    publishedAt: tuesday("14:02"),
    publishedSource: "feed",
    firstSeenAt: tuesday("14:05"),
    ...change,
  };
}

export function persianStory(): StoryLine {
  return story({
    headline: "دبیر دوم سفارت در اسلو درخواست پناهندگی کرد",
    lang: "fa",
    watches: [{ ...defection, words: ["دبیر دوم", "سفارت", "درخواست پناهندگی"] }],
    outlets: [{ name: "خبرگزاری نمونه", feedKind: "independent", link: "https://fa.example.org/n/17" }],
    people: [{ name: "Ivan Example", role: "second secretary", spelling: "ایوان اگزمپل" }],
    evidence: [
      evidence("یک مقام وزارت خارجه گفت که دبیر دوم سفارت روز دوشنبه در نروژ درخواست پناهندگی داده است.", [
        "دبیر دوم",
        "سفارت",
        "درخواست پناهندگی",
      ]),
    ],
    glosses: { سفارت: "embassy", "درخواست پناهندگی": "asked for asylum" },
    publishedSource: "first-seen",
  });
}

export function arabicStory(): StoryLine {
  return story({
    headline: "دبلوماسي في سفارة أوسلو يطلب اللجوء",
    lang: "ar",
    link: "https://ar.example.org/n/3",
    outlets: [{ name: "وكالة المثال", feedKind: "state", link: "https://ar.example.org/n/3" }],
    people: [{ name: "Ivan Example", role: "سكرتير ثان", spelling: "إيفان إكزامبل" }],
    evidence: [
      evidence("قال السكرتير الثاني في السفارة إنه طلب اللجوء في النرويج يوم الاثنين (رقم 12).", [
        "السفارة",
        "طلب اللجوء",
      ]),
    ],
    glosses: { السفارة: "the embassy" },
  });
}

export function russianStory(): StoryLine {
  return story({
    headline: "Второй секретарь посольства попросил убежища в Норвегии",
    lang: "ru",
    severity: "normal",
    outlets: [{ name: "Пример ТВ", feedKind: "state", link: "https://ru.example.org/n/5" }],
    people: [{ name: "Ivan Example", role: null, spelling: "Ивана Экземпляра" }],
    evidence: [
      evidence("В посольстве подтвердили, что Ивана Экземпляра нет на работе: он попросил убежища.", [
        "посольстве",
        "попросил убежища",
      ]),
    ],
    glosses: { посольстве: "embassy" },
  });
}

export function chineseStory(): StoryLine {
  const headline = "驻挪威大使馆二等秘书申请政治庇护";
  return story({
    headline,
    lang: "zh",
    outlets: [{ name: "示例通讯社", feedKind: "wire", link: "https://zh.example.org/n/9" }],
    people: [],
    evidence: [evidence(headline, ["大使馆", "申请政治庇护"], "title")],
    lead: "挪威外交部星期一表示，正在处理一名外国外交官的申请，没有透露其姓名和国籍。",
    glosses: { 大使馆: "embassy" },
  });
}

/** The English story, which another outlet reports with a new person and a new sentence. */
export function continuedStory(change: Partial<ContinuedLine> = {}): ContinuedLine {
  const sentence = "The ministry said that its counsellor Maria Example had been recalled on Sunday.";
  return {
    ...story({
      headline: "Ministry recalls counsellor after asylum request",
      link: "https://daily.example.net/recall",
      outlets: [
        { name: "Example Daily", feedKind: "independent", link: "https://daily.example.net/recall" },
        { name: "Example TV", feedKind: "state", link: "https://tv.example.com/n/8840" },
      ],
      people: [{ name: "Maria Example", role: "counsellor, embassy in Oslo", spelling: "Maria Example" }],
      evidence: [evidence(sentence, ["counsellor", "recalled"])],
    }),
    toldIn: 117,
    toldHeadline: HEADLINE,
    knownOutlets: ["Example TV"],
    ...change,
  };
}

export function alert(change: Partial<StoryLine> = {}): AlertMessage {
  return { kind: "alert", story: story(change) };
}

export function digest(change: Partial<DigestMessage> = {}): DigestMessage {
  return {
    kind: "digest",
    editionNumber: 118,
    channelId: "research-digest",
    from: tuesday("07:00"),
    to: tuesday("15:00"),
    timezone: "Europe/London",
    late: false,
    coverage: { feeds: 212, read: 212, polls: 7340, items: 1904 },
    failingFeeds: [
      { feedId: "example-ministry", since: tuesday("05:10"), cause: "HTTP 503 from www.mfa.example" },
      { feedId: "example-daily", since: tuesday("11:40"), cause: "the document is an HTML page" },
    ],
    watches: [
      { title: defection.title, stories: 3 },
      { title: "Officials of the Example ministry", stories: 2 },
    ],
    stories: [story(), persianStory(), russianStory(), chineseStory(), story({ headline: "", link: null, people: [] })],
    continued: [],
    setAside: [
      {
        reason: "vetoed",
        detail: 'vetoed by history ("1954", title)',
        headline: "The night the ambassador defected: 1954 remembered",
        link: "https://history.example.org/1954",
        watchTitle: defection.title,
      },
      { reason: "late", detail: null, headline: "Asylum claim refused", link: null, watchTitle: defection.title },
    ],
    ...change,
  };
}

export function roundup(change: Partial<RoundupMessage> = {}): RoundupMessage {
  return {
    kind: "roundup",
    cause: "quiet-hours",
    detail: null,
    severity: "normal",
    from: tuesday("22:10"),
    to: tuesday("23:50"),
    timezone: "Europe/London",
    stories: [story({ severity: "normal" }), persianStory(), russianStory()],
    ...change,
  };
}

export function outgoing(message: Message, change: Partial<Outgoing> = {}): Outgoing {
  return {
    message,
    place: { kind: "new" },
    key: "alert|sty_1|desk",
    recipient: null,
    done: [],
    refused: [],
    createdAt: tuesday("14:05"),
    ...change,
  };
}

/** Text a feed may hold to reach Slack, a mail program or a terminal by more than words. */
export const HOSTILE =
  "<!channel> <@U1> <https://evil.example|click> *bold* _it_ `c` @here <script>alert(1)</script> \"'&amp; &lt;!here&gt; ~s~ [x](https://evil.example) zero\u200Bwidth\uFEFF \u202Eevil\u202C \u202A\u202B\u202D\u2067\u2068\u2069 \u001B[31mred\u0007 \r\nBcc: x@evil.example \u2066iso";

/** What the demo's feeds publish, and what the desk must see of it. Outlets are invented; texts are our own. */

export type DemoFeedId = "demo-wire" | "demo-persian" | "demo-aggregator";

export interface DemoItem {
  id: string;
  feed: DemoFeedId;
  /** Seconds after the start at which the feed shows it; 0: there from the beginning. */
  afterSeconds: number;
  title: string;
  summary: string;
  link: string;
  /** Name in `<source>`, where the feed is an aggregator. */
  outlet: string | null;
  /** The alert it must cause; null: the desk hears nothing. */
  expect: DemoAlert | null;
}

interface DemoAlert {
  /** Titles of the watches that the alert names. */
  watches: readonly string[];
  people: readonly string[];
  /** Words that stand in the evidence. */
  evidence: string;
}

const ALL_WATCHES = [
  "Officials who break with their state",
  "Officials who ask for protection",
  "Named officials in the news",
];
const GENEVA_LINK = "https://lakeside-courier.example/2026/geneva-counsellor-asylum";

export const DEMO_ITEMS: readonly DemoItem[] = [
  {
    id: "old-forum",
    feed: "demo-wire",
    afterSeconds: 0,
    title: "Trade forum in Geneva closes with a call for simpler customs forms",
    summary: "Delegates from forty states met for three days at the lake.",
    link: "https://lakeside-courier.example/2026/trade-forum",
    outlet: null,
    expect: null,
  },
  {
    id: "old-weather-fa",
    feed: "demo-persian",
    afterSeconds: 0,
    title: "پیش‌بینی باران در شمال کشور",
    summary: "هواشناسی از بارش پراکنده تا پایان هفته خبر داد.",
    link: "https://khabar-emruz.example/1405/rain",
    outlet: null,
    expect: null,
  },
  {
    id: "old-market",
    feed: "demo-aggregator",
    afterSeconds: 0,
    title: "Markets end the week little changed",
    summary: "Traders waited for figures due on Monday.",
    link: "https://ledger-daily.example/markets-week",
    outlet: "Ledger Daily",
    expect: null,
  },
  {
    id: "striker",
    feed: "demo-wire",
    afterSeconds: 3,
    title: "Striker's defection to city rivals stuns fans as transfer window closes",
    summary: "The club's ambassador called the move a betrayal of the shirt.",
    link: "https://lakeside-courier.example/2026/striker",
    outlet: null,
    expect: null,
  },
  {
    id: "geneva",
    feed: "demo-wire",
    afterSeconds: 5,
    title: "Senior Iranian diplomat at UN mission in Geneva asks for asylum in Switzerland",
    summary:
      "Alireza Jeyrani Hokmabad, a counsellor at Iran's permanent mission in Geneva, has applied for asylum in Switzerland with his family, two officials said on Tuesday. He refused to return to Tehran after his posting ended.",
    link: GENEVA_LINK,
    outlet: null,
    expect: {
      watches: ALL_WATCHES,
      people: ["Alireza Jeyrani Hokmabad"],
      evidence: "asylum",
    },
  },
  {
    id: "defects",
    feed: "demo-wire",
    afterSeconds: 7,
    title: "Carmaker recalls 40,000 vans over brake defects",
    summary: "The ministry said owners should return the vehicles to a dealer.",
    link: "https://lakeside-courier.example/2026/vans",
    outlet: null,
    expect: null,
  },
  {
    id: "geneva-copy",
    feed: "demo-aggregator",
    afterSeconds: 8,
    title: "Iranian diplomat in Geneva asks for asylum in Switzerland",
    summary:
      "Alireza Jeyrani Hokmabad, a counsellor at Iran's permanent mission in Geneva, has applied for asylum in Switzerland with his family.",
    link: `${GENEVA_LINK}?utm_source=aggregator&utm_medium=rss`,
    outlet: "Lakeside Courier",
    expect: null,
  },
  {
    id: "geneva-fa",
    feed: "demo-persian",
    afterSeconds: 10,
    title: "دیپلمات ارشد ایران در ژنو از سوئیس درخواست پناهندگی کرد",
    summary:
      "علیرضا جیرانی حکم‌آباد، رایزن نمایندگی دائم ایران در ژنو، همراه خانواده‌اش از سوئیس درخواست پناهندگی کرده است. او پس از پایان مأموریت به تهران بازنگشت.",
    link: "https://khabar-emruz.example/1405/geneva-diplomat",
    outlet: null,
    expect: {
      watches: ALL_WATCHES,
      people: ["Alireza Jeyrani Hokmabad"],
      evidence: "پناهندگی",
    },
  },
  {
    id: "policy",
    feed: "demo-aggregator",
    afterSeconds: 11,
    title: "Parliament debates tougher asylum rules",
    summary: "Ministers want decisions on asylum applications within six weeks; refugee groups object.",
    link: "https://ledger-daily.example/asylum-rules",
    outlet: "Ledger Daily",
    expect: null,
  },
  {
    id: "anniversary",
    feed: "demo-wire",
    afterSeconds: 12,
    title: "Sixty years on: how a Soviet diplomat's defection changed the Cold War",
    summary: "An exhibition marks the anniversary of the night in 1966 when the attaché crossed the border.",
    link: "https://lakeside-courier.example/2026/exhibition",
    outlet: null,
    expect: null,
  },
  {
    id: "brand",
    feed: "demo-aggregator",
    afterSeconds: 13,
    title: "Tennis champion leaves watchmaker to become brand ambassador of a rival",
    summary: "The brand ambassador said the parting was friendly.",
    link: "https://ledger-daily.example/brand-ambassador",
    outlet: "Ledger Daily",
    expect: null,
  },
];

export const EXPECTED_ALERTS = DEMO_ITEMS.filter((item) => item.expect !== null);

/** Seconds after the start at which the last item is published. */
export const LAST_ITEM_SECONDS = Math.max(...DEMO_ITEMS.map((item) => item.afterSeconds));

import { chatItems, chatLine, type ChatLine, type ChatRun, type Room } from "./chat-lines.ts";
import { cleanLine, isolate, safeLink } from "./clean-text.ts";
import {
  describeCoverage,
  describeEdition,
  describeFailingFeed,
  describeSummary,
  groupSetAside,
  listPeople,
  nameFeeds,
} from "./describe-digest.ts";
import { describeNotice } from "./describe-notice.ts";
import {
  describeRoundup,
  describeRoundupDetail,
  describeRoundupStory,
  describeUntold,
  fitRoundupStory,
  isLaterPost,
} from "./describe-roundup.ts";
import {
  andMore,
  countOf,
  describeFound,
  describeKind,
  describeOutletCount,
  describePerson,
  describeRemarks,
  describeTimes,
  joinWithin,
  listRemarks,
  SEVERITY_WORDS,
} from "./describe-story.ts";
import { describeMarked, describeNote, describeNotes, markLabel } from "./describe-telling.ts";
import { joinParts } from "./excerpt.ts";
import { DIGEST_LIMITS, fitStory, languageName, type FittedStory } from "./fit-story.ts";
import { splitCode } from "./split-code.ts";
import type {
  AlertMessage,
  DigestMessage,
  Message,
  NoteMessage,
  NoticeMessage,
  RoundupMessage,
  StoryLine,
  SummaryMessage,
} from "./message.ts";

const MOST_FEEDS = 3;
/** A link in a list must not eat the room of the others: a longer one is left out, its text stays. */
const LONGEST_LIST_LINK = 400;

/**
 * A message as lines; the first one is its headline. An edition is told short: its stories by headline.
 * @param standsAlone whether a note names the alert that it belongs to; in a thread the alert stands above it
 */
export function describeChat(message: Message, timezone: string, standsAlone = true): ChatLine[] {
  if (message.kind === "alert") return alertLines(message, timezone);
  if (message.kind === "note") return noteLines(message, standsAlone);
  if (message.kind === "digest") return digestLines(message);
  if (message.kind === "roundup") return roundupLines(message);
  if (message.kind === "summary") return summaryLines(message);
  return noticeLines(message);
}

/** How a message counts what it has no room for; undefined: as any list. */
export function countLeftOut({ kind }: Message): Pick<Room, "more"> {
  return kind === "roundup" ? { more: describeUntold } : {};
}

/** How loud a message is, for services that can be: an urgent alert or a page wakes people. */
export function loudness(message: Message): "urgent" | "normal" | "low" {
  if (message.kind === "alert") return message.story.severity;
  if (message.kind === "roundup") return isLaterPost(message) ? "low" : message.severity;
  if (message.kind === "notice") return message.level === "page" ? "urgent" : "normal";
  if (message.kind === "note") return message.note.kind === "outlets" ? "low" : "normal";
  return "low";
}

/** The page a message leads to; null: none. */
export function mainLink(message: Message): string | null {
  if (message.kind === "note") return safeLink(message.about.link);
  return message.kind === "alert" ? safeLink(message.story.link) : null;
}

/** The page on which the story of an alert is claimed; null: none. */
export function claimLink(message: Message): string | null {
  return message.kind === "alert" ? (message.claimUrl ?? null) : null;
}

/** The headline with what kind of alert it is before it, and below it what it follows and what became of it. */
function alertLines(alert: AlertMessage, timezone: string): ChatLine[] {
  const label = markLabel(alert);
  const story = fitStory(alert.story, DIGEST_LIMITS);
  const [headline, ...rest] = storyLines(story, timezone);
  if (headline === undefined) return rest;
  const runs = label === null ? headline.runs : [{ text: `${label}: `, bold: true }, ...headline.runs];
  return [
    { ...headline, runs },
    ...describeRemarks(story).map((text) => chatLine("line", "always", { text, bold: true })),
    ...(alert.mark === undefined ? [] : [chatLine("line", "always", { text: describeMarked(alert.mark) })]),
    ...describeNotes(alert).map((text) => chatLine("line", "always", { text, bold: true })),
    ...rest,
  ];
}

function noteLines(message: NoteMessage, standsAlone: boolean): ChatLine[] {
  const { about, title, lines } = describeNote(message, standsAlone);
  return [
    ...(about === null ? [] : [chatLine("headline", "always", { text: about, bold: true })]),
    chatLine(about === null ? "headline" : "line", "always", { text: title, bold: about === null }),
    ...lines.map(({ label, text, link }) =>
      chatLine("line", "always", { text: label }, { text, link: listLink(link) }),
    ),
  ];
}

function storyLines(story: FittedStory, timezone: string): ChatLine[] {
  const { people, quotes, glosses, watches, more } = story;
  const proof = story.headline.some(({ marked }) => marked);
  const outlets = story.outlets.flatMap(({ name, feedKind, link }, index): ChatRun[] => [
    { text: index === 0 ? "" : ", " },
    { text: isolate(name), link: listLink(link) },
    { text: ` (${describeKind(feedKind)})` },
  ]);
  const language = story.lang === null ? "" : ` · ${story.lang}`;
  const who = `${people.map(describePerson).join("; ")}${andMore(more.people)}`;
  const means = glosses.map(({ term, meaning }) => `${isolate(term)} means: ${isolate(meaning)}`);
  return [
    chatLine(
      "headline",
      "always",
      ...story.headline.map(({ text, marked }) => ({ text, bold: marked || !proof, link: story.link })),
    ),
    chatLine("line", "always", { text: describeOutletCount(story) }, ...outlets, {
      text: `${andMore(more.outlets)}${language}`,
    }),
    ...(people.length === 0 ? [] : [chatLine("line", "optional", { text: "Who: ", bold: true }, { text: who })]),
    ...quotes.map((parts) =>
      chatLine("quote", "optional", ...parts.map(({ text, marked }) => ({ text, bold: marked }))),
    ),
    ...(more.quotes === 0 ? [] : [optional(`(${countOf(more.quotes, "more proving sentence")})`)]),
    ...(means.length === 0 ? [] : [optional(means.join(" · "))]),
    ...watches.map((watch) => {
      const found = { text: describeFound(watch) };
      return chatLine("line", "optional", { text: "Why: ", bold: true }, found, { text: watch.clause, code: true });
    }),
    ...(more.watches === 0 ? [] : [optional(`(${countOf(more.watches, "more watch", "more watches")})`)]),
    chatLine("line", "always", { text: `${SEVERITY_WORDS[story.severity]} · ${describeTimes(story, timezone)}` }),
  ];
}

function optional(text: string): ChatLine {
  return chatLine("line", "optional", { text });
}

function listLink(link: string | null): string | null {
  return safeLink(link, LONGEST_LIST_LINK);
}

function digestLines(digest: DigestMessage): ChatLine[] {
  const { failingFeeds, timezone, watches, stories, continued, setAside } = digest;
  const failing = failingFeeds
    .slice(0, MOST_FEEDS)
    .map((feed) => chatLine("line", "always", { text: `– ${cleanLine(describeFailingFeed(feed, timezone), 140)}` }));
  const unnamed = failingFeeds.length - failing.length;
  const counts = watches.map(({ title, stories }) => `${isolate(cleanLine(title, 80))}: ${stories}`);
  const reasons = groupSetAside(setAside).map(({ reason, lines }) => `${lines.length} ${cleanLine(reason, 60)}`);
  return [
    chatLine("headline", "always", { text: describeEdition(digest), bold: true }),
    chatLine("line", "always", { text: describeCoverage(digest) }),
    ...(failing.length === 0 ? [] : [heading("Feeds failing"), ...failing]),
    ...(unnamed === 0 ? [] : [chatLine("line", "always", { text: `and ${unnamed} more` })]),
    ...(counts.length === 0
      ? []
      : [heading("Watches"), chatLine("line", "always", { text: joinWithin(counts, 300, " · ") })]),
    ...(stories.length === 0 ? [] : [heading("Stories"), ...chatItems(stories, storyItem)]),
    ...(continued.length === 0 ? [] : [heading("Continued"), ...chatItems(continued, storyItem)]),
    ...titled("Set aside", joinWithin(reasons, 200)),
    ...titled("People", joinWithin(listPeople(digest), 200)),
  ];
}

function storyItem(line: StoryLine, index: number): ChatLine {
  const { headline, link, outlets, lang } = line;
  const [first] = outlets;
  const outlet = first === undefined ? [] : [`${isolate(cleanLine(first.name, 60))}${andMore(outlets.length - 1)}`];
  const text = cleanLine(headline, 160) || "(no headline)";
  const language = lang === null ? null : languageName(lang);
  return chatLine(
    "item",
    "optional",
    { text: `${index + 1}. ` },
    { text: isolate(text), link: listLink(link) },
    { text: ["", ...outlet, ...(language === null ? [] : [language]), ...listRemarks(line)].join(" · ") },
  );
}

function heading(text: string): ChatLine {
  return chatLine("heading", "always", { text, bold: true });
}

function titled(title: string, text: string): ChatLine[] {
  if (text === "") return [];
  return [chatLine("line", "always", { text: `${title}: `, bold: true }, { text })];
}

function roundupLines(roundup: RoundupMessage): ChatLine[] {
  const detail = describeRoundupDetail(roundup);
  return [
    chatLine("headline", "always", { text: describeRoundup(roundup), bold: true }),
    ...(detail === null ? [] : [chatLine("line", "always", { text: detail })]),
    ...chatItems(roundup.stories, (line) => roundupItem(fitRoundupStory(line))),
  ];
}

function roundupItem(story: FittedStory): ChatLine {
  return chatLine(
    "item",
    "optional",
    { text: "– " },
    { text: isolate(joinParts(story.headline)), link: listLink(story.link) },
    { text: ` · ${describeRoundupStory(story)}` },
    ...story.quotes.flatMap((parts) => [{ text: ": " }, { text: isolate(joinParts(parts)) }]),
  );
}

function summaryLines(summary: SummaryMessage): ChatLine[] {
  const { wouldHaveMatched } = summary;
  return [
    chatLine("headline", "always", { text: describeSummary(summary), bold: true }),
    ...titled("Feeds", cleanLine(nameFeeds(summary), 200)),
    ...chatItems(wouldHaveMatched, ({ headline, link, watchTitle }) =>
      chatLine(
        "item",
        "optional",
        { text: "– " },
        { text: isolate(cleanLine(headline, 160)) || "(no headline)", link: listLink(link) },
        { text: ` (${cleanLine(watchTitle, 80)})` },
      ),
    ),
  ];
}

function noticeLines(notice: NoticeMessage): ChatLine[] {
  const { lines, remedy } = notice;
  return [
    chatLine("headline", "always", { text: describeNotice(notice), bold: true }),
    ...chatItems(lines, (line) => chatLine("item", "optional", { text: `– ${cleanLine(line, 300)}` })),
    ...(remedy === null
      ? []
      : [chatLine("line", "always", { text: "What to do: ", bold: true }, ...splitCode(cleanLine(remedy, 600)))]),
  ];
}

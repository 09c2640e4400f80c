import { chatDigestLines } from "./chat-digest.ts";
import { chatItems, chatLine, listLink, titled, type ChatLine, type ChatRun, type Room } from "./chat-lines.ts";
import { cleanLine, isolate, safeLink } from "./clean-text.ts";
import { describeSummary, nameFeeds } from "./describe-digest.ts";
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
  SEVERITY_WORDS,
} from "./describe-story.ts";
import { describeMarked, describeNote, describeNotes, markLabel } from "./describe-telling.ts";
import { joinParts } from "./excerpt.ts";
import { DIGEST_LIMITS, fitStory, type FittedStory } from "./fit-story.ts";
import type { AlertMessage, Message, NoteMessage, NoticeMessage, RoundupMessage, SummaryMessage } from "./message.ts";
import { splitCode } from "./split-code.ts";

/**
 * A message as lines; the first one is its headline. An edition is told short: its stories by headline.
 * @param standsAlone whether a note names the alert that it belongs to; in a thread the alert stands above it
 */
export function describeChat(message: Message, timezone: string, standsAlone = true): ChatLine[] {
  if (message.kind === "alert") return alertLines(message, timezone);
  if (message.kind === "note") return noteLines(message, standsAlone);
  if (message.kind === "digest") return chatDigestLines(message);
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

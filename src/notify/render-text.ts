import { finish, mapInSteps, type Steps } from "../core/steps.ts";
import { cleanLine, isolate, safeLink } from "./clean-text.ts";
import {
  describeContinuation,
  describeCoverage,
  describeDetail,
  describeEdition,
  describeFailingFeed,
  describeNewOutlets,
  describePart,
  describeReason,
  describeSummary,
  nameFeeds,
} from "./describe-digest.ts";
import { describeNotice } from "./describe-notice.ts";
import {
  describeRoundup,
  describeRoundupDetail,
  describeRoundupStory,
  describeUntold,
  fitRoundupStory,
} from "./describe-roundup.ts";
import { wholeDigest, type DigestSlice, type SetAsideGroup } from "./digest-slice.ts";
import {
  andMore,
  countOf,
  describeFound,
  describeOutletCount,
  describePerson,
  describeRemarks,
  describeTimes,
  describeUrgency,
  nameOutlet,
} from "./describe-story.ts";
import { CLAIM, describeMark, describeNote, describeNotes } from "./describe-telling.ts";
import type { Part } from "./excerpt.ts";
import { ALERT_LIMITS, DIGEST_LIMITS, fitStory, type FittedStory } from "./fit-story.ts";
import type {
  AlertMessage,
  ContinuedLine,
  Message,
  NoteMessage,
  NoticeMessage,
  RoundupMessage,
  SummaryMessage,
} from "./message.ts";

export interface TextStyle {
  timezone: string;
  /** Makes a marked run visible. */
  mark: (text: string) => string;
  /** Bytes that the alerts of a summary may take, what is beyond is counted; absent: all stand in it. */
  most?: number;
}

const MOST_LINES = 50;

/** A slice of an edition as the text part of its mail. */
export function renderTextDigest(slice: DigestSlice, style: TextStyle): string {
  return `${finish(digestLines(slice, style)).join("\n")}\n`;
}

/** A message as plain text: the text part of mails and what the console prints. Ends with a line break. */
export function renderText(message: Message, style: TextStyle): string {
  return finish(writeText(message, style));
}

/** The same in steps, one a story: editions and summaries may have thousands. */
export function* writeText(message: Message, style: TextStyle): Steps<string> {
  return `${(yield* linesOf(message, style)).join("\n")}\n`;
}

function* linesOf(message: Message, style: TextStyle): Steps<string[]> {
  if (message.kind === "alert") return alertLines(message, style);
  if (message.kind === "note") return noteLines(message);
  if (message.kind === "digest") return yield* digestLines(wholeDigest(message), style);
  if (message.kind === "roundup") return yield* roundupLines(message, style);
  if (message.kind === "summary") return summaryLines(message);
  return noticeLines(message);
}

function alertLines(alert: AlertMessage, style: TextStyle): string[] {
  const story = fitStory(alert.story, ALERT_LIMITS);
  return [
    ...describeRemarks(story),
    ...(alert.mark === undefined ? [] : [describeMark(alert.mark)]),
    ...describeNotes(alert),
    ...storyLines(story, style),
    ...(alert.claimUrl === undefined ? [] : ["", `${CLAIM}: ${alert.claimUrl}`]),
  ];
}

function noteLines(message: NoteMessage): string[] {
  const { about, title, lines } = describeNote(message, true);
  return [
    ...(about === null ? [] : [about]),
    title,
    ...lines.flatMap(({ label, text, link }) => [`${label}${text}`, ...(link === null ? [] : [link])]),
  ];
}

function partsText(parts: readonly Part[], mark: TextStyle["mark"]): string {
  return parts.map(({ text, marked }) => (marked ? mark(text) : text)).join("");
}

/** @param below what stands right below the headline */
function storyLines(story: FittedStory, style: TextStyle, below: readonly string[] = []): string[] {
  const outlets = story.outlets.map(nameOutlet).join(", ");
  const language = story.lang === null ? "" : ` · ${story.lang}`;
  return [
    partsText(story.headline, style.mark),
    ...below,
    `${describeOutletCount(story)}${outlets}${andMore(story.more.outlets)}${language}`,
    ...detailLines(story, style, "Who"),
  ];
}

function continuedLines(line: ContinuedLine, style: TextStyle): string[] {
  const story = fitStory(line, DIGEST_LIMITS);
  return [
    partsText(story.headline, style.mark),
    ...describeRemarks(story),
    describeContinuation(line),
    describeNewOutlets(line),
    ...detailLines(story, style, "New persons"),
  ];
}

/** What stands below headline and outlets: links, people, proof, why and when. */
function detailLines(story: FittedStory, { timezone, mark }: TextStyle, who: string): string[] {
  const people = `${story.people.map(describePerson).join("; ")}${andMore(story.more.people)}`;
  const watches = story.watches.map((watch) => `${describeFound(watch)}${watch.clause}`);
  const links = new Set([story.link, ...story.outlets.map(({ link }) => link)]);
  return [
    ...[...links].filter((link) => link !== null),
    ...(story.people.length > 0 ? [`${who}: ${people}`] : []),
    ...story.quotes.flatMap((quote) => ["", partsText(quote, mark)]),
    ...(story.more.quotes > 0 ? [`(${countOf(story.more.quotes, "more proving sentence")})`] : []),
    "",
    ...story.glosses.map(({ term, meaning }) => `${isolate(term)} means: ${isolate(meaning)}`),
    ...watches.map((line) => `Why: ${line}`),
    ...(story.more.watches > 0 ? [`(${countOf(story.more.watches, "more watch", "more watches")})`] : []),
    `${describeUrgency(story)} · ${describeTimes(story, timezone)}`,
  ];
}

function* digestLines(slice: DigestSlice, { mark }: TextStyle): Steps<string[]> {
  const { digest } = slice;
  const style = { timezone: digest.timezone, mark };
  const stories = yield* mapInSteps(slice.stories, (line) => {
    const story = fitStory(line, DIGEST_LIMITS);
    return storyLines(story, style, describeRemarks(story));
  });
  const continued = yield* mapInSteps(slice.continued, (line) => continuedLines(line, style));
  return [
    describeEdition(digest),
    ...(slice.parts === 1 ? [] : [describePart(slice)]),
    ...(slice.part === 1 ? [describeCoverage(digest)] : []),
    ...section(
      "Feeds failing",
      slice.failingFeeds.map((feed) => `- ${describeFailingFeed(feed, digest.timezone)}`),
    ),
    ...section(
      "Watches",
      slice.watches.map(
        ({ title, stories }) => `- ${isolate(cleanLine(title, 160))}: ${countOf(stories, "story", "stories")}`,
      ),
    ),
    ...section("Stories", numbered(stories, slice.firstStory)),
    ...section("Continued", numbered(continued, slice.firstContinued)),
    ...section(
      "Set aside",
      slice.setAside.flatMap((group) => setAsideLines(group, digest.timezone)),
    ),
    ...section(
      "People",
      slice.people.map((line) => `- ${line}`),
    ),
  ];
}

/** Each block with its number, an empty line between them. */
function numbered(blocks: readonly (readonly string[])[], first: number): string[] {
  return blocks.flatMap((block, index) => [...(index === 0 ? [] : [""]), `${first + index}. ${block.join("\n")}`]);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, "", ...lines];
}

function setAsideLines({ reason, total, lines, more }: SetAsideGroup, zone: string): string[] {
  return [
    describeReason({ reason, total }),
    ...lines.map((aside) => {
      const { headline, link, watchTitle } = aside;
      const address = safeLink(link);
      const item = `${isolate(cleanLine(headline, 150)) || "(no headline)"} (${isolate(cleanLine(watchTitle, 80))})`;
      const line = `- ${item}${describeDetail(aside, zone)}`;
      return address === null ? line : `${line}\n  ${address}`;
    }),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}

function* roundupLines(roundup: RoundupMessage, { mark, most = Infinity }: TextStyle): Steps<string[]> {
  const detail = describeRoundupDetail(roundup);
  const lines = [describeRoundup(roundup), ...(detail === null ? [] : [detail])];
  let used = 0;
  for (const [index, line] of roundup.stories.entries()) {
    const story = fitRoundupStory(line);
    const block = [
      "",
      `${index + 1}. ${partsText(story.headline, mark)}`,
      describeRoundupStory(story),
      ...(story.link === null ? [] : [story.link]),
      ...story.quotes.map((parts) => partsText(parts, mark)),
    ];
    used += block.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
    if (used > most) return [...lines, "", describeUntold(roundup.stories.length - index)];
    yield void lines.push(...block);
  }
  return lines;
}

function summaryLines(summary: SummaryMessage): string[] {
  const { wouldHaveMatched } = summary;
  const more = wouldHaveMatched.length - MOST_LINES;
  return [
    describeSummary(summary),
    `Feeds: ${nameFeeds(summary)}`,
    ...wouldHaveMatched.slice(0, MOST_LINES).flatMap(({ headline, link, watchTitle }) => {
      const address = safeLink(link);
      const line = `- ${isolate(cleanLine(headline, 200)) || "(no headline)"} (${cleanLine(watchTitle, 160)})`;
      return address === null ? [line] : [line, `  ${address}`];
    }),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function noticeLines(notice: NoticeMessage): string[] {
  const { lines, remedy } = notice;
  return [
    describeNotice(notice),
    ...lines.slice(0, MOST_LINES).map((line) => `- ${cleanLine(line, 400)}`),
    ...(lines.length > MOST_LINES ? [`- and ${lines.length - MOST_LINES} more`] : []),
    ...(remedy === null ? [] : [`What to do: ${cleanLine(remedy, 600)}`]),
  ];
}

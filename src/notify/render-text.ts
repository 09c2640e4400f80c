import { finish, type Steps } from "../core/steps.ts";
import { cleanLine, isolate, safeLink } from "./clean-text.ts";
import { describeSummary, nameFeeds } from "./describe-digest.ts";
import { describeNotice } from "./describe-notice.ts";
import {
  describeRoundup,
  describeRoundupDetail,
  describeRoundupStory,
  describeUntold,
  fitRoundupStory,
} from "./describe-roundup.ts";
import { describeRemarks } from "./describe-story.ts";
import { CLAIM, describeMark, describeNote, describeNotes } from "./describe-telling.ts";
import { wholeDigest } from "./digest-slice.ts";
import { ALERT_LIMITS, fitStory } from "./fit-story.ts";
import type { AlertMessage, Message, NoteMessage, NoticeMessage, RoundupMessage, SummaryMessage } from "./message.ts";
import { textDigestLines } from "./text-digest.ts";
import { partsText, storyLines, type TextStyle } from "./text-story.ts";

const MOST_LINES = 50;

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
  if (message.kind === "digest") return yield* textDigestLines(wholeDigest(message), style);
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

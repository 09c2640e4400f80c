import { cleanLine, safeLink } from "../clean-text.ts";
import { describeSummary, nameFeeds } from "../describe-digest.ts";
import { describeNotice } from "../describe-notice.ts";
import { describeRemarks } from "../describe-story.ts";
import { CLAIM, describeMark, describeNote, describeNotes } from "../describe-telling.ts";
import { ALERT_LIMITS, fitStory } from "../fit-story.ts";
import type {
  AlertMessage,
  DigestMessage,
  Message,
  NoteMessage,
  NoticeMessage,
  RoundupMessage,
  SummaryMessage,
} from "../message.ts";
import {
  bulletList,
  code,
  heading,
  linkOrText,
  markup,
  paragraph,
  sheet,
  softLine,
  type Markup,
} from "./html-parts.ts";
import { splitCode } from "../split-code.ts";
import { storyMarkup } from "./html-stories.ts";

export interface HtmlInput {
  title: string;
  timezone: string;
}

const MOST_LINES = 50;
/** A list of fifty must not grow beyond what mail programs show. */
const LONGEST_LIST_LINK = 500;

/** The HTML part of a mail, with the same content as its text part; under 90 kB. */
export function renderHtml(
  message: Exclude<Message, DigestMessage | RoundupMessage>,
  { title, timezone }: HtmlInput,
): string {
  if (message.kind === "alert") return sheet(title, alertMarkup(message, timezone));
  if (message.kind === "note") return sheet(title, noteMarkup(message));
  return sheet(title, message.kind === "summary" ? summaryMarkup(message) : noticeMarkup(message));
}

function alertMarkup(alert: AlertMessage, timezone: string): Markup[] {
  const story = fitStory(alert.story, ALERT_LIMITS);
  return [
    ...describeRemarks(story).map((line) => paragraph(markup`<b>${line}</b>`)),
    ...(alert.mark === undefined ? [] : [softLine(describeMark(alert.mark))]),
    ...describeNotes(alert).map((line) => paragraph(markup`<b>${line}</b>`)),
    storyMarkup(story, timezone),
    ...(alert.claimUrl === undefined ? [] : [paragraph(linkOrText(CLAIM, alert.claimUrl))]),
  ];
}

function noteMarkup(message: NoteMessage): Markup[] {
  const { about, title, lines } = describeNote(message, true);
  return [
    ...(about === null ? [] : [softLine(about)]),
    heading(title),
    ...lines.map(({ label, text, link }) => paragraph(markup`${label}${linkOrText(text, link)}`)),
  ];
}

function summaryMarkup(summary: SummaryMessage): Markup[] {
  const { wouldHaveMatched } = summary;
  const rows = wouldHaveMatched
    .slice(0, MOST_LINES)
    .map(
      ({ headline, link, watchTitle }) =>
        markup`${linkOrText(cleanLine(headline, 200) || "(no headline)", safeLink(link, LONGEST_LIST_LINK))} (<bdi>${cleanLine(watchTitle, 100)}</bdi>)`,
    );
  return [
    heading(describeSummary(summary)),
    ...listed(rows, wouldHaveMatched.length),
    softLine(`Feeds: ${nameFeeds(summary)}`),
  ];
}

function noticeMarkup(notice: NoticeMessage): Markup[] {
  const { lines, remedy } = notice;
  const rows = lines.slice(0, MOST_LINES).map((line) => markup`<span dir="auto">${cleanLine(line, 400)}</span>`);
  return [
    heading(describeNotice(notice)),
    ...listed(rows, lines.length),
    ...(remedy === null
      ? []
      : [paragraph(markup`<b>What to do:</b> <bdi>${remedyMarkup(cleanLine(remedy, 600))}</bdi>`)]),
  ];
}

function remedyMarkup(remedy: string): Markup[] {
  return splitCode(remedy).map(({ text, code: isCode }) => (isCode ? code(text) : markup`${text}`));
}

function listed(rows: readonly Markup[], total: number): Markup[] {
  if (rows.length === 0) return [];
  return [bulletList(total > rows.length ? [...rows, `and ${total - rows.length} more`] : rows)];
}

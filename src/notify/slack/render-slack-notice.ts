import { cleanLine, safeLink } from "../clean-text.ts";
import { describeSummary, nameFeeds } from "../describe-digest.ts";
import { describeNotice } from "../describe-notice.ts";
import type { NoticeMessage, SummaryMessage } from "../message.ts";
import { splitCode } from "../split-code.ts";
import { fitList, sizeOf } from "./fit-post.ts";
import {
  linkOrText,
  LONGEST_POST,
  richText,
  section,
  text,
  type Block,
  type RichElement,
  type SlackPost,
} from "./slack-blocks.ts";
import { escapeSlack, shortLink } from "./slack-text.ts";

/** Title, remedy and names of feeds take the rest. */
const LIST = { most: 20, room: LONGEST_POST - 4500 };
/** As `sizeOf` counts. */
const LONGEST_REMEDY = 2500;

/** Something for operators: what happened, and what to do about it. */
export function renderSlackNotice(notice: NoticeMessage): SlackPost {
  const { lines, remedy } = notice;
  const headline = describeNotice(notice);
  const shown = lines.map((line) => cleanLine(line, 200)).filter((line) => line !== "");
  return {
    text: escapeSlack(headline),
    blocks: [
      richText(section(text(headline, { bold: true })), ...fitList(shown, (line) => [text(line)], LIST)),
      ...(remedy === null
        ? []
        : [richText(section(text("What to do: ", { bold: true }), ...remedyElements(cleanLine(remedy, 1000))))]),
    ],
  };
}

/** With its commands as code, unless hundreds of backticks would make it longer than a post may be. */
function remedyElements(remedy: string): RichElement[] {
  const runs = splitCode(remedy).map((run) => (run.code ? text(run.text, { code: true }) : text(run.text)));
  return sizeOf(runs) <= LONGEST_REMEDY ? runs : [text(remedy)];
}

/** What new feeds held already: told once instead of alerts. */
export function renderSlackSummary(summary: SummaryMessage): SlackPost {
  const line = describeSummary(summary);
  function toRow({ headline, link, watchTitle }: SummaryMessage["wouldHaveMatched"][number]): RichElement[] {
    return [
      linkOrText(cleanLine(headline, 120) || "(no headline)", shortLink(safeLink(link))),
      text(` (${cleanLine(watchTitle, 80)})`),
    ];
  }
  const list = fitList(summary.wouldHaveMatched, toRow, LIST);
  const blocks: Block[] = [richText(section(text(line, { bold: true })), ...list)];
  if (summary.feeds.length > 0) blocks.push(richText(section(text(`Feeds: ${nameFeeds(summary)}`))));
  return { text: escapeSlack(line), blocks };
}

import { cleanLine, safeLink } from "../clean-text.ts";
import { describeSummary, nameFeeds } from "../describe-digest.ts";
import { describeNotice } from "../describe-notice.ts";
import type { NoticeMessage, SummaryMessage } from "../message.ts";
import { fitList } from "./fit-post.ts";
import { linkOrText, LONGEST_POST, richText, section, text, type Block, type SlackPost } from "./slack-blocks.ts";
import { escapeSlack, shortLink } from "./slack-text.ts";

/** Title, remedy and names of feeds take the rest. */
const LIST = { most: 20, room: LONGEST_POST - 4500 };

/** Something for operators: what happened, and what to do about it. */
export function renderSlackNotice(notice: NoticeMessage): SlackPost {
  const { lines, remedy } = notice;
  const headline = describeNotice(notice);
  const rows = lines
    .map((line) => cleanLine(line, 200))
    .filter((line) => line !== "")
    .map((line) => [text(line)]);
  return {
    text: escapeSlack(headline),
    blocks: [
      richText(section(text(headline, { bold: true })), ...fitList(rows, LIST)),
      ...(remedy === null
        ? []
        : [richText(section(text("What to do: ", { bold: true }), text(cleanLine(remedy, 1000))))]),
    ],
  };
}

/** What new feeds held already: told once instead of alerts. */
export function renderSlackSummary(summary: SummaryMessage): SlackPost {
  const line = describeSummary(summary);
  const rows = summary.wouldHaveMatched.map(({ headline, link, watchTitle }) => [
    linkOrText(cleanLine(headline, 120) || "(no headline)", shortLink(safeLink(link))),
    text(` (${cleanLine(watchTitle, 80)})`),
  ]);
  const blocks: Block[] = [richText(section(text(line, { bold: true })), ...fitList(rows, LIST))];
  if (summary.feeds.length > 0) blocks.push(richText(section(text(`Feeds: ${nameFeeds(summary)}`))));
  return { text: escapeSlack(line), blocks };
}

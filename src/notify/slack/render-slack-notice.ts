import { cleanLine, safeLink } from "../clean-text.ts";
import { describeSummary } from "../describe-digest.ts";
import { andMore } from "../describe-story.ts";
import type { NoticeMessage, SummaryMessage } from "../message.ts";
import { fitList } from "./fit-post.ts";
import { linkOrText, LONGEST_POST, richText, section, text, type Block, type SlackPost } from "./slack-blocks.ts";
import { escapeSlack, shortLink } from "./slack-text.ts";

/** Title, remedy and names of feeds take the rest. */
const LIST = { most: 20, room: LONGEST_POST - 4500 };
const MOST_FEEDS = 20;

/** Something for operators: what happened, and what to do about it. */
export function renderSlackNotice({ level, title, lines, remedy }: NoticeMessage): SlackPost {
  const headline = cleanLine(title, 300) || "(no title)";
  const rows = lines
    .map((line) => cleanLine(line, 200))
    .filter((line) => line !== "")
    .map((line) => [text(line)]);
  return {
    text: escapeSlack(level === "page" ? `Act now: ${headline}` : headline),
    blocks: [
      richText(
        section(...(level === "page" ? [text("Act now: ", { bold: true })] : []), text(headline, { bold: true })),
        ...fitList(rows, LIST),
      ),
      ...(remedy === null
        ? []
        : [richText(section(text("What to do: ", { bold: true }), text(cleanLine(remedy, 1000))))]),
    ],
  };
}

/** What new feeds held already: told once instead of alerts. */
export function renderSlackSummary(summary: SummaryMessage): SlackPost {
  const line = describeSummary(summary);
  const shown = summary.feeds.slice(0, MOST_FEEDS).map((feed) => cleanLine(feed, 80));
  const more = summary.feeds.length - shown.length;
  const rows = summary.wouldHaveMatched.map(({ headline, link, watchTitle }) => [
    linkOrText(cleanLine(headline, 120) || "(no headline)", shortLink(safeLink(link))),
    text(` (${cleanLine(watchTitle, 80)})`),
  ]);
  const blocks: Block[] = [richText(section(text(line, { bold: true })), ...fitList(rows, LIST))];
  if (shown.length > 0) {
    const feeds = `Feeds: ${shown.join(", ")}${andMore(more)}`;
    blocks.push(richText(section(text(feeds))));
  }
  return { text: escapeSlack(line), blocks };
}

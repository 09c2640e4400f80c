import { cleanLine, safeLink } from "../clean-text.ts";
import { describeSummary } from "../describe-digest.ts";
import type { NoticeMessage, SummaryMessage } from "../message.ts";
import {
  bullets,
  linkOrText,
  richText,
  section,
  text,
  type Block,
  type RichElement,
  type SlackPost,
} from "./slack-blocks.ts";
import { escapeSlack } from "./slack-text.ts";

const MOST_LINES = 20;

/** Something for operators: what happened, and what to do about it. */
export function renderSlackNotice({ level, title, lines, remedy }: NoticeMessage): SlackPost {
  const headline = cleanLine(title, 300);
  const rows = lines.map((line) => [text(cleanLine(line, 200))]);
  return {
    text: escapeSlack(level === "page" ? `Act now: ${headline}` : headline),
    blocks: [
      richText(
        section(...(level === "page" ? [text("Act now: ", { bold: true })] : []), text(headline, { bold: true })),
        ...listed(rows),
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
  const shown = summary.feeds.slice(0, MOST_LINES).map((feed) => cleanLine(feed, 80));
  const more = summary.feeds.length - shown.length;
  const rows = summary.wouldHaveMatched.map(({ headline, link, watchTitle }) => [
    linkOrText(cleanLine(headline, 120) || "(no headline)", safeLink(link)),
    text(` (${cleanLine(watchTitle, 80)})`),
  ]);
  const blocks: Block[] = [richText(section(text(line, { bold: true })), ...listed(rows))];
  if (shown.length > 0) {
    const feeds = `Feeds: ${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
    blocks.push(richText(section(text(feeds))));
  }
  return { text: escapeSlack(line), blocks };
}

function listed(rows: RichElement[][]): ReturnType<typeof bullets>[] {
  if (rows.length === 0) return [];
  const more = rows.length - MOST_LINES;
  return [bullets(more > 0 ? [...rows.slice(0, MOST_LINES), [text(`and ${more} more`)]] : rows)];
}

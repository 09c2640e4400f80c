import { describeNote } from "../describe-telling.ts";
import type { NoteMessage } from "../message.ts";
import { contextLine, linkOrText, richText, section, text, type SlackPost } from "./slack-blocks.ts";
import { fallbackOf, shortLink } from "./slack-text.ts";

/** What became of a report: an answer in the thread of its alert, or a post of its own. */
export function renderSlackNote(message: NoteMessage, standsAlone: boolean): SlackPost {
  const { about, title, lines } = describeNote(message, standsAlone);
  const words = [...(about === null ? [] : [about]), title, ...lines.map(({ label, text }) => `${label}${text}`)];
  return {
    text: fallbackOf(words),
    blocks: [
      ...(about === null ? [] : [contextLine(about)]),
      // Sections of their own: Slack gives each one the direction of its own text.
      richText(
        section(text(title, { bold: true })),
        ...lines.map(({ label, text: words, link }) =>
          section(...(label === "" ? [] : [text(label)]), linkOrText(words, shortLink(link))),
        ),
      ),
    ],
  };
}

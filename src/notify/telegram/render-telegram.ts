import { chatLine, countFitting, fitLines, plainRuns, type ChatLine, type ChatRun, type Room } from "../chat-lines.ts";
import { claimLink, countLeftOut, describeChat } from "../describe-chat.ts";
import { CLAIM } from "../describe-telling.ts";
import type { Message, RoundupMessage } from "../message.ts";

/** Telegram's limit is 4,096 UTF-16 units after its markup is read (https://core.telegram.org/bots/api#sendmessage). */
const LONGEST_TEXT = 4000;
/** Links count as markup; this much of it a unit of text keeps the request small. */
const MARKUP_PER_UNIT = 3;

const ROOM: Room = {
  max: LONGEST_TEXT,
  measure: (line) =>
    Math.max(withoutMentions(plainRuns(line)).length + 3, Math.ceil(htmlLine(line).length / MARKUP_PER_UNIT)),
};

/** A message in Telegram's HTML: bold, code, links and quotes, everything else escaped. */
export function renderTelegram(message: Message, timezone: string, standsAlone = true): string {
  const link = claimLink(message);
  const lines = [
    ...describeChat(message, timezone, standsAlone),
    ...(link === null ? [] : [chatLine("line", "always", { text: CLAIM, link })]),
  ];
  return fitLines(lines, { ...ROOM, ...countLeftOut(message) })
    .map(htmlLine)
    .join("\n");
}

/** How many alerts of a roundup one message has room for. */
export function telegramRoomFor(roundup: RoundupMessage, timezone: string): number {
  return Math.max(1, countFitting(describeChat(roundup, timezone), { ...ROOM, ...countLeftOut(roundup) }));
}

function htmlLine(line: ChatLine): string {
  const html = line.runs.map(htmlRun).join("");
  if (line.kind === "quote") return `<blockquote>${html}</blockquote>`;
  return line.kind === "heading" ? `\n${html}` : html;
}

function htmlRun({ text, bold = false, code = false, link = null }: ChatRun): string {
  // Code holds no other markup, and in it Telegram looks for no names.
  if (code) return `<code>${escapeHtml(text)}</code>`;
  const escaped = escapeHtml(withoutMentions(text));
  const strong = bold ? `<b>${escaped}</b>` : escaped;
  return link === null ? strong : `<a href="${escapeHtml(link)}">${strong}</a>`;
}

/** No text mentions anybody: Telegram finds @names in plain text, so an invisible joiner parts the sign from the name. */
function withoutMentions(text: string): string {
  return text.replaceAll(/@(?=\w)/g, "@\u2060");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

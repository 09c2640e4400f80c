import { countFitting, fitLines, plainRuns, type ChatLine, type ChatRun, type Room } from "../chat-lines.ts";
import { cleanLine } from "../clean-text.ts";
import { claimLink, countLeftOut, describeChat, loudness, mainLink } from "../describe-chat.ts";
import { CLAIM } from "../describe-telling.ts";
import type { Message, RoundupMessage } from "../message.ts";

interface OpenUrl {
  type: "Action.OpenUrl";
  title?: string;
  url: string;
}

interface TextRun {
  type: "TextRun";
  text: string;
  weight?: "Bolder";
  fontType?: "Monospace";
  color?: "Attention";
  selectAction?: OpenUrl;
}

interface RichTextBlock {
  type: "RichTextBlock";
  inlines: TextRun[];
  spacing?: "Medium" | "Small" | "None";
}

type Block = RichTextBlock | { type: "Container"; style: "emphasis"; spacing: "Small"; items: RichTextBlock[] };

/** The pieces of Adaptive Cards that wirewatch sends (https://adaptivecards.io/explorer/AdaptiveCard.html). */
export interface TeamsPost {
  type: "message";
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive";
      content: {
        $schema: string;
        type: "AdaptiveCard";
        version: "1.5";
        fallbackText: string;
        msteams: { width: "Full" };
        body: Block[];
        actions?: OpenUrl[];
      };
    },
  ];
}

/** Teams takes 28 kB of a card, counted as JSON inside a JSON text; this leaves room for what is around it. */
const LONGEST_BODY = 22_000;

/**
 * A message as an Adaptive Card. Everything is a text run: unlike text blocks they know no Markdown, so that nothing
 * from a feed links or formats.
 */
export function renderTeams(message: Message, timezone: string): TeamsPost {
  const urgent = loudness(message) === "urgent";
  const lines = describeChat(message, timezone);
  const shown = fitLines(lines, { ...roomOf(urgent), ...countLeftOut(message) });
  const actions = [openUrl("Open the report", mainLink(message)), openUrl(CLAIM, claimLink(message))].flat();
  const [headline] = lines;
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.5",
          fallbackText: headline === undefined ? "wirewatch" : plainText(cleanLine(plainRuns(headline), 250)),
          msteams: { width: "Full" },
          body: shown.map((line) => toBlock(line, urgent)),
          ...(actions.length === 0 ? {} : { actions }),
        },
      },
    ],
  };
}

function openUrl(title: string, url: string | null): OpenUrl[] {
  return url === null ? [] : [{ type: "Action.OpenUrl", title, url }];
}

function roomOf(urgent: boolean): Room {
  return { max: LONGEST_BODY, measure: (line) => cardBytes(toBlock(line, urgent)) + 1 };
}

/** How many alerts of a roundup one card has room for. */
export function teamsRoomFor(roundup: RoundupMessage, timezone: string): number {
  const room = roomOf(loudness(roundup) === "urgent");
  return Math.max(1, countFitting(describeChat(roundup, timezone), { ...room, ...countLeftOut(roundup) }));
}

function toBlock(line: ChatLine, urgent: boolean): Block {
  const inlines = line.runs.map((run) => toRun(run, line.kind === "headline" && urgent));
  if (line.kind === "quote") {
    return { type: "Container", style: "emphasis", spacing: "Small", items: [{ type: "RichTextBlock", inlines }] };
  }
  const spacing = line.kind === "heading" ? "Medium" : line.kind === "item" ? "None" : "Small";
  return { type: "RichTextBlock", spacing, inlines };
}

function toRun({ text, bold = false, code = false, link = null }: ChatRun, alarming: boolean): TextRun {
  return {
    type: "TextRun",
    text: plainText(text),
    ...(bold ? { weight: "Bolder" } : {}),
    ...(code ? { fontType: "Monospace" } : {}),
    ...(alarming ? { color: "Attention" } : {}),
    ...(link === null ? {} : { selectAction: { type: "Action.OpenUrl", url: link } }),
  };
}

/** Cards replace {{DATE(…)}} and {{TIME(…)}}, also in what a feed says. */
function plainText(text: string): string {
  return text.replaceAll("{{", "{\u2060{");
}

/** A workflow hands the card on as a text, in which every quotation mark takes a second byte. */
function cardBytes(block: Block): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(block)));
}

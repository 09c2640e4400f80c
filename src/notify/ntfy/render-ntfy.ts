import { countFitting, fitLines, plainRuns, type ChatLine, type Room } from "../chat-lines.ts";
import { cleanLine } from "../clean-text.ts";
import { claimLink, countLeftOut, describeChat, loudness, mainLink } from "../describe-chat.ts";
import { CLAIM } from "../describe-telling.ts";
import type { Message, RoundupMessage } from "../message.ts";

/** What is published as JSON (https://docs.ntfy.sh/publish/#publish-as-json), without the topic. */
export interface NtfyPost {
  title: string;
  /** Plain text: ntfy reads no markup in it. */
  message: string;
  /** 1 to 5. */
  priority: number;
  tags: string[];
  click?: string;
  /** Buttons below it. */
  actions?: { action: "view"; label: string; url: string }[];
}

/** A server takes 4,096 bytes of message, and JSON of twice that; a longer message would become an attachment. */
const LONGEST_MESSAGE = 3900;
const LONGEST_CLICK = 1000;

const PRIORITIES = { urgent: 5, normal: 3, low: 2 } as const;

const ROOM: Room = { max: LONGEST_MESSAGE, measure: (line) => jsonBytes(`${plainLine(line)}\n`) };

/** A message as a push notification: the headline is its title, a tap opens the report, a button the page to claim it on. */
export function renderNtfy(message: Message, timezone: string): NtfyPost {
  const [headline, ...lines] = describeChat(message, timezone);
  const shown = fitLines(lines, { ...ROOM, ...countLeftOut(message) });
  const link = mainLink(message);
  const claim = claimLink(message);
  const loud = loudness(message);
  return {
    title: headline === undefined ? "wirewatch" : cleanLine(plainRuns(headline), 250),
    message: shown.map(plainLine).join("\n"),
    priority: PRIORITIES[loud],
    tags: loud === "urgent" ? ["rotating_light"] : [],
    ...(link !== null && link.length <= LONGEST_CLICK ? { click: link } : {}),
    ...(claim === null ? {} : { actions: [{ action: "view", label: CLAIM, url: claim }] }),
  };
}

/** How many alerts of a roundup one message has room for. */
export function ntfyRoomFor(roundup: RoundupMessage, timezone: string): number {
  const [, ...lines] = describeChat(roundup, timezone);
  return Math.max(1, countFitting(lines, { ...ROOM, ...countLeftOut(roundup) }));
}

/** Lists carry their links in the text, where apps make them clickable. */
function plainLine(line: ChatLine): string {
  const text = plainRuns(line);
  if (line.kind === "quote") return `“${text}”`;
  const link = line.kind === "item" ? (line.runs.find(({ link }) => typeof link === "string")?.link ?? null) : null;
  return link === null ? text : `${text}\n${link}`;
}

/** As it travels: escaped, in UTF-8. Both limits are kept by keeping the larger size under the smaller one. */
function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

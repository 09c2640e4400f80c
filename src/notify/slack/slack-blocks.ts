/** The pieces of Block Kit that wirewatch sends (https://docs.slack.dev/reference/block-kit/blocks). */

export interface TextStyle {
  bold?: boolean;
  italic?: boolean;
  code?: boolean;
}

export type RichElement =
  | { type: "text"; text: string; style?: TextStyle }
  | { type: "link"; url: string; text: string; style?: TextStyle };

type PlainText = { type: "plain_text"; text: string; emoji: false };
/** What a click on a button carries back: `action_id` and `value`. */
export interface Button {
  type: "button";
  action_id: string;
  text: PlainText;
  value: string;
}
type Mrkdwn = { type: "mrkdwn"; text: string; verbatim?: true };

export type RichPart =
  | { type: "rich_text_section"; elements: RichElement[] }
  | { type: "rich_text_quote"; elements: RichElement[] }
  | { type: "rich_text_preformatted"; elements: RichElement[] }
  | { type: "rich_text_list"; style: "bullet"; elements: { type: "rich_text_section"; elements: RichElement[] }[] };

export type Block =
  | { type: "rich_text"; elements: RichPart[] }
  | { type: "header"; text: PlainText }
  | { type: "section"; text: Mrkdwn }
  | { type: "context"; elements: (PlainText | Mrkdwn)[] }
  | { type: "actions"; elements: Button[] }
  | { type: "divider" };

/** What `chat.postMessage` gets besides the channel and the metadata. */
export interface SlackPost {
  /** Fallback for notifications and screen readers; escaped. */
  text: string;
  blocks: Block[];
}

/** Slack's limit for a header, in characters. */
export const LONGEST_HEADER = 150;
/** Slack answers msg_blocks_too_long somewhere above 13,000 characters of text; JSON of links and styles counts too. */
export const LONGEST_POST = 12_000;

/** A line; what says nothing is left out, for Slack refuses empty texts. */
export function section(...elements: RichElement[]): RichPart {
  return { type: "rich_text_section", elements: elements.filter((element) => element.text !== "") };
}

export function quote(...elements: RichElement[]): RichPart {
  return { type: "rich_text_quote", elements };
}

export function bullets(lines: readonly RichElement[][]): RichPart {
  return {
    type: "rich_text_list",
    style: "bullet",
    elements: lines.map((elements) => ({ type: "rich_text_section", elements })),
  };
}

export function richText(...elements: RichPart[]): Block {
  return { type: "rich_text", elements };
}

/** Text exactly as it stands: rich text knows no markup, so nothing in it mentions, links or formats. */
export function text(text: string, style?: TextStyle): RichElement {
  return style === undefined ? { type: "text", text } : { type: "text", text, style };
}

/** The label as a link, or as text where there is nothing to click on. */
export function linkOrText(label: string, url: string | null, style?: TextStyle): RichElement {
  if (url === null) return text(label, style);
  return style === undefined ? { type: "link", url, text: label } : { type: "link", url, text: label, style };
}

/** A small grey line of plain text. */
export function contextLine(text: string): Block {
  return { type: "context", elements: [{ type: "plain_text", text, emoji: false }] };
}

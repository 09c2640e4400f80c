import { readBlocks } from "../../../src/demo/sinks/block-kit-limits.ts";
import type { Block, RichElement, SlackPost } from "../../../src/notify/slack/slack-blocks.ts";

/** What wirewatch keeps of Slack's 13,200, in characters of JSON. */
const LONGEST_BLOCKS = 12_000;
/** Slack's advice; it cuts at 40,000. */
const LONGEST_TEXT = 4000;
const DATES = /<!date\^\d+\^[^|<>]+\|[^<>]+>/g;
const OPENING = /[\u2066-\u2068]/;

/** What is wrong with a post, in words; nothing: Slack takes it, and only `mention` mentions anybody. */
export function slackFaults({ text, blocks }: SlackPost, mention: string): string[] {
  const read = readBlocks(JSON.parse(JSON.stringify(blocks)));
  const size = JSON.stringify(blocks).length;
  return [
    ...("error" in read ? [read.error, ...read.messages] : []),
    ...(size > LONGEST_BLOCKS ? [`${size} characters of blocks`] : []),
    ...(text.trim() === "" || text.length > LONGEST_TEXT ? [`${text.length} characters of fallback`] : []),
    ...markupFaults(text),
    ...mrkdwnOf(blocks).flatMap((each) => (each === mention ? [] : markupFaults(each.replaceAll(DATES, "")))),
    ...[text, ...runsOf(blocks)].flatMap(textFaults),
  ];
}

/** In what Slack reads as markup nothing from a feed may be any. */
function markupFaults(text: string): string[] {
  return [
    ...(/[<>]/.test(text) ? [`markup in ${text}`] : []),
    ...(/&(?!(amp|lt|gt);)/.test(text) ? [`an unescaped ampersand in ${text}`] : []),
  ];
}

function textFaults(text: string): string[] {
  return [
    ...(isBalanced(text) ? [] : [`unbalanced isolates in ${text}`]),
    ...(/[\u202A-\u202E]/.test(text) ? [`reordering in ${text}`] : []),
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    ...(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(text) ? [`a control character in ${text}`] : []),
    ...(text.isWellFormed() ? [] : [`half a character in ${text}`]),
    ...(text.trim() === "" ? ["an empty line"] : []),
  ];
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (OPENING.test(character)) depth += 1;
    if (character === "\u2069") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Every text object in which Slack reads markup. */
export function mrkdwnOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "section") return [block.text.text];
    if (block.type !== "context") return [];
    return block.elements.filter((element) => element.type === "mrkdwn").map((element) => element.text);
  });
}

/** What a reader sees as one run of text each: a line of rich text, or a text object. */
function runsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === "rich_text") return linesOf(block.elements).map((line) => line.map(({ text }) => text).join(""));
    if (block.type === "context") return block.elements.map((element) => element.text);
    return "text" in block ? [block.text.text] : [];
  });
}

function linesOf(parts: Extract<Block, { type: "rich_text" }>["elements"]): RichElement[][] {
  return parts.flatMap((part) =>
    part.type === "rich_text_list" ? part.elements.map(({ elements }) => elements) : [part.elements],
  );
}

/** All words of a post, line by line. */
export function wordsOf(blocks: readonly Block[]): string {
  return runsOf(blocks).join("\n");
}

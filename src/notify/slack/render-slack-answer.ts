import { cleanLine } from "../clean-text.ts";
import { countOf } from "../describe-story.ts";
import type { PressAnswer } from "../press.ts";
import { richText, section, text, type Block, type SlackPost } from "./slack-blocks.ts";
import { escapeSlack, slackDate } from "./slack-text.ts";

/** What whoever pressed a button is told. `failed`: their press came to nothing by a fault of ours. */
export type SlackAnswer = PressAnswer | { kind: "unreadable" } | { kind: "failed" };

const WHEN = "{date_short_pretty} {time}";

/**
 * An answer that only whoever pressed sees.
 * @param timezone IANA zone of times where Slack cannot show the reader's own
 */
export function renderSlackAnswer(answer: SlackAnswer, timezone: string): SlackPost {
  if (answer.kind === "explained") return renderExplanation(answer);
  const words = wordsOf(answer, timezone);
  return { text: words, blocks: [{ type: "section", text: { type: "mrkdwn", text: words, verbatim: true } }] };
}

function wordsOf(answer: Exclude<SlackAnswer, { kind: "explained" }>, timezone: string): string {
  switch (answer.kind) {
    case "claimed": {
      const since = slackDate(answer.claimedAt, WHEN, timezone);
      if (answer.isTheirs) return `The story is yours since ${since}: it is not escalated.`;
      return `${nameOf(answer.author)} has the story since ${since}.`;
    }
    case "silenced": {
      const until = slackDate(answer.until, WHEN, timezone);
      const by = answer.isNew ? "" : ` by ${nameOf(answer.author)}`;
      const end = `\`wirewatch silence expire ${escapeSlack(answer.silenceId)} --author NAME\` ends it sooner.`;
      return `The story is silenced${by} until ${until}, on every channel; then each is told what was held back. ${end}`;
    }
    case "unknown-alert":
      return "wirewatch does not know this alert any more, so nothing was done.";
    case "other-conversation":
      return "This counts only in the conversation that the alert was sent to, so nothing was done.";
    case "unreadable":
      return "wirewatch does not know this button, so nothing was done.";
    case "failed":
      return "This could not be done now. Press again in a minute; the log of wirewatch says why.";
  }
}

function nameOf(author: string): string {
  return escapeSlack(cleanLine(author, 100));
}

/** Characters of one block and of all, as JSON: both below Slack's limits. */
const BLOCK = 2800;
const WHOLE = 9000;
const LINE = 400;

type Explained = Extract<PressAnswer, { kind: "explained" }>;

/** Whole lines of each part in turn; what does not fit is counted. Monospaced rich text: nothing in it is markup. */
function renderExplanation({ headline, itemId, parts }: Explained): SlackPost {
  const blocks: Block[] = [];
  let [room, left] = [WHOLE, 0];
  for (const [index, part] of parts.entries()) {
    const lines = part
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map(cleanIndented);
    const shown = fitting(lines, room / (parts.length - index));
    room -= shown.reduce((sum, line) => sum + sizeOf(line), 0);
    left += lines.length - shown.length;
    for (const chunk of chunksOf(shown)) {
      blocks.push(richText({ type: "rich_text_preformatted", elements: [text(chunk.join("\n"))] }));
    }
  }
  const title = cleanLine(headline, 250) || "(no headline)";
  const rest = left === 0 ? "the same" : countOf(left, "more line");
  const more = `\`wirewatch explain ${escapeSlack(itemId)}\` prints ${rest}.`;
  return {
    text: escapeSlack(title),
    blocks: [
      richText(section(text(title, { bold: true }))),
      ...blocks,
      { type: "context", elements: [{ type: "mrkdwn", text: more, verbatim: true }] },
    ],
  };
}

function fitting(lines: readonly string[], room: number): readonly string[] {
  let used = 0;
  const end = lines.findIndex((line) => (used += sizeOf(line)) > room);
  return end === -1 ? lines : lines.slice(0, end);
}

function chunksOf(lines: readonly string[]): readonly string[][] {
  const chunks: string[][] = [];
  let used = Infinity;
  for (const line of lines) {
    used += sizeOf(line);
    if (used > BLOCK) {
      chunks.push([]);
      used = sizeOf(line);
    }
    chunks.at(-1)?.push(line);
  }
  return chunks;
}

/** With its line break, as JSON. */
function sizeOf(line: string): number {
  return JSON.stringify(line).length;
}

/** Indentation is what makes the tree of a rule readable. */
function cleanIndented(line: string): string {
  const indent = Math.min(line.length - line.trimStart().length, 40);
  return `${" ".repeat(indent)}${cleanLine(line, LINE)}`;
}

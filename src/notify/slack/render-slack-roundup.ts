import { cleanLine, isolate, safeLink } from "../clean-text.ts";
import {
  describeRoundup,
  describeRoundupDetail,
  describeRoundupStory,
  describeUntold,
  fitRoundupStory,
  isLaterPost,
} from "../describe-roundup.ts";
import { countOf } from "../describe-story.ts";
import type { RoundupMessage, StoryLine } from "../message.ts";
import type { SlackOptions } from "./options.ts";
import { fitList, sizeOf } from "./fit-post.ts";
import {
  contextLine,
  linkOrText,
  LONGEST_HEADER,
  LONGEST_POST,
  quote,
  richText,
  section,
  text,
  type Block,
  type RichElement,
  type SlackPost,
} from "./slack-blocks.ts";
import { escapeSlack, headlineElements, markedElements, shortLink } from "./slack-text.ts";

/** The headlines alone of what does not fit in full. */
const REST = { most: 20, room: 2500, more: describeUntold };
/** The title and who is called take up to 1,500. */
const LONGEST_STORIES = LONGEST_POST - 1500;
/** Of Slack's 50 blocks: around them stand four at most. */
const MOST_STORIES = 46;
const LONGEST_HEADLINE = 80;

/** Held alerts as one post; urgent ones call whom an urgent alert calls. */
export function renderSlackRoundup(roundup: RoundupMessage, { mention }: Pick<SlackOptions, "mention">): SlackPost {
  const title = describeRoundup(roundup);
  const detail = describeRoundupDetail(roundup);
  const called = roundup.severity === "urgent" && !isLaterPost(roundup) ? mention.urgent : undefined;
  return {
    text: escapeSlack(title),
    blocks: [
      { type: "header", text: { type: "plain_text", text: cleanLine(title, LONGEST_HEADER), emoji: false } },
      ...(called === undefined ? [] : [{ type: "section", text: { type: "mrkdwn", text: called } } as const]),
      ...(detail === null ? [] : [contextLine(detail)]),
      ...storyBlocks(roundup.stories),
    ],
  };
}

/** How many alerts of a roundup one post tells in full. */
export function slackRoomFor({ stories }: RoundupMessage): number {
  return Math.max(1, fitBlocks(stories, LONGEST_STORIES).length);
}

/** Full stories, and where that is not all of them, the headlines of the others. */
function storyBlocks(stories: readonly StoryLine[]): Block[] {
  const all = fitBlocks(stories, LONGEST_STORIES);
  if (all.length === stories.length) return all;
  const blocks = fitBlocks(stories, LONGEST_STORIES - REST.room);
  return [...blocks, restBlock(stories.slice(blocks.length))];
}

/** The stories that have room, from the first on, a block each. */
function fitBlocks(stories: readonly StoryLine[], room: number): Block[] {
  const blocks: Block[] = [];
  let used = 0;
  for (const line of stories.slice(0, MOST_STORIES)) {
    const story = fitRoundupStory(line);
    const block = richText(
      section(...headlineElements(story)),
      section(text(describeRoundupStory(story))),
      ...story.quotes.map((parts) => quote(...markedElements(parts))),
    );
    used += sizeOf(block);
    if (used > room) break;
    blocks.push(block);
  }
  return blocks;
}

function restBlock(rest: readonly StoryLine[]): Block {
  function toRow({ headline, link }: StoryLine): RichElement[] {
    return [linkOrText(isolate(cleanLine(headline, LONGEST_HEADLINE)) || "(no headline)", shortLink(safeLink(link)))];
  }
  return richText(section(text(countOf(rest.length, "more alert"), { bold: true })), ...fitList(rest, toRow, REST));
}

import { cleanLine, isolate, safeLink } from "../clean-text.ts";
import {
  describeCoverage,
  describeEdition,
  describeFailingFeed,
  describeNewOutlets,
  groupSetAside,
  listPeople,
} from "../describe-digest.ts";
import { andMore, countOf, describeOutletCount, describePerson } from "../describe-story.ts";
import { DIGEST_LIMITS, fitStory, type FittedStory } from "../fit-story.ts";
import type { ContinuedLine, DigestMessage, SetAsideLine, StoryLine } from "../message.ts";
import {
  bullets,
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
import { escapeSlack, headlineElements, markedElements, shortLink, timesLine } from "./slack-text.ts";

/** Blocks kept for header, coverage, feeds, watches, the list of further headlines and what was set aside. */
const MOST_STORY_BLOCKS = 40;
const LONGEST_STORIES = LONGEST_POST - 6500;
const MOST_LINES = 12;
const MOST_HEADLINES = 20;

/** An edition as one Slack post; stories that do not fit are listed by headline, and the rest is counted. */
export function renderSlackDigest(digest: DigestMessage): SlackPost {
  const subject = describeEdition(digest);
  const { shown, rest } = fitStories(digest);
  return {
    text: escapeSlack(subject),
    blocks: [
      { type: "header", text: { type: "plain_text", text: cleanLine(subject, LONGEST_HEADER), emoji: false } },
      contextLine(describeCoverage(digest)),
      ...listBlock(
        "Feeds failing",
        digest.failingFeeds.map((feed) => [text(describeFailingFeed(feed, digest.timezone))]),
      ),
      ...listBlock(
        "Watches",
        digest.watches.map(({ title, stories }) => [
          text(`${cleanLine(title, 100)}: ${countOf(stories, "story", "stories")}`),
        ]),
      ),
      ...shown,
      ...restBlocks(rest),
      ...listBlock("Continued", digest.continued.map(continuedElements)),
      ...peopleBlocks(digest),
      ...setAsideBlocks(digest.setAside),
    ],
  };
}

/** Full stories while they fit into the post, two blocks each. */
function fitStories({ stories, timezone }: DigestMessage): { shown: Block[]; rest: readonly StoryLine[] } {
  const shown: Block[] = [];
  let used = 0;
  for (const [index, story] of stories.entries()) {
    const blocks = storyBlocks(fitStory(story, DIGEST_LIMITS), timezone);
    used += JSON.stringify(blocks).length;
    if (used > LONGEST_STORIES || shown.length + blocks.length > MOST_STORY_BLOCKS) {
      return { shown, rest: stories.slice(index) };
    }
    shown.push(...blocks);
  }
  return { shown, rest: [] };
}

function storyBlocks(story: FittedStory, timezone: string): Block[] {
  const outlets = `${describeOutletCount(story)}${story.outlets.map(({ name, feedKind }) => `${isolate(name)} (${feedKind})`).join(", ")}${andMore(story.more.outlets)}`;
  const details = [
    ...(story.lang === null ? [] : [story.lang]),
    ...story.watches.map(({ title }) => title),
    ...story.people.map(describePerson),
  ];
  const line = [outlets, ...details].join(" · ");
  return [
    richText(
      // Sections of their own: Slack gives each one the direction of its own text.
      section(...headlineElements(story)),
      section(text(line)),
      ...story.quotes.map((parts) => quote(...markedElements(parts))),
    ),
    { type: "context", elements: [{ type: "mrkdwn", text: timesLine(story, timezone) }] },
  ];
}

function listBlock(title: string, lines: RichElement[][]): Block[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_LINES;
  const shown = more > 0 ? [...lines.slice(0, MOST_LINES), [text(`and ${more} more`)]] : lines;
  return [richText(section(text(title, { bold: true })), bullets(shown))];
}

function continuedElements(line: ContinuedLine): RichElement[] {
  const headline = linkOrText(cleanLine(line.headline, 80) || "(no headline)", shortLink(safeLink(line.link)));
  return [headline, text(cleanLine(` (no. ${line.toldIn}) ${describeNewOutlets(line)}`, 200))];
}

function restBlocks(rest: readonly StoryLine[]): Block[] {
  if (rest.length === 0) return [];
  const lines = rest
    .slice(0, MOST_HEADLINES)
    .map(({ headline, link }) => [linkOrText(cleanLine(headline, 80) || "(no headline)", shortLink(safeLink(link)))]);
  const uncounted = rest.length - lines.length;
  if (uncounted > 0) lines.push([text(`and ${countOf(uncounted, "more story", "more stories")}`)]);
  const title = `${countOf(rest.length, "more story", "more stories")}, too many for one Slack message`;
  return [richText(section(text(title, { bold: true })), bullets(lines))];
}

function peopleBlocks(digest: DigestMessage): Block[] {
  const people = listPeople(digest);
  return people.length === 0 ? [] : [contextLine(`People: ${people.slice(0, MOST_LINES).join(", ")}`)];
}

function setAsideBlocks(setAside: readonly SetAsideLine[]): Block[] {
  if (setAside.length === 0) return [];
  const reasons = groupSetAside(setAside).map(({ reason, lines }) => `${lines.length} ${cleanLine(reason, 60)}`);
  return [contextLine(cleanLine(`Set aside: ${reasons.join(", ")}`, 1000))];
}

import { cleanLine, isolate, safeLink } from "../clean-text.ts";
import {
  describeCoverage,
  describeEdition,
  describeFailingFeed,
  describeNewOutlets,
  groupSetAside,
  listPeople,
} from "../describe-digest.ts";
import {
  andMore,
  countOf,
  describeOutletCount,
  describePerson,
  describeRemarks,
  listRemarks,
  nameOutlet,
} from "../describe-story.ts";
import { DIGEST_LIMITS, fitStory, type FittedStory, type StoryLimits } from "../fit-story.ts";
import type { ContinuedLine, DigestMessage, SetAsideLine, StoryLine } from "../message.ts";
import { firstThatFits, fitList, sizeOf, type ListRoom } from "./fit-post.ts";
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
import { escapeSlack, headlineElements, markedElements, shortLink, timesLine } from "./slack-text.ts";

/** Lines of each list, fewer where they leave too little room for stories. */
const LENGTHS = [12, 6, 3, 1];
const LONGEST_AROUND = LONGEST_POST - 7000;
/** What is left for stories is kept free of this much, for the headlines of those that do not fit in full. */
const REST: ListRoom = {
  most: 20,
  room: 2500,
  more: (count) => `and ${countOf(count, "more story", "more stories")}`,
};
/** That a continued story names, new ones and known ones each. */
const MOST_NEW_OUTLETS = 2;
const MOST_STORY_BLOCKS = 38;
/** A story that is longer is told shorter. */
const LONGEST_STORY = 3500;
const SHORT_LIMITS: StoryLimits = { headline: 200, quote: 200, quotes: 1, people: 2, outlets: 2, watches: 2 };

/** An edition as one Slack post; stories that do not fit are listed by headline, and the rest is counted. */
export function renderSlackDigest(digest: DigestMessage): SlackPost {
  const subject = describeEdition(digest);
  const head: Block[] = [
    { type: "header", text: { type: "plain_text", text: cleanLine(subject, LONGEST_HEADER), emoji: false } },
    contextLine(describeCoverage(digest)),
  ];
  const [before, after] = fitLists(digest);
  const stories = storiesIn(digest, LONGEST_POST - sizeOf([...head, ...before, ...after]));
  return { text: escapeSlack(subject), blocks: [...head, ...before, ...stories, ...after] };
}

/** What stands before the stories and behind them. */
function fitLists(digest: DigestMessage): readonly [before: Block[], after: Block[]] {
  const fitting = LENGTHS.find((most) => sizeOf(listsOf(digest, most)) <= LONGEST_AROUND);
  return listsOf(digest, fitting ?? 1);
}

function listsOf(digest: DigestMessage, most: number): readonly [before: Block[], after: Block[]] {
  const { failingFeeds, watches, timezone, continued, setAside } = digest;
  const failing = listBlock("Feeds failing", failingFeeds, most, (feed) => [
    text(cleanLine(describeFailingFeed(feed, timezone), 250)),
  ]);
  const counts = listBlock("Watches", watches, most, ({ title, stories }) => [
    text(`${isolate(cleanLine(title, 100))}: ${countOf(stories, "story", "stories")}`),
  ]);
  return [
    [...failing, ...counts],
    [
      ...listBlock("Continued", continued, most, continuedElements),
      ...setAsideBlocks(setAside),
      ...peopleBlocks(digest, most),
    ],
  ];
}

/** Full stories while they fit, two blocks each, and the headlines of the others. */
function storiesIn({ stories, timezone }: DigestMessage, room: number): Block[] {
  const shown: Block[] = [];
  let used = REST.room;
  for (const [index, story] of stories.entries()) {
    const blocks = firstThatFits(
      [DIGEST_LIMITS, SHORT_LIMITS].map((limits) => () => storyBlocks(fitStory(story, limits), timezone)),
      LONGEST_STORY,
    );
    used += sizeOf(blocks);
    if (used > room || shown.length + blocks.length > MOST_STORY_BLOCKS)
      return [...shown, ...restBlocks(stories.slice(index))];
    shown.push(...blocks);
  }
  return shown;
}

function storyBlocks(story: FittedStory, timezone: string): Block[] {
  const outlets = `${describeOutletCount(story)}${story.outlets.map(nameOutlet).join(", ")}${andMore(story.more.outlets)}`;
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
      ...describeRemarks(story).map((remark) => section(text(remark, { bold: true }))),
      section(text(line)),
      ...story.quotes.map((parts) => quote(...markedElements(parts))),
    ),
    { type: "context", elements: [{ type: "mrkdwn", text: timesLine(story, timezone) }] },
  ];
}

function listBlock<T>(title: string, all: readonly T[], most: number, toRow: (one: T) => RichElement[]): Block[] {
  if (all.length === 0) return [];
  return [richText(section(text(title, { bold: true })), ...fitList(all, toRow, { most, room: LONGEST_AROUND }))];
}

function continuedElements(line: ContinuedLine): RichElement[] {
  const continues = `continues no. ${line.toldIn} · ${describeNewOutlets(line, MOST_NEW_OUTLETS)}`;
  return [headlineRow(line), text(["", ...listRemarks(line), continues].join(" · "))];
}

function headlineRow({ headline, link }: Pick<StoryLine, "headline" | "link">): RichElement {
  return linkOrText(isolate(cleanLine(headline, 80)) || "(no headline)", shortLink(safeLink(link)));
}

function restBlocks(rest: readonly StoryLine[]): Block[] {
  function toRow({ headline, link }: StoryLine): RichElement[] {
    return [headlineRow({ headline, link })];
  }
  const title = `${countOf(rest.length, "more story", "more stories")}, too many for one Slack message`;
  return [richText(section(text(title, { bold: true })), ...fitList(rest, toRow, REST))];
}

function peopleBlocks(digest: DigestMessage, most: number): Block[] {
  const people = listPeople(digest);
  if (people.length === 0) return [];
  return [contextLine(`People: ${people.slice(0, most).join(", ")}${andMore(Math.max(0, people.length - most))}`)];
}

function setAsideBlocks(setAside: readonly SetAsideLine[]): Block[] {
  if (setAside.length === 0) return [];
  const reasons = groupSetAside(setAside).map(({ reason, lines }) => `${lines.length} ${cleanLine(reason, 60)}`);
  return [contextLine(cleanLine(`Set aside: ${reasons.join(", ")}`, 500))];
}

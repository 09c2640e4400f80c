import type { Steps } from "../../core/steps.ts";
import { cleanLine, safeLink } from "../clean-text.ts";
import {
  describeCoverage,
  describeDetail,
  describeEdition,
  describeFailingFeed,
  describePart,
  describeReason,
} from "../describe-digest.ts";
import { sliceDigest, type DigestSlice, type LineSizes, type SetAsideGroup } from "../digest-slice.ts";
import { DIGEST_LIMITS, fitStory } from "../fit-story.ts";
import type { DigestMessage, SetAsideLine } from "../message.ts";
import {
  bulletList,
  countRow,
  countTable,
  divider,
  heading,
  linkOrText,
  markup,
  paragraph,
  sectionTitle,
  sheet,
  softLine,
  type Markup,
} from "./html-parts.ts";
import { continuedMarkup, numberedStoryMarkup } from "./html-stories.ts";

/** Gmail clips a message above 102 kB. What stands around the lines takes less than 10 kB. */
const BUDGET = 78_000;
/** Markup around each line of a list. */
const AROUND = 60;
const AROUND_STORY = 220;

/** The HTML of every story of an edition under its number, written once: to be measured, and then to be put into a mail. */
export interface StoryBlocks {
  stories: readonly Markup[];
  continued: readonly Markup[];
}

/** A step a story. */
export function* renderStoryBlocks({ stories, continued, timezone }: DigestMessage): Steps<StoryBlocks> {
  const blocks: { stories: Markup[]; continued: Markup[] } = { stories: [], continued: [] };
  for (const [index, story] of stories.entries())
    yield void blocks.stories.push(numberedStoryMarkup(fitStory(story, DIGEST_LIMITS), timezone, index + 1));
  for (const [index, line] of continued.entries())
    yield void blocks.continued.push(continuedMarkup(line, timezone, stories.length + index + 1));
  return blocks;
}

/** An edition in as many slices as it needs to have each mail's HTML under 90 kB. */
export function sliceForMail(digest: DigestMessage, blocks: StoryBlocks): Steps<readonly DigestSlice[]> {
  const { timezone } = digest;
  const sizes: LineSizes = {
    failingFeed: (feed) => bytes(markup`${describeFailingFeed(feed, timezone)}`) + AROUND,
    watch: ({ title, stories }) => bytes(countRow(cleanLine(title, 160), stories)),
    story: (index) => bytes(blocks.stories[index]) + AROUND_STORY,
    continued: (index) => bytes(blocks.continued[index]) + AROUND_STORY,
    setAside: (line) => bytes(setAsideRow(line, timezone)) + AROUND,
    person: (name) => bytes(markup`${name}`) + AROUND,
  };
  return sliceDigest(digest, sizes, BUDGET);
}

/**
 * A slice of an edition as a mail's HTML.
 * @param unsubscribeUrl where its recipient gets rid of such mails; absent: nowhere
 */
export function renderHtmlDigest(slice: DigestSlice, blocks: StoryBlocks, unsubscribeUrl?: string): string {
  const { digest, failingFeeds, watches, people, setAside, firstStory, stories, firstContinued, continued } = slice;
  const { timezone } = digest;
  const title = describeEdition(digest);
  const firstBlock = firstContinued - digest.stories.length - 1;
  const continuedBlocks = blocks.continued.slice(firstBlock, firstBlock + continued.length);
  return sheet(title, [
    heading(title),
    ...(slice.parts === 1 ? [] : [paragraph(markup`<b>${describePart(slice)}</b>`)]),
    ...(slice.part === 1 ? [paragraph(describeCoverage(digest))] : []),
    ...listed(
      "Feeds failing",
      failingFeeds.map((feed) => describeFailingFeed(feed, timezone)),
    ),
    ...(watches.length === 0
      ? []
      : [
          sectionTitle("Watches"),
          countTable(
            ["Watch", "Stories"],
            watches.map(({ title, stories }) => countRow(cleanLine(title, 160), stories)),
          ),
        ]),
    ...section("Stories", blocks.stories.slice(firstStory - 1, firstStory - 1 + stories.length)),
    ...section("Continued", continuedBlocks),
    ...setAsideSection(setAside, timezone),
    ...listed("People", people),
    ...(unsubscribeUrl === undefined
      ? []
      : [divider(), softLine(linkOrText("Get these mails no more", unsubscribeUrl))]),
  ]);
}

function bytes(piece: Markup | undefined): number {
  return Buffer.byteLength(String(piece ?? ""));
}

/** Blocks under a title, a line between them. */
function section(title: string, blocks: readonly Markup[]): Markup[] {
  if (blocks.length === 0) return [];
  return [sectionTitle(title), ...blocks.flatMap((block, index) => (index === 0 ? [block] : [divider(), block]))];
}

function listed(title: string, lines: readonly string[]): Markup[] {
  return lines.length === 0 ? [] : [sectionTitle(title), bulletList(lines)];
}

function setAsideSection(groups: readonly SetAsideGroup[], zone: string): Markup[] {
  if (groups.length === 0) return [];
  return [
    sectionTitle("Set aside"),
    ...groups.flatMap(({ reason, total, lines, more }) => [
      softLine(describeReason({ reason, total })),
      bulletList([...lines.map((line) => setAsideRow(line, zone)), ...(more > 0 ? [`and ${more} more`] : [])]),
    ]),
  ];
}

function setAsideRow(line: SetAsideLine, zone: string): Markup {
  const { headline, link, watchTitle } = line;
  const item = linkOrText(cleanLine(headline, 150) || "(no headline)", safeLink(link));
  return markup`${item} (<bdi>${cleanLine(watchTitle, 80)}</bdi>)${describeDetail(line, zone)}`;
}

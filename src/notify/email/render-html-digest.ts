import { cleanLine, safeLink } from "../clean-text.ts";
import { describeCoverage, describeEdition, describeFailingFeed, describePart } from "../describe-digest.ts";
import { sliceDigest, type DigestSlice, type LineSizes, type SetAsideGroup } from "../digest-slice.ts";
import { DIGEST_LIMITS, fitStory } from "../fit-story.ts";
import type { ContinuedLine, DigestMessage, SetAsideLine, StoryLine } from "../message.ts";
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

/** An edition in as many slices as it needs to have each mail's HTML under 90 kB. */
export function sliceForMail(digest: DigestMessage): readonly DigestSlice[] {
  const { timezone } = digest;
  const sizes: LineSizes = {
    failingFeed: (feed) => bytes(markup`${describeFailingFeed(feed, timezone)}`) + AROUND,
    watch: ({ title, stories }) => bytes(countRow(cleanLine(title, 160), stories)),
    story: (story) => bytes(storyBlock(story, 1, timezone)) + AROUND_STORY,
    continued: (line) => bytes(continuedBlock(line, 1, timezone)) + AROUND_STORY,
    person: (name) => bytes(markup`${name}`) + AROUND,
    setAside: (line) => bytes(setAsideRow(line)) + AROUND,
  };
  return sliceDigest(digest, sizes, BUDGET);
}

/**
 * A slice of an edition as a mail's HTML.
 * @param unsubscribeUrl where its recipient gets rid of such mails; absent: nowhere
 */
export function renderHtmlDigest(slice: DigestSlice, unsubscribeUrl?: string): string {
  const { digest, failingFeeds, watches, people, setAside } = slice;
  const { timezone } = digest;
  const title = describeEdition(digest);
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
    ...section(
      "Stories",
      slice.stories.map((story, index) => storyBlock(story, slice.firstStory + index, timezone)),
    ),
    ...section(
      "Continued",
      slice.continued.map((line, index) => continuedBlock(line, slice.firstContinued + index, timezone)),
    ),
    ...listed("People", people),
    ...setAsideSection(setAside),
    ...(unsubscribeUrl === undefined
      ? []
      : [divider(), softLine(linkOrText("Get these mails no more", unsubscribeUrl))]),
  ]);
}

function bytes(piece: Markup): number {
  return Buffer.byteLength(piece.toString());
}

function storyBlock(story: StoryLine, number: number, timezone: string): Markup {
  return numberedStoryMarkup(fitStory(story, DIGEST_LIMITS), timezone, number);
}

function continuedBlock(line: ContinuedLine, number: number, timezone: string): Markup {
  return continuedMarkup(line, timezone, number);
}

/** Blocks under a title, a line between them. */
function section(title: string, blocks: readonly Markup[]): Markup[] {
  if (blocks.length === 0) return [];
  return [sectionTitle(title), ...blocks.flatMap((block, index) => (index === 0 ? [block] : [divider(), block]))];
}

function listed(title: string, lines: readonly string[]): Markup[] {
  return lines.length === 0 ? [] : [sectionTitle(title), bulletList(lines)];
}

function setAsideSection(groups: readonly SetAsideGroup[]): Markup[] {
  if (groups.length === 0) return [];
  return [
    sectionTitle("Set aside"),
    ...groups.flatMap(({ reason, total, lines, more }) => [
      softLine(markup`<bdi>${cleanLine(reason, 80)}</bdi> (${total})`),
      bulletList(more > 0 ? [...lines.map(setAsideRow), `and ${more} more`] : lines.map(setAsideRow)),
    ]),
  ];
}

function setAsideRow({ headline, link, watchTitle }: SetAsideLine): Markup {
  return markup`${linkOrText(cleanLine(headline, 150) || "(no headline)", safeLink(link))} (<bdi>${cleanLine(watchTitle, 80)}</bdi>)`;
}

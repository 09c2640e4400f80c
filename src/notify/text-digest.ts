import { finish, mapInSteps, type Steps } from "../core/steps.ts";
import { cleanLine, isolate, safeLink } from "./clean-text.ts";
import {
  describeContinuation,
  describeCoverage,
  describeDetail,
  describeEdition,
  describeFailingFeed,
  describeNewOutlets,
  describePart,
  describeReason,
} from "./describe-digest.ts";
import { countOf, describeRemarks } from "./describe-story.ts";
import type { DigestSlice, SetAsideGroup } from "./digest-slice.ts";
import { DIGEST_LIMITS, fitStory } from "./fit-story.ts";
import type { ContinuedLine } from "./message.ts";
import { detailLines, partsText, storyLines, type TextStyle } from "./text-story.ts";

/** A slice of an edition as the text part of its mail. */
export function renderTextDigest(slice: DigestSlice, style: TextStyle): string {
  return `${finish(textDigestLines(slice, style)).join("\n")}\n`;
}

/** An edition, or a part of it, as lines. */
export function* textDigestLines(slice: DigestSlice, { mark }: TextStyle): Steps<string[]> {
  const { digest } = slice;
  const style = { timezone: digest.timezone, mark };
  const stories = yield* mapInSteps(slice.stories, (line) => {
    const story = fitStory(line, DIGEST_LIMITS);
    return storyLines(story, style, describeRemarks(story));
  });
  const continued = yield* mapInSteps(slice.continued, (line) => continuedLines(line, style));
  return [
    describeEdition(digest),
    ...(slice.parts === 1 ? [] : [describePart(slice)]),
    ...(slice.part === 1 ? [describeCoverage(digest)] : []),
    ...section(
      "Feeds failing",
      slice.failingFeeds.map((feed) => `- ${describeFailingFeed(feed, digest.timezone)}`),
    ),
    ...section(
      "Watches",
      slice.watches.map(
        ({ title, stories }) => `- ${isolate(cleanLine(title, 160))}: ${countOf(stories, "story", "stories")}`,
      ),
    ),
    ...section("Stories", numbered(stories, slice.firstStory)),
    ...section("Continued", numbered(continued, slice.firstContinued)),
    ...section(
      "Set aside",
      slice.setAside.flatMap((group) => setAsideLines(group, digest.timezone)),
    ),
    ...section(
      "People",
      slice.people.map((line) => `- ${line}`),
    ),
  ];
}

function continuedLines(line: ContinuedLine, style: TextStyle): string[] {
  const story = fitStory(line, DIGEST_LIMITS);
  return [
    partsText(story.headline, style.mark),
    ...describeRemarks(story),
    describeContinuation(line),
    describeNewOutlets(line),
    ...detailLines(story, style, "New persons"),
  ];
}

/** Each block with its number, an empty line between them. */
function numbered(blocks: readonly (readonly string[])[], first: number): string[] {
  return blocks.flatMap((block, index) => [...(index === 0 ? [] : [""]), `${first + index}. ${block.join("\n")}`]);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, "", ...lines];
}

function setAsideLines({ reason, total, lines, more }: SetAsideGroup, zone: string): string[] {
  return [
    describeReason({ reason, total }),
    ...lines.map((aside) => {
      const { headline, link, watchTitle } = aside;
      const address = safeLink(link);
      const item = `${isolate(cleanLine(headline, 150)) || "(no headline)"} (${isolate(cleanLine(watchTitle, 80))})`;
      const line = `- ${item}${describeDetail(aside, zone)}`;
      return address === null ? line : `${line}\n  ${address}`;
    }),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}

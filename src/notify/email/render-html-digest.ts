import { cleanLine, safeLink } from "../clean-text.ts";
import { describeCoverage, describeFailingFeed, groupSetAside, listPeople } from "../describe-digest.ts";
import { countOf } from "../describe-story.ts";
import { DIGEST_LIMITS, fitStory } from "../fit-story.ts";
import type { DigestMessage, StoryLine } from "../message.ts";
import {
  bulletList,
  continuedMarkup,
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
  storyMarkup,
  type Markup,
} from "./html-parts.ts";

/** Gmail clips a message above 102 kB; with these budgets the whole stays under 90 kB. */
const BYTES = {
  stories: 48_000,
  headlines: 10_000,
  setAside: 9_000,
  watches: 8_000,
  failingFeeds: 6_000,
  people: 3_000,
} as const;

/** An edition as HTML. Stories beyond the budget are listed by headline; the text part holds every one in full. */
export function renderHtmlDigest(digest: DigestMessage, title: string): string {
  const { shown, rest } = fitStories(digest);
  return sheet(title, [
    heading(title),
    paragraph(describeCoverage(digest)),
    ...rowsSection(
      "Feeds failing",
      digest.failingFeeds.map((feed) => describeFailingFeed(feed, digest.timezone)),
      BYTES.failingFeeds,
    ),
    ...watchesSection(digest),
    ...(shown.length === 0 ? [] : [sectionTitle("Stories"), ...shown]),
    ...restSection(rest),
    ...(digest.continued.length === 0
      ? []
      : [sectionTitle("Continued"), ...digest.continued.map((line) => continuedMarkup(line, digest.timezone))]),
    ...rowsSection("People", listPeople(digest), BYTES.people),
    ...setAsideSection(digest),
  ]);
}

function bytes(piece: Markup): number {
  return Buffer.byteLength(piece.toString());
}

function fitStories({ stories, timezone }: DigestMessage): { shown: Markup[]; rest: readonly StoryLine[] } {
  const shown: Markup[] = [];
  let used = 0;
  for (const [index, story] of stories.entries()) {
    const piece = storyMarkup(fitStory(story, DIGEST_LIMITS), timezone);
    used += bytes(piece) + 120;
    if (used > BYTES.stories) return { shown, rest: stories.slice(index) };
    shown.push(...(index === 0 ? [] : [divider()]), piece);
  }
  return { shown, rest: [] };
}

/** As many rows as fit into the budget, and how many did not. */
function fitRows(rows: Iterable<Markup>, budget: number): Markup[] {
  const fitted: Markup[] = [];
  let used = 0;
  for (const row of rows) {
    used += bytes(row) + 40;
    if (used > budget) break;
    fitted.push(row);
  }
  return fitted;
}

function restSection(rest: readonly StoryLine[]): Markup[] {
  if (rest.length === 0) return [];
  const rows = fitRows(
    rest.values().map(({ headline, link }) => linkOrText(cleanLine(headline, 150) || "(no headline)", safeLink(link))),
    BYTES.headlines,
  );
  const uncounted = rest.length - rows.length;
  return [
    sectionTitle(countOf(rest.length, "more story", "more stories")),
    softLine("Too many for one mail in this form: the plain-text part of this mail holds them in full."),
    bulletList(uncounted > 0 ? [...rows, `and ${uncounted} more`] : rows),
  ];
}

function watchesSection({ watches }: DigestMessage): Markup[] {
  if (watches.length === 0) return [];
  const rows = fitRows(
    watches.values().map(({ title, stories }) => countRow(cleanLine(title, 160), stories)),
    BYTES.watches,
  );
  const more = watches.length - rows.length;
  return [sectionTitle("Watches"), countTable(rows), ...(more > 0 ? [softLine(`and ${more} more`)] : [])];
}

function rowsSection(title: string, lines: readonly string[], budget: number): Markup[] {
  if (lines.length === 0) return [];
  const rows = fitRows(
    lines.values().map((line) => markup`${line}`),
    budget,
  );
  const more = lines.length - rows.length;
  return [sectionTitle(title), bulletList(more > 0 ? [...rows, `and ${more} more`] : rows)];
}

function setAsideSection({ setAside }: DigestMessage): Markup[] {
  if (setAside.length === 0) return [];
  const groups = groupSetAside(setAside);
  const budget = BYTES.setAside / groups.length;
  return [
    sectionTitle("Set aside"),
    ...groups.flatMap(({ reason, lines }) => {
      const rows = fitRows(
        lines.values().map(
          ({ headline, link, watchTitle }) =>
            markup`${linkOrText(cleanLine(headline, 150) || "(no headline)", safeLink(link))}
              (${cleanLine(watchTitle, 80)})`,
        ),
        budget,
      );
      const more = lines.length - rows.length;
      return [
        softLine(`${cleanLine(reason, 80)} (${lines.length})`),
        bulletList(more > 0 ? [...rows, `and ${more} more, listed in the plain-text part`] : rows),
      ];
    }),
  ];
}

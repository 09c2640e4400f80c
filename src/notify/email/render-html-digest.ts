import { cleanLine, safeLink } from "../clean-text.ts";
import { describeCoverage, describeFailingFeed, groupSetAside, listPeople } from "../describe-digest.ts";
import { countOf } from "../describe-story.ts";
import { DIGEST_LIMITS, fitStory } from "../fit-story.ts";
import type { DigestMessage, StoryLine } from "../message.ts";
import {
  bulletList,
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

/** Gmail clips a message above 102 kB; with this budget for stories and lists the whole stays under 90 kB. */
const STORY_BYTES = 52_000;
const HEADLINE_BYTES = 12_000;
const SET_ASIDE_BYTES = 10_000;
const MOST_ROWS = 40;

/** An edition as HTML. Stories beyond the budget are listed by headline; the text part holds every one in full. */
export function renderHtmlDigest(digest: DigestMessage, title: string): string {
  const { shown, rest } = fitStories(digest);
  return sheet(title, [
    heading(title),
    paragraph(describeCoverage(digest)),
    ...rowsSection(
      "Feeds failing",
      digest.failingFeeds.map((feed) => describeFailingFeed(feed, digest.timezone)),
    ),
    ...watchesSection(digest),
    ...(shown.length === 0 ? [] : [sectionTitle("Stories"), ...shown]),
    ...restSection(rest),
    ...rowsSection("People", listPeople(digest)),
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
    if (used > STORY_BYTES) return { shown, rest: stories.slice(index) };
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
    HEADLINE_BYTES,
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
  const rows = watches
    .slice(0, MOST_ROWS)
    .map(({ title, stories }) => ({ name: cleanLine(title, 160), count: stories }));
  const more = watches.length - rows.length;
  return [sectionTitle("Watches"), countTable(rows), ...(more > 0 ? [softLine(`and ${more} more`)] : [])];
}

function rowsSection(title: string, rows: readonly string[]): Markup[] {
  if (rows.length === 0) return [];
  const more = rows.length - MOST_ROWS;
  const shown = more > 0 ? [...rows.slice(0, MOST_ROWS), `and ${more} more`] : rows;
  return [sectionTitle(title), bulletList(shown)];
}

function setAsideSection({ setAside }: DigestMessage): Markup[] {
  if (setAside.length === 0) return [];
  const groups = groupSetAside(setAside);
  const budget = SET_ASIDE_BYTES / groups.length;
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

import { chatItems, chatLine, listLink, titled, type ChatLine } from "./chat-lines.ts";
import { cleanLine, isolate } from "./clean-text.ts";
import {
  describeCoverage,
  describeEdition,
  describeFailingFeed,
  groupSetAside,
  listPeople,
} from "./describe-digest.ts";
import { andMore, joinWithin, listRemarks } from "./describe-story.ts";
import { languageName } from "./fit-story.ts";
import type { DigestMessage, StoryLine } from "./message.ts";

const MOST_FEEDS = 3;

/** An edition, told short: its stories by headline. */
export function chatDigestLines(digest: DigestMessage): ChatLine[] {
  const { failingFeeds, timezone, watches, stories, continued, setAside } = digest;
  const failing = failingFeeds
    .slice(0, MOST_FEEDS)
    .map((feed) => chatLine("line", "always", { text: `– ${cleanLine(describeFailingFeed(feed, timezone), 140)}` }));
  const unnamed = failingFeeds.length - failing.length;
  const counts = watches.map(({ title, stories }) => `${isolate(cleanLine(title, 80))}: ${stories}`);
  const reasons = groupSetAside(setAside).map(({ reason, lines }) => `${lines.length} ${cleanLine(reason, 60)}`);
  return [
    chatLine("headline", "always", { text: describeEdition(digest), bold: true }),
    chatLine("line", "always", { text: describeCoverage(digest) }),
    ...(failing.length === 0 ? [] : [heading("Feeds failing"), ...failing]),
    ...(unnamed === 0 ? [] : [chatLine("line", "always", { text: `and ${unnamed} more` })]),
    ...(counts.length === 0
      ? []
      : [heading("Watches"), chatLine("line", "always", { text: joinWithin(counts, 300, " · ") })]),
    ...(stories.length === 0 ? [] : [heading("Stories"), ...chatItems(stories, storyItem)]),
    ...(continued.length === 0 ? [] : [heading("Continued"), ...chatItems(continued, storyItem)]),
    ...titled("Set aside", joinWithin(reasons, 200)),
    ...titled("People", joinWithin(listPeople(digest), 200)),
  ];
}

function storyItem(line: StoryLine, index: number): ChatLine {
  const { headline, link, outlets, lang } = line;
  const [first] = outlets;
  const outlet = first === undefined ? [] : [`${isolate(cleanLine(first.name, 60))}${andMore(outlets.length - 1)}`];
  const text = cleanLine(headline, 160) || "(no headline)";
  const language = lang === null ? null : languageName(lang);
  return chatLine(
    "item",
    "optional",
    { text: `${index + 1}. ` },
    { text: isolate(text), link: listLink(link) },
    { text: ["", ...outlet, ...(language === null ? [] : [language]), ...listRemarks(line)].join(" · ") },
  );
}

function heading(text: string): ChatLine {
  return chatLine("heading", "always", { text, bold: true });
}

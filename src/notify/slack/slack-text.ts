import { describeLag } from "../describe-story.ts";
import { formatInstant, zoneCity } from "../describe-time.ts";
import { joinParts, type Part } from "../excerpt.ts";
import type { FittedStory } from "../fit-story.ts";
import { linkOrText, text, type RichElement } from "./slack-blocks.ts";

/** Escapes what Slack reads as markup: then no text can mention, link or format dates. */
export function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Slack advises no more for a message's text (https://docs.slack.dev/reference/methods/chat.postMessage). */
const LONGEST_FALLBACK = 4000;

/** What notifications show: the first pieces that fit. */
export function fallbackOf(pieces: readonly string[]): string {
  const fitting = pieces.findLastIndex(
    (_, index) => escapeSlack(pieces.slice(0, index + 1).join(" · ")).length <= LONGEST_FALLBACK,
  );
  return escapeSlack(pieces.slice(0, Math.max(1, fitting + 1)).join(" · "));
}

/** Evidence: marks in bold, as structure and not as asterisks, which need spaces around them and break in Han and RTL text. */
export function markedElements(parts: readonly Part[]): RichElement[] {
  return parts.map((part) => (part.marked ? text(part.text, { bold: true }) : text(part.text)));
}

/** Above this a link is not repeated for each part of a headline. */
const LONGEST_REPETITION = 2000;

/** The headline as a link: bold as a whole, or only its marks where they are the proof. */
export function headlineElements({ headline, link }: FittedStory): RichElement[] {
  if (headline.length * (link?.length ?? 0) > LONGEST_REPETITION) {
    return [linkOrText(joinParts(headline), link, { bold: true })];
  }
  const proof = headline.some((part) => part.marked);
  return headline.map((part) => linkOrText(part.text, link, part.marked || !proof ? { bold: true } : undefined));
}

/** Links of lists must not eat the post: a very long one is left out, its text stays. */
export function shortLink(link: string | null): string | null {
  return link !== null && link.length <= 200 ? link : null;
}

/** An instant that Slack shows in each reader's own zone; the fallback names the channel's. */
export function slackDate(instant: number, format: string, zone: string): string {
  const fallback = `${formatInstant(instant, zone)} ${zoneCity(zone)}`;
  return `<!date^${Math.floor(instant / 1000)}^${format}|${escapeSlack(fallback)}>`;
}

const LONG = "{date_short_pretty} {time}";

/** Published, seen and lag, as mrkdwn; it holds no text from a feed. */
export function timesLine(story: FittedStory, zone: string): string {
  const seen = slackDate(story.firstSeenAt, LONG, zone);
  if (story.publishedSource === "first-seen") return `No date in the feed · first seen ${seen}`;
  const lag = describeLag(story);
  const published = `Published ${slackDate(story.publishedAt, LONG, zone)}`;
  return lag === null ? `${published} · seen ${seen}` : `${published} · seen ${seen}, ${lag}`;
}

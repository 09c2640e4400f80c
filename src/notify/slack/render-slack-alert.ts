import { cleanLine, isolate, isolateLeftToRight, runsRightToLeft } from "../clean-text.ts";
import {
  andMore,
  countOf,
  describeOutletCount,
  describePerson,
  describeSource,
  SEVERITY_WORDS,
} from "../describe-story.ts";
import { describeMark, describeNotes, markLabel } from "../describe-telling.ts";
import { joinParts } from "../excerpt.ts";
import { ALERT_LIMITS, DIGEST_LIMITS, fitStory, type FittedStory } from "../fit-story.ts";
import type { AlertMessage } from "../message.ts";
import type { SlackOptions } from "./options.ts";
import {
  contextLine,
  linkOrText,
  LONGEST_POST,
  quote,
  richText,
  section,
  text,
  type Block,
  type SlackPost,
} from "./slack-blocks.ts";
import { escapeSlack, headlineElements, markedElements, shortLink, timesLine } from "./slack-text.ts";

/**
 * One story as a Slack post. Everything that comes from a feed is a rich text element: there it is shown as it
 * stands, whatever it contains.
 */
export function renderSlackAlert(
  alert: AlertMessage,
  { mention }: Pick<SlackOptions, "mention">,
  timezone: string,
): SlackPost {
  const { story } = alert;
  const called = mention[story.severity];
  const fitted = fitStory(story, ALERT_LIMITS);
  const blocks = alertBlocks(alert, fitted, called, timezone);
  const short = JSON.stringify(blocks).length <= LONGEST_POST;
  return {
    text: fallbackText(fitted, alert),
    blocks: short ? blocks : alertBlocks(alert, fitStory(story, DIGEST_LIMITS), called, timezone),
  };
}

/** Above the headline how the alert goes on with an earlier one, below it what became of its reports. */
function alertBlocks(
  { mark, notes = [] }: AlertMessage,
  story: FittedStory,
  called: string | undefined,
  timezone: string,
): Block[] {
  const [headline, ...rest] = storyBlocks(story, called, timezone);
  return [
    ...(mark === undefined ? [] : [contextLine(describeMark(mark))]),
    ...(headline === undefined ? [] : [headline]),
    ...describeNotes({ notes }).map((line) => richText(section(text(line, { bold: true })))),
    ...rest,
  ];
}

function storyBlocks(story: FittedStory, called: string | undefined, timezone: string): Block[] {
  return [
    richText(section(...headlineElements(story))),
    ...(called === undefined ? [] : [mentionBlock(called)]),
    ...whoBlocks(story),
    ...evidenceBlocks(story),
    ...whyBlocks(story),
    outletBlock(story),
    { type: "context", elements: [{ type: "mrkdwn", text: timesLine(story, timezone) }] },
    contextLine(severityLine(story)),
  ];
}

/** What a phone shows: headline first, then who says so and in which language. */
function fallbackText(story: FittedStory, alert: AlertMessage): string {
  const headline = joinParts(story.headline);
  const { mark } = alert;
  const label = markLabel(alert);
  const reasons = mark?.kind === "follow-up" ? `: ${cleanLine(mark.reasons.join("; "), 200)}` : "";
  const source = `${label === null ? "" : `${label}${reasons} · `}${describeSource(story)}`;
  return escapeSlack(`${headline} · ${runsRightToLeft(headline) ? isolateLeftToRight(source) : source}`);
}

/** The operator's own text from the configuration, as Slack markup. */
function mentionBlock(called: string): Block {
  return { type: "section", text: { type: "mrkdwn", text: called } };
}

function whoBlocks({ people, more }: FittedStory): Block[] {
  if (people.length === 0) return [];
  const line = `${people.map(describePerson).join("; ")}${andMore(more.people)}`;
  return [richText(section(text("Who: ", { bold: true }), text(line)))];
}

function evidenceBlocks({ quotes, glosses, more }: FittedStory): Block[] {
  const blocks: Block[] = [];
  if (quotes.length > 0) blocks.push(richText(...quotes.map((parts) => quote(...markedElements(parts)))));
  const notes = glosses.map(({ term, meaning }) => `${isolate(term)} means: ${isolate(meaning)}`);
  if (more.quotes > 0) notes.push(countOf(more.quotes, "more proving sentence"));
  if (notes.length > 0) blocks.push(contextLine(notes.join(" · ")));
  return blocks;
}

function whyBlocks({ watches, more }: FittedStory): Block[] {
  const lines = watches.flatMap(({ title, clause }, index) => [
    text(index === 0 ? "Why: " : "\n", { bold: true }),
    ...(watches.length > 1 ? [text(`${title}: `)] : []),
    text(clause, { code: true }),
  ]);
  if (more.watches > 0) lines.push(text(`\n${countOf(more.watches, "more watch", "more watches")}`));
  return lines.length === 0 ? [] : [richText(section(...lines))];
}

function outletBlock(story: FittedStory): Block {
  const names = story.outlets.flatMap(({ name, feedKind, link }, index) => [
    text(index === 0 ? "" : ", "),
    linkOrText(isolate(name), shortLink(link)),
    text(` (${feedKind})`),
  ]);
  const elements = [text(describeOutletCount(story), { bold: true }), ...names, text(andMore(story.more.outlets))];
  const language = story.lang === null ? [] : [text(` · ${story.lang}`)];
  return richText(section(...[...elements, ...language].filter((element) => element.text !== "")));
}

function severityLine({ severity, watches, more }: FittedStory): string {
  const titles = `${watches.map(({ title }) => title).join(", ")}${andMore(more.watches)}`;
  return cleanLine(`${SEVERITY_WORDS[severity]} · ${titles}`, 1000);
}

import { isolate, isolateLeftToRight, runsRightToLeft } from "../clean-text.ts";
import {
  andMore,
  countOf,
  describeFound,
  describeKind,
  describeOutletCount,
  describePerson,
  describeRemarks,
  describeSource,
  describeWords,
  SEVERITY_WORDS,
} from "../describe-story.ts";
import { describeMark, describeNotes, describeReasons, markLabel } from "../describe-telling.ts";
import { joinParts } from "../excerpt.ts";
import { ALERT_LIMITS, DIGEST_LIMITS, fitStory, type FittedStory, type StoryLimits } from "../fit-story.ts";
import type { AlertMessage } from "../message.ts";
import { dropSpare, firstThatFits, sizeOf, type Piece } from "./fit-post.ts";
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

/** One sentence is proof enough, one watch reason enough, where more would not fit into a post. */
const TIGHT_LIMITS: StoryLimits = { ...DIGEST_LIMITS, quotes: 1, watches: 1 };

/**
 * One story as a Slack post. Everything that comes from a feed is a rich text element: there it is shown as it
 * stands, whatever it contains.
 * @param below what ends the post, whatever else has to be left out
 */
export function renderSlackAlert(
  alert: AlertMessage,
  { mention, below = [] }: Pick<SlackOptions, "mention"> & { below?: readonly Block[] },
  timezone: string,
): SlackPost {
  const { story } = alert;
  const called = mention[story.severity];
  const room = LONGEST_POST - sizeOf(below);
  function pieces(limits: StoryLimits): Piece[] {
    return alertPieces(alert, fitStory(story, limits), { called, timezone });
  }
  return {
    text: fallbackText(fitStory(story, ALERT_LIMITS), alert),
    blocks: [
      ...firstThatFits(
        [
          () => pieces(ALERT_LIMITS).map(({ block }) => block),
          () => pieces(DIGEST_LIMITS).map(({ block }) => block),
          () => dropSpare(pieces(TIGHT_LIMITS), room),
        ],
        room,
      ),
      ...below,
    ],
  };
}

/** Above the headline how the alert goes on with an earlier one, below it what became of its reports. */
function alertPieces(
  { mark, notes = [] }: AlertMessage,
  story: FittedStory,
  { called, timezone }: { called: string | undefined; timezone: string },
): Piece[] {
  return [
    ...stays(describeRemarks(story).map(contextLine)),
    ...stays(mark === undefined ? [] : [contextLine(describeMark(mark))]),
    ...stays([richText(section(...headlineElements(story)))]),
    ...goes(
      1,
      describeNotes({ notes }).map((line) => richText(section(text(line, { bold: true })))),
    ),
    ...stays(called === undefined ? [] : [mentionBlock(called)]),
    ...goes(3, whoBlocks(story)),
    ...stays(evidenceBlocks(story)),
    ...goes(4, noteBlocks(story)),
    ...stays(whyBlocks(story)),
    ...goes(2, outletBlocks(story)),
    ...stays([
      { type: "context", elements: [{ type: "mrkdwn", text: timesLine(story, timezone) }] },
      contextLine(severityLine(story)),
    ]),
  ];
}

function stays(blocks: readonly Block[]): Piece[] {
  return goes(0, blocks);
}

function goes(spare: number, blocks: readonly Block[]): Piece[] {
  return blocks.map((block) => ({ block, spare }));
}

/** What a phone shows: headline first, then who says so and in which language. */
function fallbackText(story: FittedStory, alert: AlertMessage): string {
  const headline = joinParts(story.headline);
  const { mark } = alert;
  const label = markLabel(alert);
  const reasons = mark?.kind === "follow-up" ? `: ${describeReasons(mark, 200)}` : "";
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

function evidenceBlocks({ quotes }: FittedStory): Block[] {
  return quotes.length === 0 ? [] : [richText(...quotes.map((parts) => quote(...markedElements(parts))))];
}

/** What helps to read the evidence. */
function noteBlocks({ glosses, more }: FittedStory): Block[] {
  const notes = glosses.map(({ term, meaning }) => `${isolate(term)} means: ${isolate(meaning)}`);
  if (more.quotes > 0) notes.push(countOf(more.quotes, "more proving sentence"));
  return notes.length === 0 ? [] : [contextLine(notes.join(" · "))];
}

/** Each watch with the words that it found and the clause that held; one watch alone is named by the last line. */
function whyBlocks({ watches, more }: FittedStory): Block[] {
  const single = watches.length + more.watches === 1;
  const lines = watches.flatMap((watch, index) => [
    text(index === 0 ? "Why: " : "\n", { bold: true }),
    text(single ? describeWords(watch) : describeFound(watch)),
    text(watch.clause, { code: true }),
  ]);
  if (more.watches > 0) lines.push(text(`\n${countOf(more.watches, "more watch", "more watches")}`));
  return lines.length === 0 ? [] : [richText(section(...lines))];
}

function outletBlocks(story: FittedStory): Block[] {
  if (story.outlets.length === 0) return [];
  const names = story.outlets.flatMap(({ name, feedKind, link }, index) => [
    text(index === 0 ? "" : ", "),
    linkOrText(isolate(name), shortLink(link)),
    text(` (${describeKind(feedKind)})`),
  ]);
  const language = story.lang === null ? "" : ` · ${story.lang}`;
  const label = text(describeOutletCount(story) || "Outlet: ", { bold: true });
  return [richText(section(label, ...names, text(`${andMore(story.more.outlets)}${language}`)))];
}

/** "Urgent · Diplomats who leave their post"; several watches stand above, each with its clause. */
function severityLine({ severity, watches, more }: FittedStory): string {
  const count = watches.length + more.watches;
  const watch = count === 1 ? watches[0]?.title : countOf(count, "watch", "watches");
  return count === 0 ? SEVERITY_WORDS[severity] : `${SEVERITY_WORDS[severity]} · ${watch}`;
}

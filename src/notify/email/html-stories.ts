import { raw } from "hono/html";
import { describeContinuation } from "../describe-digest.ts";
import {
  andMore,
  countOf,
  describeFound,
  describeKind,
  describeOutletCount,
  describePerson,
  describeRemarks,
  describeTimes,
  describeUrgency,
  SEVERITY_WORDS,
} from "../describe-story.ts";
import type { Part } from "../excerpt.ts";
import { DIGEST_LIMITS, fitStory, type FittedStory } from "../fit-story.ts";
import { code, LINK, linkOrText, markup, paragraph, softLine, type Markup } from "./html-parts.ts";
import type { ContinuedLine } from "../message.ts";

const HEADLINE = "margin:0 0 4px;font-size:17px;line-height:24px;font-weight:600;color:#1c1e21";
const QUOTE =
  "margin:8px 0;padding:2px 12px;border-inline-start:3px solid #c9cdd2;font-size:15px;line-height:23px;color:#1c1e21";
const MARK = "background:#fff0b3;color:#1c1e21;font-weight:600;padding:0 1px";
const NUMBER = "margin:0 0 2px;font-size:13px;line-height:19px;color:#5a5f66";
const URGENT = "color:#b3261e";

function marked(parts: readonly Part[]): Markup[] {
  return parts.map((part) =>
    part.marked ? markup`<b class="mark" style="${MARK}">${part.text}</b>` : markup`${part.text}`,
  );
}

/** For screen readers, which read a text in the voice of its language, and for fonts. */
function langOf({ langTag }: FittedStory): Markup {
  return langTag === null ? markup`` : markup` lang="${langTag}"`;
}

function headlineMarkup(story: FittedStory, level: "h1" | "h2" | "h3"): Markup {
  const { headline, link } = story;
  const text = marked(headline);
  const inner = link === null ? text : markup`<a class="link" href="${link}" style="${LINK}">${text}</a>`;
  return markup`<${raw(level)} dir="auto"${langOf(story)} class="ink" style="${HEADLINE}">${inner}</${raw(level)}>`;
}

function quoteMarkup(story: FittedStory): Markup[] {
  return story.quotes.map(
    (parts) => markup`<p dir="auto"${langOf(story)} class="ink quote" style="${QUOTE}">${marked(parts)}</p>`,
  );
}

/** "3 · Urgent", above the headline of a story in an edition. */
function numberMarkup(number: number, { severity }: FittedStory): Markup {
  const loud = severity === "urgent" ? markup` · <b class="urgent" style="${URGENT}">${SEVERITY_WORDS.urgent}</b>` : "";
  return markup`<p class="soft" style="${NUMBER}">${number}${loud}</p>`;
}

function outletNames(outlets: FittedStory["outlets"]): Markup[] {
  return outlets.map(
    ({ name, feedKind, link }, index) =>
      markup`${index === 0 ? "" : ", "}${linkOrText(name, link)} (${describeKind(feedKind)})`,
  );
}

function outletMarkup(story: FittedStory): Markup {
  const names = outletNames(story.outlets);
  const language = story.lang === null ? "" : ` · ${story.lang}`;
  return softLine(markup`${describeOutletCount(story)}${names}${andMore(story.more.outlets)}${language}`);
}

function whyMarkup({ watches, more }: FittedStory): Markup[] {
  const lines = watches.map((watch) => {
    const why = markup`Why: ${describeFound(watch)}`;
    return softLine(markup`${why}${code(watch.clause)}`);
  });
  return more.watches === 0 ? lines : [...lines, softLine(countOf(more.watches, "more watch", "more watches"))];
}

/** A story: headline, outlets, people, the proof with its marks, why, and when. */
export function storyMarkup(story: FittedStory, timezone: string): Markup {
  return markup`${headlineMarkup(story, "h1")}${outletMarkup(story)}${detailsMarkup(story, timezone, "Who")}`;
}

/** In an edition below the headline, which stands under its number: "Example Wire changed its report: it no longer matches". */
function remarkMarkup(story: FittedStory): Markup[] {
  return describeRemarks(story).map((line) => paragraph(markup`<b>${line}</b>`));
}

/** The same under its number in an edition. */
export function numberedStoryMarkup(story: FittedStory, timezone: string, number: number): Markup {
  const head = [numberMarkup(number, story), headlineMarkup(story, "h3"), ...remarkMarkup(story)];
  return markup`${head}${outletMarkup(story)}${detailsMarkup(story, timezone, "Who")}`;
}

/** What is new of a story that an earlier edition told. */
export function continuedMarkup(line: ContinuedLine, timezone: string, number: number): Markup {
  const story = fitStory(line, DIGEST_LIMITS);
  const head = [
    numberMarkup(number, story),
    headlineMarkup(story, "h3"),
    ...remarkMarkup(story),
    softLine(describeContinuation(line)),
    softLine(newOutlets(story, line.knownOutlets)),
  ];
  return markup`${head}${detailsMarkup(story, timezone, "New persons")}`;
}

function newOutlets({ outlets, more }: FittedStory, known: readonly string[]): Markup {
  const fresh = outlets.filter(({ name }) => !known.includes(name));
  const again = outlets.filter(({ name }) => known.includes(name));
  const parts = [
    ...(fresh.length === 0 ? [] : [markup`New outlets: ${outletNames(fresh)}`]),
    ...(again.length === 0 ? [] : [markup`${fresh.length === 0 ? "" : ". "}Again: ${outletNames(again)}`]),
  ];
  return markup`${parts}${andMore(more.outlets)}`;
}

function detailsMarkup(story: FittedStory, timezone: string, who: string): Markup {
  const { people, glosses, more } = story;
  const names = `${people.map(describePerson).join("; ")}${andMore(more.people)}`;
  const lines = [
    ...(people.length === 0 ? [] : [paragraph(markup`<b>${who}:</b> ${names}`)]),
    ...quoteMarkup(story),
    ...(more.quotes === 0 ? [] : [softLine(countOf(more.quotes, "more proving sentence"))]),
    ...glosses.map(({ term, meaning }) =>
      softLine(markup`<bdi${langOf(story)}>${term}</bdi> means: <bdi>${meaning}</bdi>`),
    ),
    ...whyMarkup(story),
    softLine(`${describeUrgency(story)} · ${describeTimes(story, timezone)}`),
  ];
  return markup`${lines}`;
}

/** A story as a roundup tells it: headline, one line, the proof. */
export function roundupStoryMarkup(story: FittedStory, line: string): Markup {
  return markup`${[headlineMarkup(story, "h2"), softLine(line), ...quoteMarkup(story)]}`;
}

import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { describeContinuation, describeNewOutlets } from "../describe-digest.ts";
import {
  andMore,
  countOf,
  describeOutletCount,
  describePerson,
  describeTimes,
  SEVERITY_WORDS,
} from "../describe-story.ts";
import type { Part } from "../excerpt.ts";
import { DIGEST_LIMITS, fitStory, type FittedStory } from "../fit-story.ts";
import type { ContinuedLine } from "../message.ts";

/** Escaped HTML. */
export type Markup = HtmlEscapedString;

/** hono's tagged template, which escapes every value that is not markup itself; nothing asynchronous goes in. */
export function markup(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  const made = html(strings, ...values);
  if (made instanceof Promise) throw new TypeError("mail templates hold no promises");
  return made;
}

const FONT = "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif";
const SHEET =
  "width:100%;max-width:600px;background:#ffffff;border:1px solid #e1e3e6;border-radius:6px;text-align:start";
const SOFT = "margin:4px 0;font-size:13px;line-height:19px;color:#5a5f66";
const BODY = "margin:4px 0;font-size:15px;line-height:22px;color:#1c1e21";
const HEADLINE = "margin:0 0 4px;font-size:17px;line-height:24px;font-weight:600;color:#1c1e21";
const QUOTE =
  "margin:8px 0;padding:2px 12px;border-inline-start:3px solid #c9cdd2;font-size:15px;line-height:23px;color:#1c1e21";
const MARK = "background:#fff0b3;color:#1c1e21;font-weight:600;padding:0 1px";
const LINK = "color:#0b57a4;text-decoration:none";
const TABLE = "font-size:14px;line-height:20px;border-collapse:collapse";
const CELL = "padding:5px 0;border-bottom:1px solid #e1e3e6;color:#1c1e21";
const LIST = "margin:4px 0;padding-inline-start:20px;font-size:14px;line-height:20px;color:#1c1e21";
const SECTION = "margin:24px 0 8px;font-size:13px;line-height:18px;font-weight:600;color:#5a5f66";

/** Mail programs that honour it get a dark sheet; inline styles are the light one, hence the !important. */
const DARK = raw(`@media (prefers-color-scheme: dark) {
.page { background: #121417 !important; }
.sheet { background: #1c1f23 !important; border-color: #33383e !important; }
.ink { color: #e8eaed !important; border-color: #4a5058 !important; }
.soft { color: #a3a9b0 !important; }
.mark { background: #5c4a00 !important; color: #fff4cc !important; }
.link { color: #8ab8f5 !important; }
.line { border-color: #33383e !important; }
}
@media (max-width: 480px) { .sheet td.inner { padding: 16px !important; } }`);

/** A whole mail: one column of at most 600 px, no images, no scripts, light and dark. */
export function sheet(title: string, body: readonly Markup[]): string {
  const page = markup`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f5;${FONT}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px 8px">
<table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" border="0" style="${SHEET}">
<tr><td class="inner" style="padding:24px;${FONT};overflow-wrap:anywhere">
${body}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
  return page.toString();
}

export function heading(text: string): Markup {
  return markup`<h1 class="ink" style="margin:0 0 8px;font-size:19px;line-height:26px;color:#1c1e21">${text}</h1>`;
}

export function sectionTitle(text: string): Markup {
  return markup`<h2 class="soft" style="${SECTION}">${text}</h2>`;
}

export function paragraph(content: Markup | string): Markup {
  return markup`<p class="ink" style="${BODY}">${content}</p>`;
}

export function softLine(content: Markup | string): Markup {
  return markup`<p class="soft" style="${SOFT}">${content}</p>`;
}

/** Text of unknown direction inside a line, as a link where there is one. */
export function linkOrText(text: string, url: string | null): Markup {
  return url === null
    ? markup`<bdi>${text}</bdi>`
    : markup`<a class="link" href="${url}" style="${LINK}"><bdi>${text}</bdi></a>`;
}

export function bulletList(items: readonly (Markup | string)[]): Markup {
  const rows = items.map((item) => markup`<li style="margin:3px 0">${item}</li>`);
  return markup`<ul class="ink" style="${LIST}">${rows}</ul>`;
}

function marked(parts: readonly Part[]): Markup[] {
  return parts.map((part) =>
    part.marked ? markup`<b class="mark" style="${MARK}">${part.text}</b>` : markup`${part.text}`,
  );
}

function headlineMarkup({ headline, link }: FittedStory): Markup {
  const text = marked(headline);
  const inner = link === null ? text : markup`<a class="link" href="${link}" style="${LINK}">${text}</a>`;
  return markup`<p dir="auto" class="ink" style="${HEADLINE}">${inner}</p>`;
}

function outletMarkup(story: FittedStory): Markup {
  const names = story.outlets.map(
    ({ name, feedKind, link }, index) => markup`${index === 0 ? "" : ", "}${linkOrText(name, link)} (${feedKind})`,
  );
  const language = story.lang === null ? "" : ` · ${story.lang}`;
  return softLine(markup`${describeOutletCount(story)}${names}${andMore(story.more.outlets)}${language}`);
}

function whyMarkup({ watches, more }: FittedStory): Markup[] {
  const lines = watches.map(({ title, clause }) =>
    softLine(markup`Why: ${title}: <code style="font-size:12px">${clause}</code>`),
  );
  return more.watches === 0 ? lines : [...lines, softLine(countOf(more.watches, "more watch", "more watches"))];
}

/** A story: headline, outlets, people, the proof with its marks, why, and when. */
export function storyMarkup(story: FittedStory, timezone: string): Markup {
  return markup`${headlineMarkup(story)}${outletMarkup(story)}${detailsMarkup(story, timezone, "Who")}`;
}

/** What is new of a story that an earlier edition told. */
export function continuedMarkup(line: ContinuedLine, timezone: string): Markup {
  const story = fitStory(line, DIGEST_LIMITS);
  return markup`${headlineMarkup(story)}${softLine(describeContinuation(line))}${softLine(describeNewOutlets(line))}${detailsMarkup(story, timezone, "New persons")}`;
}

function detailsMarkup(story: FittedStory, timezone: string, who: string): Markup {
  const { people, quotes, glosses, more, severity } = story;
  const names = `${people.map(describePerson).join("; ")}${andMore(more.people)}`;
  const lines = [
    ...(people.length === 0 ? [] : [paragraph(markup`<b>${who}:</b> ${names}`)]),
    ...quotes.map((parts) => markup`<p dir="auto" class="ink" style="${QUOTE}">${marked(parts)}</p>`),
    ...(more.quotes === 0 ? [] : [softLine(countOf(more.quotes, "more proving sentence"))]),
    ...glosses.map(({ term, meaning }) => softLine(markup`<bdi>${term}</bdi> means: <bdi>${meaning}</bdi>`)),
    ...whyMarkup(story),
    softLine(`${SEVERITY_WORDS[severity]} · ${describeTimes(story, timezone)}`),
  ];
  return markup`${lines}`;
}

/** A story as a roundup tells it: headline, one line, the proof. */
export function roundupStoryMarkup(story: FittedStory, line: string): Markup {
  const quotes = story.quotes.map((parts) => markup`<p dir="auto" class="ink" style="${QUOTE}">${marked(parts)}</p>`);
  return markup`${[headlineMarkup(story), softLine(line), ...quotes]}`;
}

/** A thin line between stories. */
export function divider(): Markup {
  return markup`<hr class="line" style="border:0;border-top:1px solid #e1e3e6;margin:18px 0">`;
}

/** A row of `countTable`: a name and a number. */
export function countRow(name: string, count: number): Markup {
  return markup`<tr><td class="ink line" dir="auto" style="${CELL}">${name}</td><td class="ink line" align="right" style="${CELL}">${count}</td></tr>`;
}

export function countTable(rows: readonly Markup[]): Markup {
  return markup`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${TABLE}">${rows}</table>`;
}

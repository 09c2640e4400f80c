import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
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
export const LINK = "color:#0b57a4;text-decoration:none";
const TABLE = "font-size:14px;line-height:20px;border-collapse:collapse";
const CELL = "padding:5px 0;border-bottom:1px solid #e1e3e6;color:#1c1e21";
const START = "text-align:start;font-weight:400";
const HEAD = "font-size:13px;color:#5a5f66;font-weight:400";
const LIST = "margin:4px 0;padding-inline-start:20px;font-size:14px;line-height:20px;color:#1c1e21";
const SECTION =
  "margin:28px 0 10px;padding-top:12px;border-top:1px solid #1c1e21;font-size:15px;line-height:20px;font-weight:700;color:#1c1e21";

/** Mail programs that honour it get a dark sheet; inline styles are the light one, hence the !important. */
const DARK = raw(`:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.page { background: #121417 !important; }
.sheet { background: #1c1f23 !important; border-color: #33383e !important; }
.ink { color: #e8eaed !important; border-color: #4a5058 !important; }
.soft { color: #a3a9b0 !important; }
.mark { background: #5c4a00 !important; color: #fff4cc !important; }
.link { color: #8ab8f5 !important; }
.line { border-color: #33383e !important; }
.urgent { color: #ff8a80 !important; }
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
  return markup`<h1 class="ink" style="margin:0 0 8px;font-size:19px;line-height:26px;color:#1c1e21"><bdi>${text}</bdi></h1>`;
}

export function sectionTitle(text: string): Markup {
  return markup`<h2 class="ink" style="${SECTION}">${text}</h2>`;
}

export function paragraph(content: Markup | string): Markup {
  return markup`<p class="ink" style="${BODY}">${content}</p>`;
}

export function softLine(content: Markup | string): Markup {
  return markup`<p class="soft" style="${SOFT}">${content}</p>`;
}

/** A command, or what stands in a configuration. */
export function code(text: string): Markup {
  return markup`<code style="font-size:12px">${text}</code>`;
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

/** A thin line between stories. */
export function divider(): Markup {
  return markup`<hr class="line" style="border:0;border-top:1px solid #e1e3e6;margin:18px 0">`;
}

/** A row of `countTable`: a name and a number. */
export function countRow(name: string, count: number): Markup {
  return markup`<tr><th scope="row" class="ink line" dir="auto" align="left" style="${CELL};${START}">${name}</th><td class="ink line" align="right" style="${CELL}">${count}</td></tr>`;
}

/** A table of names and numbers under its two headings. */
export function countTable([name, count]: readonly [string, string], rows: readonly Markup[]): Markup {
  const head = markup`<tr><th scope="col" class="soft line" align="left" style="${CELL};${START};${HEAD}">${name}</th><th scope="col" class="soft line" align="right" style="${CELL};${HEAD};white-space:nowrap">${count}</th></tr>`;
  return markup`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${TABLE}"><thead>${head}</thead><tbody>${rows}</tbody></table>`;
}

import type { Context } from "hono";
import { html, raw } from "hono/html";
import { createHash } from "node:crypto";

/** What stands on a page: escaped HTML. */
export type PageBody = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light dark; --page: #f3f4f5; --sheet: #fff; --ink: #1c1e21; --soft: #5a5f66; --line: #8a9099;
  --link: #0b57a4; --mark: #fff0b3; --act: #0b57a4; --on-act: #fff; --alarm: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --page: #121417; --sheet: #1c1f23; --ink: #e8eaed; --soft: #a3a9b0; --line: #7d848d;
    --link: #8ab8f5; --mark: #5c4a00; --act: #8ab8f5; --on-act: #10151c; --alarm: #ff8a80; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 16px 8px; background: var(--page); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.5 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 600px; margin: 0 auto; padding: 20px; background: var(--sheet); border-radius: 8px; }
h1 { margin: 0 0 12px; font-size: 22px; line-height: 1.3; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 3px; }
mark { background: var(--mark); color: inherit; font-weight: 600; }
blockquote { margin: 12px 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--line); }
dl { margin: 16px 0; font-size: 14px; }
dt { color: var(--soft); }
dd { margin: 0 0 8px; }
form { margin: 20px 0 8px; }
label { display: block; font-weight: 600; }
input, button { width: 100%; min-height: 48px; margin-top: 8px; padding: 8px 12px; font: inherit; border-radius: 6px; }
input { background: var(--sheet); color: var(--ink); border: 1px solid var(--line); }
button { background: var(--act); color: var(--on-act); border: 0; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.alarm { color: var(--alarm); font-weight: 600; }
.said { padding: 8px 12px; border-inline-start: 3px solid var(--link); font-weight: 600; }
`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * A whole page that a link of a message leads to: no script, nothing loaded, light and dark, for phones and for screen
 * readers; neither kept nor found by search engines.
 * @param title of the window
 */
export function page(
  context: Context,
  status: 200 | 400 | 404 | 409,
  { title, body }: { title: string; body: PageBody },
): Response | Promise<Response> {
  context.header("content-security-policy", POLICY);
  context.header("cache-control", "no-store");
  const whole = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · wirewatch</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
  return context.html(whole, status);
}

/** Answers a link whose token is nobody's, or nobody's any more. */
export function unknownLink(context: Context): Response | Promise<Response> {
  const body = html`<h1>This link is not known</h1>
    <p>Ask those who run wirewatch.</p>`;
  return page(context, 404, { title: "Not known", body });
}

import type { Context, Hono } from "hono";
import { html } from "hono/html";
import { UNSUBSCRIBE_PATH } from "../core/token-paths.ts";
import type { Unsubscribe } from "../pipeline/unsubscribe.ts";
import { publicPaths } from "./public-paths.ts";

/** The links of mails that end a digest; without a login. */
export interface UnsubscribePage {
  /** `http.public_url`. */
  publicUrl: string;
  unsubscribe: Unsubscribe;
}

/**
 * Adds the page behind the links. Looking at it changes nothing, since mail programs and scanners follow links; the
 * button, and the one click of a mail program (RFC 8058), are a POST.
 */
export function addUnsubscribePage(web: Hono, { publicUrl, unsubscribe }: UnsubscribePage): void {
  for (const start of publicPaths(publicUrl, UNSUBSCRIBE_PATH)) {
    web.get(`${start}:token`, async (context) => {
      const subscriber = await unsubscribe.find(context.req.param("token") ?? "");
      if (subscriber === undefined) return unknown(context);
      const { channelId, recipient } = subscriber;
      return page(
        context,
        200,
        html`<h1>Stop these mails?</h1>
          <p><bdi>${recipient}</bdi> gets the digest of channel <bdi>${channelId}</bdi>.</p>
          <form method="post"><button type="submit">Unsubscribe</button></form>`,
      );
    });
    web.post(`${start}:token`, async (context) => {
      const subscriber = await unsubscribe.end(context.req.param("token") ?? "");
      if (subscriber === undefined) return unknown(context);
      const { channelId, recipient } = subscriber;
      return page(
        context,
        200,
        html`<h1>Unsubscribed</h1>
          <p><bdi>${recipient}</bdi> gets no more digests of channel <bdi>${channelId}</bdi>.</p>`,
      );
    });
  }
}

type Body = ReturnType<typeof html>;

function unknown(context: Context): Response | Promise<Response> {
  return page(
    context,
    404,
    html`<h1>This link is not known</h1>
      <p>Ask those who run wirewatch.</p>`,
  );
}

function page(context: Context, status: 200 | 404, body: Body): Response | Promise<Response> {
  context.header("content-security-policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'");
  context.header("cache-control", "no-store");
  const whole = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>wirewatch</title>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
  return context.html(whole, status);
}

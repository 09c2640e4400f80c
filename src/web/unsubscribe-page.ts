import type { Hono } from "hono";
import { html } from "hono/html";
import { UNSUBSCRIBE_PATH } from "../core/token-paths.ts";
import type { Unsubscribe } from "../pipeline/unsubscribe.ts";
import { page, unknownLink } from "./page.ts";
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
      if (subscriber === undefined) return unknownLink(context);
      const { channelId, recipient } = subscriber;
      const body = html`<h1>Stop these mails?</h1>
        <p><bdi>${recipient}</bdi> gets the digest of channel <bdi>${channelId}</bdi>.</p>
        <form method="post"><button type="submit">Unsubscribe</button></form>`;
      return page(context, 200, { title: "Unsubscribe", body });
    });
    web.post(`${start}:token`, async (context) => {
      const subscriber = await unsubscribe.end(context.req.param("token") ?? "");
      if (subscriber === undefined) return unknownLink(context);
      const { channelId, recipient } = subscriber;
      const body = html`<h1>Unsubscribed</h1>
        <p><bdi>${recipient}</bdi> gets no more digests of channel <bdi>${channelId}</bdi>.</p>`;
      return page(context, 200, { title: "Unsubscribed", body });
    });
  }
}

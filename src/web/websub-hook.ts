import type { Hono } from "hono";
import { HUB_PATH } from "../core/token-paths.ts";
import type { HubCallback } from "../pipeline/websub/answer-hub.ts";
import { publicPaths } from "./public-paths.ts";

/** What hubs may reach without a login. */
export interface WebsubHook {
  /** `http.public_url`; null: none is configured, and hubs that still call hear that nobody is there. */
  publicUrl: string | null;
  callback: HubCallback;
}

const STATUS = { accepted: 204, "not-signed": 204, unknown: 410, "too-large": 413 } as const;

/** Adds the callbacks of hubs. A signature that is wrong is answered like one that is right, and does nothing. */
export function addWebsubHook(web: Hono, hook: WebsubHook): void {
  const { callback, publicUrl } = hook;
  for (const start of publicPaths(publicUrl, HUB_PATH)) {
    web.get(`${start}:token`, async (context) => {
      const query = context.req.query();
      const confirmed = await callback.confirm(context.req.param("token") ?? "", {
        mode: query["hub.mode"],
        topic: query["hub.topic"],
        challenge: query["hub.challenge"],
        leaseSeconds: query["hub.lease_seconds"],
        reason: query["hub.reason"],
      });
      return confirmed === null ? context.text("nothing was asked for here\n", 404) : context.text(confirmed);
    });
    web.post(`${start}:token`, async (context) => {
      const signature = context.req.header("x-hub-signature");
      const body = context.req.raw.body ?? [];
      const outcome = await callback.receive(context.req.param("token") ?? "", signature, toChunks(body));
      return context.body(null, STATUS[outcome]);
    });
  }
}

async function* toChunks(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* body;
}

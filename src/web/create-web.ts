import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { hashOf } from "../core/hash.ts";
import { CLAIM_PATH, HUB_PATH, UNSUBSCRIBE_PATH } from "../core/token-paths.ts";
import type { Secret } from "../core/secret.ts";
import { OperatorCommand, type OperatorAnswer } from "../pipeline/operator-command.ts";
import { StoreError } from "../store/store-error.ts";
import { RELOAD_HEADER, RELOAD_PATH } from "./reload-request.ts";
import type { ReloadAnswer } from "./reload-answer.ts";
import type { Health, Status } from "./status.ts";
import { addClaimPage, type ClaimPage } from "./claim-page.ts";
import { isForPublic } from "./public-paths.ts";
import { addUnsubscribePage, type UnsubscribePage } from "./unsubscribe-page.ts";
import { addWebsubHook, type WebsubHook } from "./websub-hook.ts";

export interface WebDeps {
  /** Names under which a server without tokens may be addressed; other `Host` headers are refused (DNS rebinding). */
  hosts: ReadonlySet<string>;
  /** Bearer tokens; empty: no token is asked for (loopback, control socket). */
  tokens: readonly Secret[];
  health: () => Promise<Health>;
  status: () => Promise<Status>;
  /** Metrics in Prometheus text format. */
  metrics: () => Promise<string>;
  /** Does what an operator wants; null: this address takes no commands. */
  command: ((command: OperatorCommand) => Promise<OperatorAnswer>) | null;
  /** Takes the claim of a story; `unknown-story` where there is none, `already-claimed` where somebody else has it. */
  claim: (claim: { storyId: string; author: string }) => Promise<OperatorAnswer>;
  /** Takes over the configuration as its files are now. */
  reload: () => Promise<ReloadAnswer>;
  /** Callbacks of hubs, without a login; null: this address has none. */
  hook: WebsubHook | null;
  /** Links of mails, without a login; null: this address has none. */
  unsubscribe: UnsubscribePage | null;
  /** Links of alerts, without a login; null: this address has none. */
  claimPage: ClaimPage | null;
  /** A request that could not be answered; its address may hold a key, and is left out. */
  onError: (error: Error) => void;
}

/**
 * The daemon's HTTP surface: health without a token, metrics and status behind one where tokens are set. The same
 * application answers on the control socket, and there it takes the commands of operators.
 */
export function createWeb(deps: WebDeps): Hono {
  const { tokens, health, status, metrics, command, claim, reload, hook, unsubscribe, claimPage, onError } = deps;
  const web = new Hono();
  web.use(secureHeaders());
  web.use(requireName(deps));

  web.get("/-/healthy", (context) => context.text("wirewatch is alive\n"));
  web.get("/-/ready", async (context) => {
    const { ready, problems } = await health();
    return context.text(ready ? "ready\n" : `not ready: ${problems.join("; ")}\n`, ready ? 200 : 503);
  });

  web.use(RELOAD_PATH, requireToken(tokens));
  addReload(web, reload);
  web.use("/metrics", requireToken(tokens));
  web.get("/metrics", async (context) =>
    context.body(await metrics(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }),
  );
  web.use("/api/*", requireToken(tokens));
  web.get("/api/v1/status", async (context) => context.json(await status()));
  addClaims(web, claim);
  if (command !== null) addCommands(web, command);
  if (hook !== null) addWebsubHook(web, hook);
  if (unsubscribe !== null) addUnsubscribePage(web, unsubscribe);
  if (claimPage !== null) addClaimPage(web, claimPage);
  web.onError((error, context) => {
    onError(error);
    // Who may ask for this may also know what is wrong with the store.
    const isTold = error instanceof StoreError && context.req.path.startsWith("/api/");
    return context.text(isTold ? `${error.message}\n` : "this could not be done: the log says why\n", 500);
  });
  web.notFound((context) =>
    context.text("nothing here: /-/healthy, /-/ready, /metrics, /api/v1/status, POST /-/reload\n", 404),
  );
  return web;
}

/** A page of another site cannot send a header of its own without being asked first. */
function addReload(web: Hono, reload: WebDeps["reload"]): void {
  web.post(RELOAD_PATH, async (context) => {
    if (context.req.header(RELOAD_HEADER) !== "1") return context.text(`send the header ${RELOAD_HEADER}: 1\n`, 403);
    const answer = await reload();
    return context.json(answer, answer.kind === "reloaded" ? 200 : 422);
  });
}

function addCommands(web: Hono, run: NonNullable<WebDeps["command"]>): void {
  web.post("/api/v1/commands", async (context) => {
    const asked = OperatorCommand.safeParse(await context.req.json().catch(() => null));
    if (asked.success) return context.json(await run(asked.data));
    return context.text(`this daemon does not know the command: ${asked.error.message}\n`, 400);
  });
}

const Claim = z.strictObject({ story: z.string().min(1), author: z.string().trim().min(1).max(200) });

/** JSON only: a page of another site cannot send that without being asked first. */
function addClaims(web: Hono, claim: WebDeps["claim"]): void {
  web.post("/api/v1/claims", async (context) => {
    if (!/^application\/json\b/i.test(context.req.header("content-type") ?? ""))
      return context.text("send the header content-type: application/json\n", 415);
    const asked = Claim.safeParse(await context.req.json().catch(() => null));
    if (!asked.success) return context.text('send {"story": "…", "author": "…"}\n', 400);
    const { story: storyId, author } = asked.data;
    const answer = await claim({ storyId, author });
    return context.json(answer, claimStatus(answer.kind));
  });
}

function claimStatus(kind: OperatorAnswer["kind"]): 200 | 404 | 409 {
  if (kind === "claimed") return 200;
  return kind === "already-claimed" ? 409 : 404;
}

function hostOf(header: string): string {
  return header.replace(/:\d+$/, "").toLowerCase();
}

type Middleware = Parameters<Hono["use"]>[1];

/** A page that lets its name lead to this server (DNS rebinding) is answered only where strangers call. */
function requireName({ hosts, tokens, hook, unsubscribe, claimPage }: WebDeps): Middleware {
  const publicPlaces = [
    { publicUrl: hook?.publicUrl ?? null, path: HUB_PATH },
    { publicUrl: unsubscribe?.publicUrl ?? null, path: UNSUBSCRIBE_PATH },
    { publicUrl: claimPage?.publicUrl ?? null, path: CLAIM_PATH },
  ];
  function isPublic(asked: string, host: string): boolean {
    return publicPlaces.some(
      ({ publicUrl, path }) => publicUrl !== null && isForPublic(publicUrl, path, { asked, host }),
    );
  }
  return async (context, next) => {
    const host = hostOf(context.req.header("host") ?? "");
    if (tokens.length > 0 || hosts.has(host)) return next();
    if (isPublic(context.req.path, host)) return next();
    return context.text(`this server does not answer to the name ${host}; use one of: ${[...hosts].join(", ")}\n`, 421);
  };
}

function requireToken(tokens: readonly Secret[]): Middleware {
  return async (context, next) => {
    if (tokens.length === 0) return next();
    const given = /^bearer +(.+)$/i.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
    if (tokens.some((token) => equal(token.reveal(), given))) return next();
    return context.text("a token is needed: Authorization: Bearer <token of http.auth.tokens>\n", 401, {
      "www-authenticate": "Bearer",
    });
  };
}

/** Compares in constant time; hashing first makes lengths equal. */
function equal(expected: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(expected)), Buffer.from(hashOf(given)));
}

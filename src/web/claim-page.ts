import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import { CLAIM_PATH } from "../core/token-paths.ts";
import type { ClaimLinks, LinkAnswer } from "../pipeline/claim-links.ts";
import type { ClaimableAlert } from "../pipeline/describe-claimable.ts";
import { page, unknownLink, type PageBody } from "./page.ts";
import { publicPaths } from "./public-paths.ts";

/** The links of alerts on which a story is claimed; without a login. */
export interface ClaimPage {
  /** `http.public_url`. */
  publicUrl: string;
  links: ClaimLinks;
}

/** A name and what surrounds it in a form. */
const limitForm = bodyLimit({ maxSize: 10_000, onError: (context) => context.text("too long for a name\n", 413) });

/**
 * Adds the page behind the links. Looking at it claims nothing, since previews and mail scanners follow links; its button
 * is a POST. The token in its address is what a form on another site would have to know.
 */
export function addClaimPage(web: Hono, { publicUrl, links }: ClaimPage): void {
  for (const start of publicPaths(publicUrl, CLAIM_PATH)) {
    web.get(`${start}:token`, async (context) => {
      const alert = await links.find(context.req.param("token") ?? "");
      if (alert === undefined) return unknownLink(context);
      return page(context, 200, { title: titleOf(alert), body: alertBody(alert, null) });
    });
    web.post(`${start}:token`, limitForm, async (context) => {
      const token = context.req.param("token") ?? "";
      // What is no form has no name.
      const { name = "" } = await context.req.parseBody().catch((): Record<string, undefined> => ({}));
      const answer = await links.claim(token, typeof name === "string" ? name : "");
      if (answer === undefined) return unknownLink(context);
      // Loading it again asks for nothing again. Relative: a proxy may have taken off what stands before the path.
      if (answer.kind === "claimed") return context.redirect(token, 303);
      const status = answer.kind === "no-name" ? 400 : 409;
      return page(context, status, { title: titleOf(answer.alert), body: alertBody(answer.alert, answer.kind) });
    });
  }
}

function titleOf({ headline }: ClaimableAlert): string {
  return headline.map(({ text }) => text).join("");
}

type Fault = Exclude<LinkAnswer["kind"], "claimed">;

function alertBody(alert: ClaimableAlert, fault: Fault | null): PageBody {
  const { headline, link, lang, remarks, quotes, facts, claimed, escalations } = alert;
  const language = lang === null ? "" : html` lang="${lang}"`;
  const title = link === null ? marked(headline) : html`<a href="${link}">${marked(headline)}</a>`;
  return html`
    ${fault === "already-claimed" ? html`<p class="alarm" role="alert">You did not get it: somebody was first.</p>` : ""}
    ${remarks.map((line) => html`<p class="alarm">${line}</p>`)}
    <h1 dir="auto" ${language}>${title}</h1>
    ${quotes.map((quote) => html`<blockquote dir="auto" ${language}>${marked(quote)}</blockquote>`)}
    ${claimed === null ? claimForm(fault) : html`<p class="said" role="status">${claimed}</p>`}
    ${escalations.map((line) => html`<p>${line}</p>`)}
    <dl>
      ${facts.map(
        ({ label, text }) =>
          html`<dt>${label}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
  `;
}

function marked(parts: ClaimableAlert["headline"]): PageBody[] {
  return parts.map((part) => (part.marked ? html`<mark>${part.text}</mark>` : html`${part.text}`));
}

function claimForm(fault: Fault | null): PageBody {
  const isUnnamed = fault === "no-name";
  const described = isUnnamed ? html` aria-invalid="true" aria-describedby="fault"` : "";
  return html`<form method="post">
    <label for="name">Your name</label>
    ${isUnnamed ? html`<p class="alarm" id="fault">Say who you are: others will read it.</p>` : ""}
    <input id="name" name="name" required maxlength="80" autocomplete="name" ${described} />
    <button type="submit">Claim</button>
  </form>`;
}

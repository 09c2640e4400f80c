import type { ClaimLinks } from "../../src/pipeline/claim-links.ts";
import { describeClaimable } from "../../src/pipeline/describe-claimable.ts";
import type { AlertMessage } from "../../src/notify/message.ts";
import type { ClaimRow } from "../../src/store/restraint-rows.ts";
import { alert, tuesday } from "./channels/messages.ts";

/** The links of one alert under the token `known`, whose story goes to `phone` at 14:15 unless it is claimed by then. */
export function linksOf(message: AlertMessage = alert()): ClaimLinks & { claims: ClaimRow[] } {
  const claims: ClaimRow[] = [];
  function show() {
    return describeClaimable({
      message,
      claim: claims[0] ?? null,
      escalations: [{ channelId: "phone", status: "held", heldUntil: tuesday("14:15"), sentAt: null }],
      timezone: "Europe/London",
    });
  }
  return {
    claims,
    find: (token) => Promise.resolve(token === "known" ? show() : undefined),
    claim(token, name) {
      const author = name.trim();
      if (token !== "known") return Promise.resolve(undefined);
      if (author === "") return Promise.resolve({ kind: "no-name", alert: show() });
      if (claims.length === 0) claims.push({ storyId: "sty_1", author, claimedAt: tuesday("14:09") });
      return Promise.resolve({ kind: claims[0]?.author === author ? "claimed" : "already-claimed", alert: show() });
    },
  };
}

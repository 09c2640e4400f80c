import { answerTrouble } from "./answer-trouble.ts";
import { documentAt, drawAt, etagAt, type SimulatedFeed } from "./simulated-feed.ts";
import type { ServerAnswer, ServerRequest } from "./simulated-network.ts";

/** From 50 ms to 1 s, most of them quick. */
function latencyAt(at: number): number {
  return Math.floor(50 + 950 * drawAt(1, at) ** 3);
}

/** What the server of this feed does with a request. */
export function serveFeed(simulated: SimulatedFeed, { url, ifNoneMatch, at }: ServerRequest): ServerAnswer {
  const afterMs = latencyAt(at);
  const trouble = simulated.trouble(at);
  if (trouble !== null) return answerTrouble(trouble, afterMs);
  const { moved } = simulated;
  if (moved !== undefined && at >= moved.at && url.href === simulated.feed.url)
    return { kind: "answer", afterMs, status: 301, headers: { location: moved.to }, body: "" };
  const etag = etagAt(simulated, at);
  const headers = { etag, "content-type": "application/rss+xml" };
  if (ifNoneMatch === etag) return { kind: "answer", afterMs, status: 304, headers, body: "" };
  return { kind: "answer", afterMs, status: 200, headers, body: documentAt(simulated, at) };
}

import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { KeptDocument } from "../store/feed-rows.ts";
import type { Store } from "../store/store.ts";
import type { Polled } from "./polled.ts";

/** What is kept of one document; feeds are a tenth of it, and what is wrong with one shows at its beginning. */
const MAX_KEPT_BYTES = 2_000_000;
const COMPRESSION_LEVEL = 3;

const compress = promisify(gzip);
const expand = promisify(gunzip);

/**
 * Keeps what a poll fetched, so that a person can look at what could not be read and at what was read last. A poll
 * that brought no document (304, the bytes of the last time, a refusal) keeps the earlier ones.
 */
export async function keepDocument(
  store: Pick<Store, "documents">,
  { feed, outcome, finishedAt }: Pick<Polled, "feed" | "outcome" | "finishedAt">,
): Promise<void> {
  if (outcome.kind !== "read" && outcome.kind !== "failed") return;
  if (outcome.document === undefined) return;
  const { body, contentType, finalUrl } = outcome.document;
  const packed = await compress(body.subarray(0, MAX_KEPT_BYTES), { level: COMPRESSION_LEVEL });
  const document: KeptDocument = {
    feedId: feed.id,
    verdict: outcome.kind === "read" ? "good" : "bad",
    fetchedAt: finishedAt,
    url: finalUrl,
    contentType,
    bytes: body.length,
    failure: outcome.kind === "failed" ? outcome.failure.message : null,
  };
  await store.documents.keep(document, packed);
}

/** A kept document with its bytes unpacked; undefined: none of this verdict was kept. */
export async function findKeptDocument(
  store: Pick<Store, "documents">,
  feedId: string,
  verdict: KeptDocument["verdict"],
): Promise<{ document: KeptDocument; body: Uint8Array } | undefined> {
  const kept = await store.documents.find(feedId, verdict);
  return kept === undefined ? undefined : { document: kept.document, body: await expand(kept.body) };
}

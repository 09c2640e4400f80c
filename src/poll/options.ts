import * as z from "zod";
import { hasCredentials } from "../core/feed-address.ts";
import { Duration, Id, Language, Zone } from "../core/schema.ts";
import { FEED_KINDS } from "../core/vocabulary.ts";

/** Keys that a feed entry, an OPML entry's `defaults` and a file's `defaults` share. */
export const FeedDefaults = z.strictObject({
  kind: z.enum(FEED_KINDS).optional(),
  lang: Language.optional(),
  tags: z.array(z.string().min(1)).optional(),
  every: Duration.optional(),
  /** Longer without a new item, and the feed is called silent; left out: learnt from its habits. */
  expect_every: Duration.optional(),
  timezone: Zone.optional(),
  on_add: z.enum(["summary", "silent"]).optional(),
  /** The page of each new item is read, too, and matched again with its text. */
  full_text: z.boolean().optional(),
});
export type FeedDefaults = z.infer<typeof FeedDefaults>;

export const FeedOptions = FeedDefaults.extend({
  id: Id,
  url: z
    .url({ protocol: /^https?$/, error: "write an http or https address" })
    // An index of PostgreSQL takes 2,704 bytes.
    .max(2000, "write an address of at most 2,000 characters")
    .refine(
      (url) => !hasCredentials(url),
      "remove user and password: feeds are asked without; ask the publisher for an address that needs none",
    ),
});
export type FeedOptions = z.infer<typeof FeedOptions>;

/** A list of feeds kept as an OPML file; the path is relative to the YAML file. */
export const OpmlOptions = z.strictObject({ opml: z.string().min(1), defaults: FeedDefaults.optional() });
export type OpmlOptions = z.infer<typeof OpmlOptions>;

export const FetchOptions = z.strictObject({
  /** Goes into the User-Agent, so that a publisher can write to us. */
  contact: z.string().min(1).max(200, "write at most 200 characters: it is part of every request").optional(),
  /** Hosts, addresses or CIDR blocks that feeds may be read from although they are not public. */
  allow_private: z.array(z.string().min(1)).default([]),
  per_host: z.strictObject({ in_flight: z.int().min(1).max(8).default(1), gap: Duration.default(1000) }).prefault({}),
  min_interval: Duration.default(60_000),
});
export type FetchOptions = z.infer<typeof FetchOptions>;

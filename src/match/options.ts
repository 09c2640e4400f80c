import * as z from "zod";
import { Id, Label, Language } from "../core/schema.ts";
import { FEED_KINDS } from "../core/vocabulary.ts";

const Expression = z.string().min(1);

/** A term: text, or text with a gloss under a language code and longer phrases that hide it. */
export const TermOptions = z.union([
  z.string().min(1),
  z.object({ term: z.string().min(1), not: z.array(z.string().min(1)).optional() }).catchall(z.string().min(1)),
]);
export type TermOptions = z.infer<typeof TermOptions>;

/** Terms of one language: the list itself, or a change to a list that another file defines. */
export const TermsOptions = z.union([
  z.array(TermOptions),
  z.strictObject({ add: z.array(TermOptions).default([]), remove: z.array(z.string().min(1)).default([]) }),
]);
export type TermsOptions = z.infer<typeof TermsOptions>;

/** A list: one array for every language, or terms by language. */
export const ListOptions = z.union([z.array(TermOptions), z.record(Language, TermsOptions)]);
export type ListOptions = z.infer<typeof ListOptions>;

export const ClauseOptions = Expression;
export const ExclusionOptions = Expression;

/** How people are recognised and grouped: keys that a person, a file of persons and `defaults` share. */
const RecognitionOptions = {
  groups: z.array(Id).default([]),
  background: z.boolean().default(false),
  /** Whether the surname alone counts. */
  surname: z.enum(["auto", "never", "always"]).default("auto"),
  /** How freely the person is recognised. Default: `full`; `careful` in the background and for persons of files. */
  match: z.enum(["full", "careful", "listed"]).optional(),
};

const PostOptions = z.strictObject({
  title: z.string().min(1).optional(),
  org: z.string().min(1).optional(),
  /** ISO 3166-1, two letters. */
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "write a two-letter country code such as ir")
    .transform((code) => code.toLowerCase())
    .optional(),
  from: z.union([z.int(), z.string()]).optional(),
  to: z.union([z.int(), z.string()]).optional(),
});

export const PersonOptions = z.strictObject({
  id: Id,
  name: z.string().min(1),
  names: z.array(z.string().min(1)).default([]),
  role: z.string().min(1).optional(),
  posts: z.array(PostOptions).default([]),
  status: z.enum(["serving", "former", "dead"]).default("serving"),
  not: z.array(z.string().min(1)).default([]),
  ...RecognitionOptions,
});
export type PersonOptions = z.infer<typeof PersonOptions>;

/** Persons of a CSV file: columns are named like the keys of a person. */
export const PeopleCsvOptions = z.strictObject({ csv: z.string().min(1), ...RecognitionOptions });
export type PeopleCsvOptions = z.infer<typeof PeopleCsvOptions>;

/** Persons of a FollowTheMoney file (JSON lines), such as OpenSanctions publishes. */
export const PeopleFtmOptions = z.strictObject({
  ftm: z.string().min(1),
  /** An entity must have one of the values of each property named here. */
  where: z.record(z.string().min(1), z.array(z.string().min(1))).default({}),
  ...RecognitionOptions,
});
export type PeopleFtmOptions = z.infer<typeof PeopleFtmOptions>;

const FeedConditionOptions = z.strictObject({
  ids: z.array(Id).default([]),
  tags: z.array(z.string().min(1)).default([]),
  not_tags: z.array(z.string().min(1)).default([]),
  kinds: z.array(z.enum(FEED_KINDS)).default([]),
});

/** A test of a watch: an item and what the watch must answer. */
export const WatchTestOptions = z.strictObject({
  name: z.string().min(1),
  title: z.string().default(""),
  summary: z.string().default(""),
  body: z.string().default(""),
  lang: Language.optional(),
  feed: Id.optional(),
  published: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  people: z.array(Id).optional(),
  expect: z.enum(["match", "quiet"]),
});
export type WatchTestOptions = z.infer<typeof WatchTestOptions>;

/** The keys of a watch that say what it looks for; `decide/options.ts` has those that say who is told. */
export const RuleOptions = z.strictObject({
  id: Id,
  title: Label,
  match: Expression,
  unless: Expression.optional(),
  unless_title: Expression.optional(),
  unless_anywhere: Expression.optional(),
  exclude: z.array(Id).default([]),
  lang: z.array(Language).default([]),
  feeds: FeedConditionOptions.prefault({}),
  tests: z.array(WatchTestOptions).default([]),
});
export type RuleOptions = z.infer<typeof RuleOptions>;

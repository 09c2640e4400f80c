import * as z from "zod";

const Changed = z.object({ added: z.array(z.string()), changed: z.array(z.string()), removed: z.array(z.string()) });
/** Ids or names of what one configuration has and another has not, or has otherwise. */
export type Changed = z.infer<typeof Changed>;

export const ConfigChanges = z.object({
  watches: Changed,
  feeds: Changed,
  channels: Changed,
  /** Those that are written by hand. */
  people: Changed,
  lists: Changed,
  clauses: Changed,
  exclusions: Changed,
  /** Settings that say something else now. */
  settings: z.array(z.string()),
});
export type ConfigChanges = z.infer<typeof ConfigChanges>;

/** What new and changed watches find in the items that were first seen in the last hours: nobody is told of it. */
const Stored = z.object({
  hours: z.number(),
  watches: z.array(z.object({ id: z.string(), items: z.number() })),
  /** Watches that were not asked: there were too many, or it took too long. */
  notAsked: z.array(z.string()),
});
export type Stored = z.infer<typeof Stored>;

/**
 * Messages for a channel that the configuration does not have. They are dropped at `droppedAt`, unless it is back; null:
 * not while another configuration is the active one.
 */
const Unsent = z.object({ channelId: z.string(), count: z.number(), droppedAt: z.number().nullable() });
export type Unsent = z.infer<typeof Unsent>;

const Reloaded = z.object({
  kind: z.literal("reloaded"),
  /** Of the configuration that works from now on. */
  hash: z.string(),
  changes: ConfigChanges,
  /** Settings that a running process cannot change: they stay as they were until it is started anew. */
  needsRestart: z.array(z.string()),
  stored: Stored,
  unsent: z.array(Unsent),
});

/** A mistake, at its place in a file. */
const Problem = z.object({
  severity: z.enum(["error", "lint"]),
  code: z.string(),
  file: z.string(),
  line: z.number(),
  column: z.number(),
  message: z.string(),
  remedy: z.string().nullable(),
  excerpt: z.object({ text: z.string(), caret: z.string() }).nullable(),
});

const Refused = z.object({
  kind: z.literal("refused"),
  /**
   * `failed`: it is not the files, the attempt itself went wrong; `stopped`: so did going back, and nothing works until a
   * reload that does not fail, or a restart.
   */
  reason: z.enum(["invalid", "secrets", "failed", "stopped"]),
  message: z.string(),
  /** Empty unless the files are wrong. */
  problems: z.array(Problem),
});
export type Refused = z.infer<typeof Refused>;

/** What came of a reload: another configuration works, or the one before goes on unless the reason is `stopped`. */
export const ReloadAnswer = z.discriminatedUnion("kind", [Reloaded, Refused]);
export type ReloadAnswer = z.infer<typeof ReloadAnswer>;

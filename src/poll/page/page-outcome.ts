import type { PollFailure } from "../poll-outcome.ts";

/** Why a page gave no text. `no-article`: it holds nothing that reads like one. */
export type PageFailureKind = PollFailure["kind"] | "no-article";

export type PageFailure = Omit<PollFailure, "kind"> & { kind: PageFailureKind };

/** The text of a page's bytes, and its headline; null: it names none. */
export type ArticleOutcome =
  | { kind: "text"; text: string; title: string | null }
  | { kind: "failed"; failure: Pick<PageFailure, "kind" | "message"> };

/** What one try to read a page came to; `bytes` as unpacked. */
export type PageOutcome =
  | { kind: "text"; text: string; title: string | null; bytes: number }
  | { kind: "failed"; failure: PageFailure };

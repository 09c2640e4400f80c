/** What people press under an alert, and what they are answered. Instants are epoch milliseconds, UTC. */

export const PRESS_ACTIONS = ["claim", "silence", "explain"] as const;
export type PressAction = (typeof PRESS_ACTIONS)[number];

/** How long one press silences a story, ms. */
export const PRESSED_SILENCE_MS = 4 * 3_600_000;

/** A button of an alert was pressed. It may come twice. */
export interface Press {
  action: PressAction;
  /** The delivery of the alert. */
  alertId: string;
  /** Who pressed, as claims and silences name their authors. */
  author: string;
  /** The provider's name of the conversation in which the button stands. */
  conversation: string;
}

/** What whoever pressed is told, nobody else. */
export type PressAnswer =
  /** `isTheirs`: by this press or an earlier one of theirs. */
  | { kind: "claimed"; author: string; claimedAt: number; isTheirs: boolean }
  /** `isNew`: by this press. */
  | { kind: "silenced"; silenceId: string; until: number; author: string; isNew: boolean }
  /** Texts of several lines, as `wirewatch explain` prints them. */
  | { kind: "explained"; itemId: string; headline: string; parts: readonly string[] }
  /** The alert or its story is not stored: pruned, or of another wirewatch. */
  | { kind: "unknown-alert" }
  | { kind: "other-conversation" };

/** Whether presses are heard. `refused`: not before a person acts. */
export type Hearing =
  | { kind: "up"; since: number }
  | { kind: "down"; since: number; refused: boolean; detail: string | null };

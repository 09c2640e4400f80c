import type { PageCondition } from "../decide/page-conditions.ts";
import type { NoticeMessage } from "../notify/message.ts";
import type { IncidentRow } from "../store/operation-rows.ts";
import { describePast } from "./incident-changed.ts";

type Kind = PageCondition["kind"];

interface Words {
  begun: (subject: string) => string;
  over: (subject: string) => string;
  remedy: (subject: string) => string;
}

const NOTHING_LOST = "Nothing is lost: the store has it all.";

const WORDS: Readonly<Record<Kind, Words>> = {
  "alerts-late": {
    begun: (channel) => `Alerts for channel ${channel} are late`,
    over: (channel) => `Alerts for channel ${channel} have gone out`,
    remedy: (channel) => `\`wirewatch deliveries list --status pending --channel ${channel}\` says what holds them.`,
  },
  stalled: {
    begun: (stage) => `wirewatch stands still: ${stage}`,
    over: (stage) => `wirewatch works again: ${stage}`,
    remedy: () => `Look into the log; start it again if it does not say more. ${NOTHING_LOST}`,
  },
  "store-gone": {
    begun: () => "The file of the store is gone",
    over: () => "The file of the store is there again",
    remedy: () =>
      "Do not stop it before its open file is saved: `kill -STOP PID` and copies from /proc/PID/fd, as docs/operations.md says under Backup and upgrade. All it has stored ends with it.",
  },
  "disk-full": {
    begun: () => "The disk is nearly full",
    over: () => "The disk has space again",
    remedy: () => "Free some space, or lower retention.size: a full disk stops everything.",
  },
  "many-feeds-failing": {
    begun: () => "Many feeds fail at once",
    over: () => "Most feeds can be read again",
    remedy: () => "Check this machine's network; `wirewatch feeds list --failing` says what to do about each.",
  },
};

/** The page when a condition begins to hold. */
export function describeCondition({ kind, subject, cause }: PageCondition): NoticeMessage {
  const { begun, remedy } = WORDS[kind];
  return { kind: "notice", level: "page", title: begun(subject), lines: [cause], remedy: remedy(subject) };
}

/** The page when it is over. */
export function describeEnd(incident: IncidentRow, now: number): NoticeMessage {
  const { kind, subject } = incident;
  const words = isCondition(kind) ? WORDS[kind].over(subject) : `${kind} ${subject} is over`;
  return { kind: "notice", level: "page", title: words, lines: [describePast(incident, now)], remedy: null };
}

/** What goes on, e.g. `The disk is nearly full`; null: incidents of this kind are no such condition. */
export function conditionTitle(kind: string, subject: string): string | null {
  return isCondition(kind) ? WORDS[kind].begun(subject) : null;
}

function isCondition(kind: string): kind is Kind {
  return kind in WORDS;
}

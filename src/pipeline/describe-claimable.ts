import { cleanLine, isolate } from "../notify/clean-text.ts";
import {
  andMore,
  describeFound,
  describeOutletCount,
  describePerson,
  describeRemarks,
  describeTimes,
  nameOutlet,
  SEVERITY_WORDS,
} from "../notify/describe-story.ts";
import { describeMark, describeNotes } from "../notify/describe-telling.ts";
import { formatInstant, zoneCity } from "../notify/describe-time.ts";
import type { Part } from "../notify/excerpt.ts";
import { ALERT_LIMITS, fitStory, type FittedStory } from "../notify/fit-story.ts";
import type { AlertMessage } from "../notify/message.ts";
import type { ClaimRow, Escalation } from "../store/restraint-rows.ts";

/** An alert as a page shows it to whoever may take its story; texts are clean and not escaped. */
export interface ClaimableAlert {
  headline: readonly Part[];
  link: string | null;
  /** BCP 47, of headline and quotes; null: not known. */
  lang: string | null;
  /** What to know first: that it goes on with another, comes late, was corrected. */
  remarks: readonly string[];
  /** Sentences that prove it. */
  quotes: readonly (readonly Part[])[];
  facts: readonly { label: string; text: string }[];
  /** Who has the story and since when, in words; null: nobody. */
  claimed: string | null;
  /** Whom else it goes to unless somebody claims it, and who was told already. */
  escalations: readonly string[];
}

interface Claimable {
  message: AlertMessage;
  claim: ClaimRow | null;
  escalations: readonly Escalation[];
  /** IANA zone of all times. */
  timezone: string;
}

/** Puts into words what a claim is about. Pure. */
export function describeClaimable({ message, claim, escalations, timezone }: Claimable): ClaimableAlert {
  const { mark, notes = [] } = message;
  const story = fitStory(message.story, ALERT_LIMITS);
  return {
    headline: story.headline,
    link: story.link,
    lang: story.langTag,
    remarks: [
      ...describeRemarks(story),
      ...(mark === undefined ? [] : [describeMark(mark)]),
      ...describeNotes({ notes: notes.filter(({ kind }) => kind !== "claimed") }),
    ],
    quotes: story.quotes,
    facts: factsOf(story, timezone),
    claimed:
      claim === null
        ? null
        : `Claimed by ${isolate(cleanLine(claim.author, 80))}, ${timeIn(timezone, claim.claimedAt)}`,
    escalations: escalations.flatMap((one) => describeEscalation(one, { isClaimed: claim !== null, timezone })),
  };
}

function factsOf(story: FittedStory, timezone: string): ClaimableAlert["facts"] {
  const { people, outlets, glosses, watches, more, severity, lang } = story;
  const language = lang === null ? "" : ` · ${lang}`;
  const means = glosses.map(({ term, meaning }) => `${isolate(term)}: ${isolate(meaning)}`);
  return [
    {
      label: "Who",
      text: people.length === 0 ? "" : `${people.map(describePerson).join("; ")}${andMore(more.people)}`,
    },
    {
      label: "Reported by",
      text: `${describeOutletCount(story)}${outlets.map(nameOutlet).join(", ")}${andMore(more.outlets)}${language}`,
    },
    { label: "Meaning", text: means.join(" · ") },
    ...watches.map((watch) => ({ label: "Watch", text: `${describeFound(watch)}${watch.clause}` })),
    { label: "When", text: describeTimes(story, timezone) },
    { label: "Severity", text: SEVERITY_WORDS[severity] },
  ].filter(({ text }) => text !== "");
}

function describeEscalation(
  { channelId, status, heldUntil, sentAt }: Escalation,
  { isClaimed, timezone }: { isClaimed: boolean; timezone: string },
): string[] {
  if (sentAt !== null)
    return [`Channel ${channelId} was told ${timeIn(timezone, sentAt)}, since nobody had claimed it.`];
  if (isClaimed || heldUntil === null || (status !== "held" && status !== "pending")) return [];
  return [`Unless somebody claims it, channel ${channelId} is told ${timeIn(timezone, heldUntil)}.`];
}

/** "Tue 20 Jan 12:10 London" */
function timeIn(timezone: string, instant: number): string {
  return `${formatInstant(instant, timezone)} ${zoneCity(timezone)}`;
}

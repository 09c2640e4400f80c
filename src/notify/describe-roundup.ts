import { cleanLine, isolate } from "./clean-text.ts";
import { countOf, nameOutlet, SEVERITY_WORDS } from "./describe-story.ts";
import { formatRange } from "./describe-time.ts";
import { fitStory, type FittedStory, type StoryLimits } from "./fit-story.ts";
import type { RoundupCause, RoundupMessage, StoryLine } from "./message.ts";

const LIMITS: StoryLimits = { headline: 250, quote: 300, quotes: 1, people: 0, outlets: 2, watches: 3 };

const CAUSE_WORDS: Readonly<Record<RoundupCause, string>> = {
  "quiet-hours": "from quiet hours",
  "over-cap": "beyond this channel's limit",
  backlog: "delayed by an outage",
  silenced: "held by a silence",
};

/** "alerts from quiet hours" */
export function describeCause(cause: RoundupCause): string {
  return `alerts ${CAUSE_WORDS[cause]}`;
}

/** "7 alerts from quiet hours · Tue 20 Jan 22:00 – Wed 21 Jan 06:00 London"; of several posts: "… · post 2 of 5" */
export function describeRoundup({ stories, cause, severity, from, to, timezone, part }: RoundupMessage): string {
  const mark = severity === "urgent" ? `${SEVERITY_WORDS.urgent}: ` : "";
  const when = formatRange(from, to, timezone);
  const which = part === undefined ? "" : ` · post ${part.number} of ${part.of}`;
  return `${mark}${countOf(part?.alerts ?? stories.length, "alert")} ${CAUSE_WORDS[cause]} · ${when}${which}`;
}

/** Whether it is one more post of alerts that a first one has begun to tell: nobody is called again. */
export function isLaterPost({ part }: Pick<RoundupMessage, "part">): boolean {
  return part !== undefined && part.number > 1;
}

/** What a roundup adds to its headline, the first of several posts for all; null: nothing. */
export function describeRoundupDetail(roundup: RoundupMessage): string | null {
  return isLaterPost(roundup) ? null : cleanLine(roundup.detail ?? "", 400) || null;
}

/** A story as far as a roundup tells it: headline, outlets, watches, one proving sentence. */
export function fitRoundupStory(story: StoryLine): FittedStory {
  return fitStory(story, LIMITS);
}

/** "and 212 more alerts: wirewatch deliveries list --status summarised names them" */
export function describeUntold(count: number): string {
  return `and ${countOf(count, "more alert")}: wirewatch deliveries list --status summarised names ${count === 1 ? "it" : "them"}`;
}

/** "Example Wire (wire), and 2 more · Persian · Diplomats who leave their post"; behind it what became of it since. */
export function describeRoundupStory({ outlets, lang, watches, more, remarks }: FittedStory): string {
  const names = outlets.map(nameOutlet).join(", ");
  const others = more.outlets === 0 ? "" : `, and ${more.outlets} more`;
  const titles = watches.map(({ title }) => isolate(title)).join(", ");
  return [`${names}${others}`, ...(lang === null ? [] : [lang]), titles, ...remarks.map(isolate)]
    .filter((part) => part !== "")
    .join(" · ");
}

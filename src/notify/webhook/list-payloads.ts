import type { Steps } from "../../core/steps.ts";
import type { Severity } from "../../core/vocabulary.ts";
import { cleanLine, safeLink } from "../clean-text.ts";
import { describeEdition, describeSummary } from "../describe-digest.ts";
import { describeRoundup, describeRoundupDetail } from "../describe-roundup.ts";
import type {
  ContinuedLine,
  DigestMessage,
  RoundupCause,
  RoundupMessage,
  SetAsideLine,
  SummaryMessage,
} from "../message.ts";
import { iso, LIMITS, LINE, storyPayload, type StoryPayload } from "./story-payload.ts";

/** Bodies of messages that are lists, in steps: one for each entry. */

export interface DigestPayload {
  title: string;
  edition: number;
  from: string;
  to: string;
  late: boolean;
  coverage: DigestMessage["coverage"];
  failingFeeds: { feed: string; since: string; cause: string }[];
  watches: DigestMessage["watches"];
  stories: StoryPayload[];
  /** Told before: persons and evidence are only those that are new. */
  continued: (StoryPayload & { toldIn: number; toldHeadline: string; knownOutlets: readonly string[] })[];
  setAside: { reason: string; detail: string | null; headline: string; link: string | null; watch: string }[];
  /** How many entries of each list there was no room for. */
  omitted: Record<"failingFeeds" | "watches" | "stories" | "continued" | "setAside", number>;
}

export interface RoundupPayload {
  title: string;
  cause: RoundupCause;
  detail: string | null;
  severity: Severity;
  from: string;
  to: string;
  stories: StoryPayload[];
  omitted: { stories: number };
}

export interface SummaryPayload {
  title: string;
  feeds: readonly string[];
  stored: number;
  wouldHaveMatched: { headline: string; link: string | null; watch: string }[];
  omitted: { wouldHaveMatched: number };
}

/** So many characters of JSON the lists of a body take together; what does not fit is counted in `omitted`. */
const LONGEST_LISTS = 1_000_000;

/** Room that several lists share, the first one first. */
interface Room {
  left: number;
}

/** The entries that there is room for; from the first on that does not fit, none. */
function* listIn<T, P>(room: Room, all: readonly T[], toPayload: (one: T) => P): Steps<P[]> {
  const shown: P[] = [];
  for (const one of all) {
    const entry = toPayload(one);
    const size = JSON.stringify(entry).length + 1;
    if (size > room.left) {
      room.left = 0;
      break;
    }
    room.left -= size;
    yield void shown.push(entry);
  }
  return shown;
}

export function* digestPayload(digest: DigestMessage): Steps<DigestPayload> {
  const room: Room = { left: LONGEST_LISTS };
  const failingFeeds = yield* listIn(room, digest.failingFeeds, ({ feedId, since, cause }) => ({
    feed: cleanLine(feedId, LINE),
    since: iso(since),
    cause: cleanLine(cause, LINE),
  }));
  const watches = yield* listIn(room, digest.watches, ({ title, stories }) => ({
    title: cleanLine(title, LINE),
    stories,
  }));
  const stories = yield* listIn(room, digest.stories, storyPayload);
  const continued = yield* listIn(room, digest.continued, continuedPayload);
  const setAside = yield* listIn(room, digest.setAside, setAsidePayload);
  return {
    title: describeEdition(digest),
    edition: digest.editionNumber,
    from: iso(digest.from),
    to: iso(digest.to),
    late: digest.late,
    coverage: digest.coverage,
    failingFeeds,
    watches,
    stories,
    continued,
    setAside,
    omitted: {
      failingFeeds: digest.failingFeeds.length - failingFeeds.length,
      watches: digest.watches.length - watches.length,
      stories: digest.stories.length - stories.length,
      continued: digest.continued.length - continued.length,
      setAside: digest.setAside.length - setAside.length,
    },
  };
}

function continuedPayload(line: ContinuedLine): DigestPayload["continued"][number] {
  return {
    ...storyPayload(line),
    toldIn: line.toldIn,
    toldHeadline: cleanLine(line.toldHeadline, LINE),
    knownOutlets: line.knownOutlets.slice(0, LIMITS.outlets).map((name) => cleanLine(name, LINE)),
  };
}

function setAsidePayload(line: SetAsideLine): DigestPayload["setAside"][number] {
  const { reason, detail, headline, link, watchTitle } = line;
  return {
    reason: cleanLine(reason, LINE),
    detail: detail === null ? null : cleanLine(detail, LINE),
    headline: cleanLine(headline, LINE),
    link: safeLink(link),
    watch: cleanLine(watchTitle, LINE),
  };
}

export function* roundupPayload(roundup: RoundupMessage): Steps<RoundupPayload> {
  const { cause, severity, from, to } = roundup;
  const stories = yield* listIn({ left: LONGEST_LISTS }, roundup.stories, storyPayload);
  return {
    title: describeRoundup(roundup),
    cause,
    detail: describeRoundupDetail(roundup),
    severity,
    from: iso(from),
    to: iso(to),
    stories,
    omitted: { stories: roundup.stories.length - stories.length },
  };
}

export function* summaryPayload(summary: SummaryMessage): Steps<SummaryPayload> {
  const room: Room = { left: LONGEST_LISTS };
  const feeds = yield* listIn(room, summary.feeds, (feed) => cleanLine(feed, LINE));
  const matched = yield* listIn(room, summary.wouldHaveMatched, ({ headline, link, watchTitle }) => ({
    headline: cleanLine(headline, LINE),
    link: safeLink(link),
    watch: cleanLine(watchTitle, LINE),
  }));
  return {
    title: describeSummary(summary),
    feeds,
    stored: summary.stored,
    wouldHaveMatched: matched,
    omitted: { wouldHaveMatched: summary.wouldHaveMatched.length - matched.length },
  };
}

import type { Steps } from "../core/steps.ts";
import { groupSetAside, listPeople } from "./describe-digest.ts";
import type { ContinuedLine, DigestMessage, SetAsideLine, StoryLine } from "./message.ts";

/** Lines of one reason that are listed; the rest is counted. */
const MOST_SET_ASIDE = 200;

/** What was set aside for one reason, or the share of it that a slice lists. */
export interface SetAsideGroup {
  reason: string;
  /** Of the whole edition. */
  total: number;
  lines: readonly SetAsideLine[];
  /** Behind the last line: how many are counted only. */
  more: number;
}

/** An edition, or the share of it that one of several mails holds; lists go on where those of the slice before ended. */
export interface DigestSlice {
  digest: DigestMessage;
  part: number;
  parts: number;
  failingFeeds: DigestMessage["failingFeeds"];
  watches: DigestMessage["watches"];
  stories: readonly StoryLine[];
  continued: readonly ContinuedLine[];
  setAside: readonly SetAsideGroup[];
  people: readonly string[];
  /** Numbers of its first story and of its first continued one. */
  firstStory: number;
  firstContinued: number;
}

/** The whole edition as one slice. */
export function wholeDigest(digest: DigestMessage): DigestSlice {
  const { failingFeeds, watches, stories, continued } = digest;
  return {
    digest,
    part: 1,
    parts: 1,
    failingFeeds,
    watches,
    stories,
    continued,
    people: listPeople(digest),
    setAside: groupSetAside(digest.setAside).map(({ reason, lines }) => ({
      reason,
      total: lines.length,
      lines: lines.slice(0, MOST_SET_ASIDE),
      more: Math.max(0, lines.length - MOST_SET_ASIDE),
    })),
    firstStory: 1,
    firstContinued: stories.length + 1,
  };
}

/** How many bytes each line takes where it is shown; stories by their place in the edition. */
export interface LineSizes {
  failingFeed: (feed: DigestMessage["failingFeeds"][number]) => number;
  watch: (watch: DigestMessage["watches"][number]) => number;
  story: (index: number) => number;
  continued: (index: number) => number;
  setAside: (line: SetAsideLine) => number;
  person: (name: string) => number;
}

/**
 * Cuts an edition between lines into slices of at most `budget` bytes; a line that alone is longer has one of its own.
 * A step a line.
 */
export function* sliceDigest(digest: DigestMessage, sizes: LineSizes, budget: number): Steps<readonly DigestSlice[]> {
  const whole = wholeDigest(digest);
  const slices: DigestSlice[] = [];
  let slice = emptySlice(whole, whole.firstStory, whole.firstContinued);
  let used = 0;

  function place(size: number, add: (to: DigestSlice) => DigestSlice): undefined {
    if (used > 0 && used + size > budget) {
      slices.push(slice);
      slice = emptySlice(whole, slice.firstStory + slice.stories.length, slice.firstContinued + slice.continued.length);
      used = 0;
    }
    slice = add(slice);
    used += size;
  }

  for (const feed of whole.failingFeeds)
    yield place(sizes.failingFeed(feed), (to) => ({ ...to, failingFeeds: [...to.failingFeeds, feed] }));
  for (const watch of whole.watches)
    yield place(sizes.watch(watch), (to) => ({ ...to, watches: [...to.watches, watch] }));
  for (const [index, story] of whole.stories.entries())
    yield place(sizes.story(index), (to) => ({ ...to, stories: [...to.stories, story] }));
  for (const [index, line] of whole.continued.entries())
    yield place(sizes.continued(index), (to) => ({ ...to, continued: [...to.continued, line] }));
  for (const group of whole.setAside)
    for (const [index, line] of group.lines.entries()) {
      const more = index === group.lines.length - 1 ? group.more : 0;
      yield place(sizes.setAside(line), (to) => ({
        ...to,
        setAside: addSetAside(to.setAside, { ...group, lines: [line], more }),
      }));
    }
  for (const name of whole.people) yield place(sizes.person(name), (to) => ({ ...to, people: [...to.people, name] }));
  slices.push(slice);
  return slices.map((made, index) => ({ ...made, part: index + 1, parts: slices.length }));
}

function emptySlice(whole: DigestSlice, firstStory: number, firstContinued: number): DigestSlice {
  const none = { failingFeeds: [], watches: [], stories: [], continued: [], people: [], setAside: [] };
  return { ...whole, ...none, firstStory, firstContinued };
}

function addSetAside(groups: readonly SetAsideGroup[], added: SetAsideGroup): readonly SetAsideGroup[] {
  const last = groups.at(-1);
  if (last?.reason !== added.reason) return [...groups, added];
  return [...groups.slice(0, -1), { ...last, lines: [...last.lines, ...added.lines], more: added.more }];
}

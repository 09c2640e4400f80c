import { citedAmong, isNamedAs, type Attribution } from "./attribution.ts";
import { compareSketches, type Likeness } from "./compare-sketches.ts";
import { StorySketch } from "./story-sketch.ts";
import type { IndexedItem } from "./story-index.ts";

/** How an item stands to the item of its story that it is most like. */
export const RELATIONS = ["copy", "cites", "separate"] as const;
export type Relation = (typeof RELATIONS)[number];

/** Into which story an item comes, and why; `likeItemId` is the item that decided it. */
export type Placement =
  | { kind: "opens"; reason: "first" }
  | {
      kind: "joins";
      storyId: string;
      reason: "same-link" | "same-text" | "cited-outlet" | "same-event";
      /** Null where the link decided. */
      likeItemId: string | null;
      relation: Relation;
      /** The outlet that it repeats; null unless it cites. */
      cited: string | null;
    };

export interface ItemToPlace {
  outlet: string | null;
  sketch: StorySketch;
  /** Asked for only where the item joins a story by its text. */
  attributions: () => readonly Attribution[];
}

/** Share of copied runs from which a text is a copy: of a few sentences half of it, of a longer text less will do. */
const COPIED = 0.5;
const COPIED_OF_LONG = 0.3;
const LONG_RUNS = 25;
const MIN_RUNS = 4;
/** Of a headline and a short sentence nearly all: "A diplomat defects" begins two stories. */
const SHORT_RUNS = 10;
const COPIED_OF_SHORT = 0.8;
/** So much is copied that an attribution to a third outlet belongs to the copied text. */
const WHOLLY_COPIED = 0.8;
/** A template filled anew ("magnitude 4.1 near …") copies words, not names and numbers. */
const COPY_NAMES = 0.5;
const WHOLE_COPY_NAMES = 0.3;
/** No rule takes less. */
const LEAST_ABOUT = 0.3;
const COPY_ABOUT = LEAST_ABOUT;
/** Share of the words of headline and lead from which two reports are of one event. */
const SAME_EVENT = 0.4;
const CITING_EVENT = LEAST_ABOUT;
const EVENT_NAMES = 0.3;
/** A text of one sentence shares a few words with any other on its topic: so many it must be, or a name and phrases. */
const EVENT_SHARED = 8;
const EVENT_RUNS = 2;

type Joined = Extract<Placement, { kind: "joins" }>;

/**
 * Decides whether an item joins the story of one of the candidates. Pure. The first rule that holds for any candidate
 * wins: the same text, a report that names an outlet of the story, the same event told in other words.
 */
export function placeItem(item: ItemToPlace, candidates: readonly IndexedItem[]): Placement {
  const sketches = candidates.map(({ sketch }) => new StorySketch(sketch));
  const strongest = compareSketches(item.sketch, sketches, LEAST_ABOUT)
    .flatMap((likeness, at): Compared | [] => {
      const candidate = candidates[at];
      return likeness === undefined || candidate === undefined ? [] : { candidate, likeness };
    })
    .toSorted((a, b) => strength(b.likeness) - strength(a.likeness));
  for (const rule of [joinAsCopy, joinAsCiting, joinAsEvent]) {
    for (const pair of strongest) {
      const joined = rule(item, pair, candidates);
      if (joined !== undefined) return joined;
    }
  }
  return { kind: "opens", reason: "first" };
}

interface Compared {
  candidate: IndexedItem;
  likeness: Likeness;
}

function strength({ copied, about }: Likeness): number {
  return copied + about;
}

function joinAsCopy(
  item: ItemToPlace,
  { candidate, likeness }: Compared,
  candidates: readonly IndexedItem[],
): Joined | undefined {
  if (!isCopy(likeness)) return undefined;
  const { storyId, itemId: likeItemId } = candidate;
  const isWhole = likeness.copied >= WHOLLY_COPIED;
  const cited = citedOfStory(item, candidate, candidates) ?? (isWhole ? null : citedByForm(item));
  return {
    kind: "joins",
    storyId,
    reason: "same-text",
    likeItemId,
    relation: cited === null ? "copy" : "cites",
    cited,
  };
}

function joinAsCiting(item: ItemToPlace, { candidate, likeness }: Compared): Joined | undefined {
  const cited = isSameEvent(likeness, CITING_EVENT) ? citedCandidate(item, candidate) : null;
  if (cited === null) return undefined;
  const { storyId, itemId: likeItemId } = candidate;
  return { kind: "joins", storyId, reason: "cited-outlet", likeItemId, relation: "cites", cited };
}

function joinAsEvent(
  item: ItemToPlace,
  { candidate, likeness }: Compared,
  candidates: readonly IndexedItem[],
): Joined | undefined {
  if (!isSameEvent(likeness, SAME_EVENT)) return undefined;
  const { storyId, itemId: likeItemId } = candidate;
  const cited = citedOfStory(item, candidate, candidates) ?? citedByForm(item);
  const relation = cited === null ? "separate" : "cites";
  return { kind: "joins", storyId, reason: "same-event", likeItemId, relation, cited };
}

function isCopy({ copied, copiedRuns, names, about, isSeries }: Likeness): boolean {
  const isCopied = copiedRuns >= MIN_RUNS && copied >= copiedEnough(copiedRuns);
  const enoughNames = copied >= WHOLLY_COPIED ? WHOLE_COPY_NAMES : COPY_NAMES;
  return isCopied && names >= enoughNames && about >= COPY_ABOUT && !isSeries;
}

function copiedEnough(runs: number): number {
  if (runs < SHORT_RUNS) return COPIED_OF_SHORT;
  return runs < LONG_RUNS ? COPIED : COPIED_OF_LONG;
}

function isSameEvent(
  { about, names, sharedNames, sharedWords, copiedRuns, isSeries }: Likeness,
  enough: number,
): boolean {
  const isMore = sharedNames + sharedWords >= EVENT_SHARED || (sharedNames > 0 && copiedRuns >= EVENT_RUNS);
  return about >= enough && names >= EVENT_NAMES && isMore && !isSeries;
}

/** The outlet of the other item, where the text says that it repeats it. */
function citedCandidate({ attributions, outlet }: ItemToPlace, candidate: IndexedItem): string | null {
  if (candidate.outlet === null || candidate.outlet === outlet) return null;
  return citedAmong(attributions(), [candidate.outlet]) ?? null;
}

/** The same of the whole story: a report is like the copies of what it cites, too. */
function citedOfStory(item: ItemToPlace, like: IndexedItem, candidates: readonly IndexedItem[]): string | null {
  const others = candidates.filter(({ storyId }) => storyId === like.storyId);
  return [like, ...others].map((candidate) => citedCandidate(item, candidate)).find((cited) => cited !== null) ?? null;
}

/** An outlet that is told by the form of its name; never the item's own. */
function citedByForm({ attributions, outlet }: ItemToPlace): string | null {
  return attributions().find(({ named }) => named !== null && !isNamedAs(outlet, named))?.named ?? null;
}

import { outletKey } from "./attribution.ts";
import type { Relation } from "./place-item.ts";

/** An item of a story, as its outlets are counted. */
export interface StorySource {
  itemId: string;
  outlet: string;
  /** Null: the first one of the story, or an item without a comparison. */
  relation: Relation | null;
  likeItemId: string | null;
  cited: string | null;
}

/** How the outlets of a story came by it: every outlet is counted once. Never whether it is true. */
export interface SourceCount {
  /** Outlets that share one text, one number for each text that more than one has; the most first. */
  sameText: readonly number[];
  /** Outlets that repeat another one, the most cited first. */
  citing: readonly { outlet: string; outlets: number }[];
  /** Outlets with a text of their own. */
  separate: number;
}

/**
 * Counts the outlets of a story by how their reports compare. Pure.
 * @param sources in the order of their arrival: an outlet counts with its first report
 */
export function countSources(sources: readonly StorySource[]): SourceCount {
  const byItem = new Map(sources.map((source) => [source.itemId, source]));
  const firstOf = new Map(sources.toReversed().map((source) => [outletKey(source.outlet), source]));
  const texts = new Map<string, number>();
  const citing = new Map<string, number>();
  for (const source of firstOf.values()) {
    const origin = originOf(source, byItem, sources[0]);
    const cited = source.cited ?? origin.cited;
    if (cited === null) texts.set(origin.itemId, (texts.get(origin.itemId) ?? 0) + 1);
    else citing.set(cited, (citing.get(cited) ?? 0) + 1);
  }
  const counts = [...texts.values()];
  return {
    sameText: counts.filter((count) => count > 1).toSorted((a, b) => b - a),
    citing: [...citing]
      .map(([outlet, outlets]) => ({ outlet, outlets }))
      .toSorted((a, b) => b.outlets - a.outlets || (a.outlet < b.outlet ? -1 : 1)),
    separate: counts.filter((count) => count === 1).length,
  };
}

/** The item whose text it is: from copy to copied; of a copy of something unknown, the first item of the story. */
function originOf(
  source: StorySource,
  byItem: ReadonlyMap<string, StorySource>,
  first: StorySource | undefined,
): StorySource {
  let origin = source;
  const passed = new Set<string>();
  while (origin.relation === "copy" && !passed.has(origin.itemId)) {
    passed.add(origin.itemId);
    const next = byItem.get(origin.likeItemId ?? "") ?? first;
    if (next === undefined || next.itemId === origin.itemId) break;
    origin = next;
  }
  return origin;
}

import type { Document } from "./document.ts";
import { coveredBy, inOrder, type Occurrence } from "./occurrence.ts";

/** A term's place in a list. */
export interface Membership {
  list: number;
  /** Language of the term in the list; `*`: every language. */
  lang: string;
  gloss: string | null;
  /** Terms that hide this one where they cover it. */
  hiddenBy: readonly number[];
}

/** All lists: who is in them, by term, and the languages each has. */
export interface CompiledLists {
  byTerm: ReadonlyMap<number, readonly Membership[]>;
  languages: readonly ReadonlySet<string>[];
}

/** An item uses its language's terms; an item of unknown or unlisted language all of them. */
function isRead(membership: Membership, lists: CompiledLists, language: string | null): boolean {
  if (membership.lang === "*" || language === null) return true;
  return membership.lang === language || lists.languages[membership.list]?.has(language) !== true;
}

function glossed(occurrences: readonly Occurrence[], gloss: string | null): readonly Occurrence[] {
  if (gloss === null) return occurrences;
  return occurrences.map((occurrence) => ({
    ...occurrence,
    marks: occurrence.marks.map((mark) => ({ ...mark, gloss })),
  }));
}

/** Occurrences of each list in an item, by list id. */
export function readingOfLists(
  lists: CompiledLists,
  { document, terms }: { document: Document; terms: ReadonlyMap<number, readonly Occurrence[]> },
): ReadonlyMap<number, readonly Occurrence[]> {
  const byList = new Map<number, Occurrence[]>();
  for (const [term, occurrences] of terms) {
    for (const membership of lists.byTerm.get(term) ?? []) {
      if (!isRead(membership, lists, document.language)) continue;
      const isHidden = coveredBy(membership.hiddenBy.flatMap((hider) => terms.get(hider) ?? []));
      const seen = occurrences.filter((occurrence) => !isHidden(occurrence));
      const row = byList.get(membership.list);
      if (row === undefined) byList.set(membership.list, [...glossed(seen, membership.gloss)]);
      else row.push(...glossed(seen, membership.gloss));
    }
  }
  return new Map([...byList].map(([list, occurrences]) => [list, inOrder(occurrences)]));
}

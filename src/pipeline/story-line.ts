import { SEVERITIES, type Evidence } from "../core/vocabulary.ts";
import { outletKey } from "../decide/stories/attribution.ts";
import { countSources } from "../decide/stories/count-sources.ts";
import type { StoryLine } from "../notify/message.ts";
import type { TellableMatch } from "../store/match-rows.ts";
import { inStoryOrder } from "./story-order.ts";

/**
 * One story as a message tells it: the headline and dates of its first item, the evidence of its most severe match,
 * every watch, person and outlet of all of them.
 * @param matches at least one, any order
 */
export function toStoryLine(matches: readonly TellableMatch[]): StoryLine {
  const byTime = inStoryOrder(matches.map((match) => ({ ...match, firstSeenAt: match.item.firstSeenAt })));
  const bySeverity = byTime.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
  const [first, proof] = [byTime[0], bySeverity[0]];
  if (first === undefined || proof === undefined) throw new Error("a story without a match cannot be told");
  const { title, link, lang, publishedAt, publishedSource, firstSeenAt } = first.item;
  const byWatch = uniqueBy(bySeverity, (match) => match.watchId);
  return {
    headline: title,
    link,
    lang,
    publishedAt,
    publishedSource,
    firstSeenAt,
    severity: proof.severity,
    evidence: proof.evidence.sentences,
    lead: proof.evidence.lead,
    glosses: glossesOf(byWatch.map((match) => match.evidence)),
    watches: byWatch.map((match) => ({
      id: match.watchId,
      title: match.watchTitle,
      severity: match.severity,
      words: markedWords(match.evidence),
      clause: match.evidence.clause,
    })),
    people: uniqueBy(
      bySeverity.flatMap((match) => match.evidence.people),
      (person) => person.personId,
    ),
    outlets: uniqueBy(
      byTime.map((match) => ({
        name: match.item.outlet ?? match.item.feedId,
        feedKind: match.feedKind,
        link: match.item.link,
      })),
      (outlet) => outletKey(outlet.name),
    ),
    sources: countSources(
      byTime.map(({ itemId, item, relation, likeItemId, cited }) => {
        return { itemId, outlet: item.outlet ?? item.feedId, relation, likeItemId, cited };
      }),
    ),
  };
}

/** What the words of all watches mean, none of a word that stands inside another one of them. */
function glossesOf(evidence: readonly Evidence[]): Evidence["glosses"] {
  const glosses = new Map(evidence.flatMap((each) => Object.entries(each.glosses)));
  const terms = [...glosses.keys()];
  return Object.fromEntries(
    [...glosses].filter(([term]) => !terms.some((other) => other.length > term.length && other.includes(term))),
  );
}

/** Each word once, in the order of the text. */
function markedWords({ sentences }: Evidence): readonly string[] {
  const words = sentences.flatMap(({ sentence, marks }) => marks.map(([start, end]) => sentence.slice(start, end)));
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}

function uniqueBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.toReversed().map((value) => [key(value), value])).values()].toReversed();
}

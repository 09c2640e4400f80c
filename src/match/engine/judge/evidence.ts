import type { Evidence, EvidenceSentence, PersonMention } from "../../../core/vocabulary.ts";
import { cutText } from "../../../text/cut-text.ts";
import { fieldText, sentenceAt, sourceOf, type Document } from "../document.ts";
import type { Mark } from "../occurrence.ts";
import type { Proof } from "./proof.ts";

const MAX_LEAD_UNITS = 500;

/** Where a marked word begins; `'s` with its apostrophe, since a lone s is no word to a reader. */
function startOf(document: Document, token: number): number {
  const start = document.starts[token] ?? 0;
  const text = fieldText(document, token < document.titleEnd ? "title" : "body");
  return start + 1 === document.ends[token] && /\p{L}['’]s/iu.test(text.slice(start - 2, start + 1))
    ? start - 1
    : start;
}

/** Offsets of a mark in its sentence's field, cut to the sentence. */
function rangeIn(document: Document, mark: Mark, sentence: number): [number, number] | null {
  const bounds = document.sentences[sentence];
  if (bounds === undefined) return null;
  if (sentenceAt(document, mark.first) > sentence || sentenceAt(document, mark.last) < sentence) return null;
  const from = mark.chars?.start ?? startOf(document, mark.first);
  const to = mark.chars?.end ?? document.ends[mark.last] ?? 0;
  const start = sentenceAt(document, mark.first) === sentence ? from : bounds.start;
  const end = sentenceAt(document, mark.last) === sentence ? to : bounds.end;
  return start < end ? [Math.max(start, bounds.start) - bounds.start, Math.min(end, bounds.end) - bounds.start] : null;
}

/** Ascending, overlapping ranges as one. */
function merged(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

function evidenceSentence(document: Document, index: number, marks: readonly Mark[]): EvidenceSentence | null {
  const sentence = document.sentences[index];
  if (sentence === undefined) return null;
  const { field, start, end } = sentence;
  const ranges = marks.flatMap((mark) => {
    const range = rangeIn(document, mark, index);
    return range === null ? [] : [range];
  });
  return { field, sentence: fieldText(document, field).slice(start, end), start, end, marks: merged(ranges) };
}

/** The sentence after the headline, where the headline alone is the proof. */
function leadSentence(document: Document, { sentences }: Proof): string | null {
  if (sentences.length !== 1 || sentences[0] !== 0) return null;
  const lead = document.sentences[1];
  return lead === undefined ? null : cutText(document.body.slice(lead.start, lead.end), MAX_LEAD_UNITS);
}

/** What a reader is shown as the reason of a match. */
export function evidenceOf(
  document: Document,
  proof: Proof,
  { clause, people }: { clause: string; people: readonly PersonMention[] },
): Evidence {
  const sentences = proof.sentences.flatMap((index) => evidenceSentence(document, index, proof.marks) ?? []);
  const glosses: Record<string, string> = {};
  for (const { first, last, gloss } of proof.marks)
    if (gloss !== null) glosses[sourceOf(document, first, last)] = gloss;
  return { sentences, lead: leadSentence(document, proof), clause, people, glosses };
}

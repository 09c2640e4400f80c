import { tokenise } from "../../text/tokenise.ts";
import { DENIALS } from "./denial-words.ts";

const LEAD_WORDS = 60;
/** More of a text is not read to find its first words. */
const LEAD_UNITS = 1200;
/** So near after the verb stands what an authority refuses, and around it what is denied. */
const REFUSED_WITHIN = 4;
const REPORTS_WITHIN = 5;

export interface DeniedText {
  title: string;
  /** Summary and body. */
  body: string;
  /** ISO 639-1 or a longer tag; null: not known, all languages are tried. */
  lang: string | null;
}

/**
 * Whether the headline, or the first 60 words below it, say that somebody denies something: a verb of denying, or one
 * of rejecting beside "reports" or "claims". "Undeniable", "denied asylum" and "denied entry" do not. Pure.
 */
export function saysDenial({ title, body, lang }: DeniedText): boolean {
  const lead = wordsOf(body.slice(0, LEAD_UNITS)).slice(0, LEAD_WORDS);
  const own = COMPILED.get(lang?.slice(0, 2).toLowerCase() ?? "");
  const languages = own === undefined ? [...COMPILED.values()] : [own];
  return [wordsOf(title), lead].some((words) => languages.some((language) => denies(words, language)));
}

interface CompiledDenial {
  denies: readonly Phrase[];
  not: readonly Phrase[];
  rejects: readonly Phrase[];
  reports: ReadonlySet<string>;
  refused: ReadonlySet<string>;
  claimed: ReadonlySet<string>;
}

type Phrase = readonly string[];

const COMPILED: ReadonlyMap<string, CompiledDenial> = new Map(
  Object.entries(DENIALS).map(([lang, { denies, not, rejects, reports, refused, claimed }]) => [
    lang,
    {
      denies: phrases(denies),
      not: phrases(not),
      rejects: phrases(rejects),
      reports: new Set(phrases(reports).flat()),
      refused: new Set(phrases(refused).flat()),
      claimed: new Set(phrases(claimed).flat()),
    },
  ]),
);

function phrases(list = ""): readonly Phrase[] {
  return list
    .split(", ")
    .map(wordsOf)
    .filter((phrase) => phrase.length > 0);
}

function wordsOf(text: string): readonly string[] {
  return tokenise(text).map((token) => token.text);
}

function denies(words: readonly string[], language: CompiledDenial): boolean {
  const hidden = new Set(
    language.not.flatMap((phrase) => placesOf(words, phrase).flatMap((at) => phrase.map((_, i) => at + i))),
  );
  const saysSo = language.denies.some((phrase) =>
    placesOf(words, phrase).some((at) => !hidden.has(at) && !isRefusal(words, at + phrase.length, language)),
  );
  return (
    saysSo || language.rejects.some((verb) => placesOf(words, verb).some((at) => isOfReports(words, at, language)))
  );
}

function isRefusal(words: readonly string[], from: number, { refused, reports, claimed }: CompiledDenial): boolean {
  const after = words.slice(from, from + REFUSED_WITHIN);
  const at = after.findIndex((word) => refused.has(word));
  if (at === -1 || after.slice(0, at).some((word) => claimed.has(word))) return false;
  return !words.slice(from, from + at + 2).some((word) => reports.has(word));
}

function isOfReports(words: readonly string[], at: number, { reports }: CompiledDenial): boolean {
  return words.slice(Math.max(0, at - REPORTS_WITHIN), at + 1 + REPORTS_WITHIN).some((word) => reports.has(word));
}

function placesOf(words: readonly string[], phrase: Phrase): readonly number[] {
  const places: number[] = [];
  for (let at = words.indexOf(phrase[0] ?? ""); at !== -1; at = words.indexOf(phrase[0] ?? "", at + 1))
    if (phrase.every((word, index) => words[at + index] === word)) places.push(at);
  return places;
}

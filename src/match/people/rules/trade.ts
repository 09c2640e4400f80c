import type { UnnamedItem, NamedItem, Saying, SurnameForm } from "./rule.ts";
import { refused } from "./rule.ts";
import { roleOf } from "../names/role-of-person.ts";
import { beforeParticles } from "../reading/before-particles.ts";
import type { Candidate } from "../reading/candidate.ts";
import { isOfficeAt } from "../reading/office-at.ts";
import { GAP, type TextWord } from "../reading/text-words.ts";
import { isTradeBehind, isTradeOfBearer } from "../words/trades.ts";
import { vietnameseTrade } from "../words/vietnamese-offices.ts";

/** Words around a name in which an office is that of its bearer. */
const BESIDE = 3;

/**
 * Of a full name: another trade than an official's that stands right before it, with no office beside both, or that the item
 * is about. Heads of state and government have had one, open exhibitions, and are known by their names alone.
 */
export function otherTradeOfName({ entity, first, last, asks }: Candidate, item: UnnamedItem): Saying | null {
  const person = item.index.people[entity.person];
  if (person?.role == null || roleOf(person).isHead) return null;
  const trade = tradeBefore(item, first) ?? tradeBehind(item.words, last);
  if (trade === null) {
    const told = asks === null ? item.evidence.otherTrade(person, first) : null;
    return told === null ? null : refused(told);
  }
  const isOfOffice = hasOfficeBeside(item, first, last) && !item.evidence.namesNoPostOf(person, first);
  return isOfOffice ? null : refused(trade);
}

/** Of a surname: one right before it or behind it. */
export function tradeOfSurname({ first, last }: SurnameForm, item: NamedItem): Saying | null {
  const trade = tradeBefore(item, first) ?? tradeBehind(item.words, last);
  return trade === null ? null : refused(trade);
}

function hasOfficeBeside({ words, language }: UnnamedItem, first: number, last: number): boolean {
  for (let at = Math.max(0, first - BESIDE); at <= last + BESIDE; at += 1)
    if (isOfficeAt(words, at, language)) return true;
  return false;
}

/** Also before one more given name and particles of it: `Pianistin Clara von Rottkay`; null: none. */
function tradeBefore({ words, language }: UnnamedItem, first: number): string | null {
  if (words[first]?.info.script === "han") return tradeInHan(words, first);
  const place = beforeParticles(words, first);
  if (isTradeAt(words, place, language)) return words[place]?.source ?? null;
  const mayBeName = words[place]?.gap === GAP.space && words[place].isCapital;
  return mayBeName && isTradeAt(words, place - 1, language) ? (words[place - 1]?.source ?? null) : null;
}

/** `歌手の上山田`, `教练陈卫国`: two characters right before a name, or before a `の`. */
function tradeInHan(words: readonly TextWord[], first: number): string | null {
  const end = words[first - 1]?.info.fold === "の" ? first - 1 : first;
  const [one, two] = [words[end - 2], words[end - 1]];
  if (one?.gap !== GAP.joined || two?.gap !== GAP.joined || one.info.script !== "han") return null;
  return isTradeOfBearer(one.info.fold + two.info.fold, "han") ? one.source + two.source : null;
}

function isTradeAt(words: readonly TextWord[], at: number, language: string | null): boolean {
  const word = words[at];
  if (word?.gap !== GAP.space || word.info.isOffice) return false;
  const { fold, script } = word.info;
  return isTradeOfBearer(fold, script) || vietnameseTrade(words[at - 1]?.info.fold ?? "", fold, language);
}

/** `쿠사카베 9단`, of the ninth rank, a player of go; `최학철 선수`, `徐志明教练`: where titles stand behind; null: none. */
function tradeBehind(words: readonly TextWord[], last: number): string | null {
  const [word, next, second] = [words[last], words[last + 1], words[last + 2]];
  if (word === undefined || next === undefined) return null;
  const { fold, script } = next.info;
  if (script === "han" && word.gap === GAP.joined)
    return isTradeOfBearer(fold + (second?.info.fold ?? ""), "han") ? next.source + (second?.source ?? "") : null;
  if (word.gap !== GAP.space) return null;
  return isTradeBehind(fold) || (script === "hangul" && isTradeOfBearer(fold, script)) ? next.source : null;
}

import { tokenise } from "../../text/tokenise.ts";

/** What an operator does not want to hear of for a while; every condition that is given must hold. */
export interface Silence {
  id: string;
  watchId: string | null;
  storyId: string | null;
  feedId: string | null;
  /** Words that stand one behind the other in headline or text. */
  words: string | null;
  author: string;
  comment: string;
  /** Epoch milliseconds. */
  startsAt: number;
  endsAt: number;
}

/** What of a match silences ask about. */
export interface Silenceable {
  watchId: string;
  storyId: string;
  feedId: string;
  title: string;
  summary: string;
  body: string;
}

/** The silence that keeps a match from alerting: of several the one that lasts longest. Null: none does. */
export function silenceOf(match: Silenceable, silences: readonly Silence[], now: number): Silence | null {
  const holding = silences.filter((silence) => isInForce(silence, now) && covers(silence, match));
  return holding.toSorted((a, b) => b.endsAt - a.endsAt)[0] ?? null;
}

/** "by Ada until 2026-01-20T13:00:00Z: a drill (sil_…)" */
export function describeSilence({ id, author, comment, endsAt }: Silence): string {
  const until = new Date(endsAt).toISOString().replace(/\.\d+Z$/, "Z");
  return `by ${author} until ${until}: ${comment} (${id})`;
}

function isInForce({ startsAt, endsAt }: Silence, now: number): boolean {
  return startsAt <= now && now < endsAt;
}

function covers({ watchId, storyId, feedId, words }: Silence, match: Silenceable): boolean {
  return (
    (watchId === null || watchId === match.watchId) &&
    (storyId === null || storyId === match.storyId) &&
    (feedId === null || feedId === match.feedId) &&
    (words === null || saysWords(match, words))
  );
}

/** Words as the watch language reads a phrase: case, diacritics and punctuation aside. */
function saysWords({ title, summary, body }: Silenceable, words: string): boolean {
  const wanted = tokenise(words).map(({ text }) => text);
  return wanted.length > 0 && [title, summary, body].some((text) => holdsInRow(text, wanted));
}

function holdsInRow(text: string, wanted: readonly string[]): boolean {
  const found = tokenise(text).map((token) => token.text);
  return found.some((_, at) => wanted.every((word, offset) => found[at + offset] === word));
}

/** Whether a headline says something else than before: spaces, punctuation and capitals do not count. */
export function isHeadlineChanged(before: string, after: string): boolean {
  return wordsOf(before) !== wordsOf(after);
}

function wordsOf(headline: string): string {
  return headline
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

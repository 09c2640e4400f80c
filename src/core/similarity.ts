/** Pairs of neighbouring letters and digits, with how often each occurs; in any script. */
function pairsOf(text: string): Map<string, number> {
  const words = text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ");
  const letters = Array.from(words.trim());
  const pairs = new Map<string, number>();
  letters.slice(1).forEach((letter, at) => {
    const pair = `${letters[at] ?? ""}${letter}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  return pairs;
}

function countOf(pairs: ReadonlyMap<string, number>): number {
  return pairs.values().reduce((sum, count) => sum + count, 0);
}

/** How alike two short texts are: the share of letter pairs that they have in common (Dice), from 0 to 1 for equal ones. */
export function similarityOf(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  const all = countOf(pairs) + countOf(others);
  if (all === 0) return one === other ? 1 : 0;
  const common = pairs.entries().reduce((sum, [pair, count]) => sum + Math.min(count, others.get(pair) ?? 0), 0);
  return (2 * common) / all;
}

/** A name with its accents, whatever its case and what stands between its words: what folding would take away. */
export function asWritten(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}]+/gu, " ")
    .trim();
}

/** A text in the normal form the tokeniser reads, and the way back to the text as it came. */
interface NormalisedText {
  text: string;
  /** Source offset of each unit of `text` and of its end; null where both texts are equal. */
  offsets: Int32Array | null;
}

const HALF_WIDTH_KANA = /[\uff61-\uff9f]/;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Sorting the marks of one letter takes the square of their number: 100,000 of them take seconds. No language puts more
 * than a few on a letter, so longer runs are normalised in pieces.
 */
const MAX_MARKS = 256;
const TOO_MANY_MARKS = /\p{M}{257}/u;
/** Shorter texts are normalised in a few milliseconds whatever they hold. */
const HARMLESS_UNITS = 4096;
const BEYOND_LATIN = /[\u0300-\uffff]/;

function isHarmless(source: string): boolean {
  return source.length <= HARMLESS_UNITS || !BEYOND_LATIN.test(source) || !TOO_MANY_MARKS.test(source);
}

function normaliseCluster(cluster: string): string {
  const form = HALF_WIDTH_KANA.test(cluster) ? "NFKC" : "NFC";
  if (cluster.length <= MAX_MARKS) return cluster.normalize(form);
  let text = "";
  for (let at = 0; at < cluster.length; at += MAX_MARKS) text += cluster.slice(at, at + MAX_MARKS).normalize(form);
  return text;
}

function withOffsets(source: string): NormalisedText {
  const offsets: number[] = [];
  let text = "";
  for (const { segment, index } of graphemes.segment(source)) {
    const piece = normaliseCluster(segment);
    const isSame = piece === segment;
    for (let unit = 0; unit < piece.length; unit += 1) offsets.push(index + (isSame ? unit : 0));
    text += piece;
  }
  offsets.push(source.length);
  return { text, offsets: Int32Array.from(offsets) };
}

/**
 * Unicode normal form C; half-width kana in form KC, since their voicing marks are separate units otherwise.
 * The common case (already normal) costs one comparison and keeps no offsets.
 */
export function normalise(source: string): NormalisedText {
  const isNormal = isHarmless(source) && !HALF_WIDTH_KANA.test(source) && source.normalize("NFC") === source;
  return isNormal ? { text: source, offsets: null } : withOffsets(source);
}

/** Unicode normal form C of a text of any kind, in linear time. */
export function toNormalFormC(source: string): string {
  return isHarmless(source) ? source.normalize("NFC") : withOffsets(source).text;
}

/** A text in the normal form the tokeniser reads, and the way back to the text as it came. */
export interface NormalisedText {
  text: string;
  /** Source offset of each unit of `text` and of its end; null where both texts are equal. */
  offsets: Int32Array | null;
}

const HALF_WIDTH_KANA = /[\uff61-\uff9f]/;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

function withOffsets(source: string, form: "NFC" | "NFKC"): NormalisedText {
  const offsets: number[] = [];
  let text = "";
  for (const { segment, index } of graphemes.segment(source)) {
    const piece = segment.normalize(form);
    const isSame = piece === segment;
    for (let unit = 0; unit < piece.length; unit += 1) offsets.push(index + (isSame ? unit : 0));
    text += piece;
  }
  offsets.push(source.length);
  return { text, offsets: Int32Array.from(offsets) };
}

/**
 * Unicode normal form C; KC where the text holds half-width kana, whose voicing marks are separate units otherwise.
 * The common case (already normal) costs one comparison and keeps no offsets.
 */
export function normalise(source: string): NormalisedText {
  if (HALF_WIDTH_KANA.test(source)) return withOffsets(source, "NFKC");
  return source.normalize("NFC") === source ? { text: source, offsets: null } : withOffsets(source, "NFC");
}

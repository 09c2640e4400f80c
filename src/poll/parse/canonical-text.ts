import { Parser } from "htmlparser2";

/** Characters that XML 1.0 forbids. */
// oxlint-disable-next-line no-control-regex -- these characters are what the rule is about
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const NAMED_ENTITY = /&[a-zA-Z][a-zA-Z0-9]{0,31};/g;
const SURROGATE_PAIR = /&#(5[56]\d{3}|xd[89ab][0-9a-f]{2});&#(5[67]\d{3}|xd[c-f][0-9a-f]{2});/gi;
const DOUBLE_ENCODED = /[\u00c2\u00c3][\u0080-\u00bf]|[\u00c4-\u00f4][\u0080-\u009f]/;
const BEYOND_LATIN1 = /[^\0-\u00ff]/;
const C1 = /[\u0080-\u009f]/g;
// oxlint-disable-next-line no-control-regex -- both of the above
const UNCLEAN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ud800-\udfff\ufffe\uffff]/;

/** windows-1252 at 0x80 to 0x9F, which is what a C1 control in a feed was meant to be (HTML reads references so too). */
const WINDOWS_1252 = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at));

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
const MOST_ENTITIES = 10_000;
const namedEntities = new Map<string, string>();

/** A text's references, numeric or HTML's named ones, as characters. */
export function decodeReferences(reference: string): string {
  let text = "";
  new Parser({ ontext: (part) => (text += part) }).end(reference);
  return text;
}

function decodeNamed(reference: string): string {
  const known = namedEntities.get(reference);
  if (known !== undefined) return known;
  const text = decodeReferences(reference);
  // HTML knows about 2,200 names; a hostile document may use a new unknown one each time.
  if (namedEntities.size < MOST_ENTITIES) namedEntities.set(reference, text);
  return text;
}

/** What a document says its own references stand for; null: it does not declare this one. */
interface OwnEntities {
  textOf(reference: string): string | null;
}

/** The document's own entities and HTML's named ones as characters; XML knows only five. */
export function decodeNamedEntities(text: string, own: OwnEntities | null): string {
  if (!text.includes("&")) return text;
  return text.replace(NAMED_ENTITY, (reference) => own?.textOf(reference) ?? decodeNamed(reference));
}

/** UTF-16 pairs written as two numeric references, which alone are no characters: `&#55357;&#56832;`. */
export function joinSurrogateReferences(text: string): string {
  if (!text.includes("&#")) return text;
  return text.replace(SURROGATE_PAIR, (pair, high: string, low: string) => {
    const [first = 0, second = 0] = [high, low].map((unit) => Number(unit.replace(/^x/i, "0x")));
    const isPair = first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000;
    return isPair ? String.fromCharCode(first, second) : pair;
  });
}

/** UTF-8 that was read as Latin-1 and encoded again: "cafÃ©". The whole text must be such, or it was meant. */
function undoDoubleEncoding(text: string): string {
  if (!DOUBLE_ENCODED.test(text) || BEYOND_LATIN1.test(text)) return text;
  try {
    return strictUtf8.decode(Buffer.from(text, "latin1"));
  } catch {
    return text; // No UTF-8: the characters were meant.
  }
}

/** Text without characters that XML or a database refuses; C1 controls become the windows-1252 characters they stood for. */
export function cleanCharacters(text: string): string {
  const decoded = undoDoubleEncoding(text);
  if (!UNCLEAN.test(decoded)) return decoded;
  return decoded
    .toWellFormed()
    .replace(FORBIDDEN, "")
    .replace(C1, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

/** Text with `& < >` as entities. */
export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function escapeAttribute(text: string): string {
  return escapeMarkup(text).replaceAll('"', "&quot;");
}

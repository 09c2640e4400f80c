import { Parser } from "htmlparser2";

/** Characters that XML 1.0 forbids. */
// oxlint-disable-next-line no-control-regex -- these characters are what the rule is about
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const NAMED_ENTITY = /&[a-zA-Z][a-zA-Z0-9]{1,31};/g;
const C1 = /[\u0080-\u009f]/g;

/** windows-1252 at 0x80 to 0x9F, which is what a C1 control in a feed was meant to be (HTML reads references so too). */
const WINDOWS_1252 = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at));

const namedEntities = new Map<string, string>();

function decodeNamed(reference: string): string {
  const known = namedEntities.get(reference);
  if (known !== undefined) return known;
  let text = "";
  new Parser({ ontext: (part) => (text += part) }).end(reference);
  // HTML knows about 2,200 names: unknown ones are not kept, so the map is bounded.
  if (text !== reference) namedEntities.set(reference, text);
  return text;
}

/** HTML's named entities as characters; XML knows only five. */
export function decodeNamedEntities(text: string): string {
  return text.includes("&") ? text.replace(NAMED_ENTITY, decodeNamed) : text;
}

/** Text without characters that XML or a database refuses; C1 controls become the windows-1252 characters they stood for. */
export function cleanCharacters(text: string): string {
  return text
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

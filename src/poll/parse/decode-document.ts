import iconv from "iconv-lite";
import * as jschardet from "jschardet";
import { charsetClaims } from "./charset-claims.ts";

/** Enough to guess a charset from; guessing costs about 4 ms for this much. */
const SNIFF_BYTES = 65_536;

/** Right guesses on one short item score 0.12 and more, guesses on a few accented letters a tenth of it. */
const LEAST_CONFIDENCE = 0.08;

/** Byte order marks. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Where the zero bytes of ASCII characters stand in wide encodings (XML 1.0, appendix F). */
const ZEROS: readonly (readonly [string, readonly boolean[]])[] = [
  ["utf-32be", [true, true, true, false]],
  ["utf-32le", [false, true, true, true]],
  ["utf-16be", [true, false, true, false]],
  ["utf-16le", [false, true, false, true]],
];
const FIRST_CHARACTERS = 4;

/** The wide encoding in which a document begins with a few ASCII characters, as every feed does; null: none. */
function wideByZeros(bytes: Buffer): string | null {
  const head = bytes.subarray(0, FIRST_CHARACTERS * 4);
  if (head.length < 4 || !head.includes(0)) return null;
  const wide = ZEROS.find(([, zeros]) => head.every((byte, at) => (byte === 0) === zeros[at % 4]));
  return wide?.[0] ?? null;
}

function decodeAs(bytes: Buffer, label: string): string | null {
  if (iconv.encodingExists(label)) return label === "utf-8" ? bytes.toString("utf8") : iconv.decode(bytes, label);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null; // A label that nobody knows is no claim at all.
  }
}

function decodeStrictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null; // Not UTF-8: that is the answer.
  }
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** Multi-byte characters of UTF-8 that are whole, and bytes above 0x7F that belong to none. */
function countUtf8(bytes: Buffer): { whole: number; bad: number } {
  let whole = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(lead);
    let found = 1;
    while (found < length && ((bytes[at + found] ?? 0) & 0xc0) === 0x80) found += 1;
    if (length > 0 && found === length) whole += 1;
    else bad += 1;
    at += length > 0 && found === length ? length : 1;
  }
  return { whole, bad };
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) count += 1;
  return count;
}

/** Charsets that shift between alphabets by escape sequences: their documents look like plain ASCII. */
function decodeShifting(bytes: Buffer, claims: readonly string[]): string | null {
  const label = claims.find((claim) => claim.startsWith("iso-2022-"));
  return label !== undefined && bytes.includes(0x1b) ? decodeAs(bytes, label) : null;
}

/** Markup is ASCII in every charset left to guess: without it the guess is two to three times as sure. */
function withoutMarkup(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1", 0, SNIFF_BYTES).replace(/<[^<>]*>/g, " "), "latin1");
}

function decodeByGuess(bytes: Buffer): string {
  const { encoding, confidence } = jschardet.detect(withoutMarkup(bytes));
  const isUsable = encoding !== null && confidence >= LEAST_CONFIDENCE && !/^(?:utf-8|ascii)$/i.test(encoding);
  return (isUsable ? decodeAs(bytes, encoding.toLowerCase()) : null) ?? new TextDecoder("windows-1252").decode(bytes);
}

/** Bytes that are not UTF-8: the first claim that decodes cleanly, then nearly clean ones, then a guess. */
function decodeLegacy(bytes: Buffer, claims: readonly string[]): string {
  const { whole, bad } = countUtf8(bytes);
  // Many whole multi-byte characters and next to no bad byte: a legacy label decodes anything, so it proves nothing.
  if (whole >= 8 && whole > 20 * bad) return bytes.toString("utf8");
  const readings = claims
    .filter((claim) => claim !== "utf-8")
    .map((claim) => decodeAs(bytes, claim))
    .filter((text) => text !== null);
  const clean = readings.find((text) => !text.includes("\ufffd"));
  if (clean !== undefined) return clean;
  if (whole > 4 * bad) return bytes.toString("utf8");
  return readings.find((text) => countReplaced(text) < 20 + bytes.length / 200) ?? decodeByGuess(bytes);
}

/**
 * Text of a document's bytes, without byte order mark; never throws.
 * Order: byte order mark or byte pattern; valid or almost valid UTF-8, whatever is claimed; then the HTTP charset and
 * the XML declaration (RFC 7303, section 3, with the order turned where the header only states a server default); then
 * a statistical guess; then windows-1252.
 */
export function decodeDocument(input: Uint8Array, contentType: string | null): string {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const mark = MARKS.find(([, lead]) => lead.every((byte, at) => bytes[at] === byte))?.[0] ?? wideByZeros(bytes);
  const claims = charsetClaims(bytes, contentType);
  const text =
    (mark === null ? null : decodeAs(bytes, mark)) ??
    decodeShifting(bytes, claims) ??
    decodeStrictUtf8(bytes) ??
    decodeLegacy(bytes, claims);
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

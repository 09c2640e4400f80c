import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeDocument } from "./decode-document.ts";

const russian = "Посол попросил убежища, сообщает министерство иностранных дел. Дипломат отказался вернуться домой.";
const greek = "Ο πρέσβης ζήτησε άσυλο και αρνήθηκε να επιστρέψει στην πατρίδα του.";

function feed(text: string, encoding?: string): string {
  const declared = encoding === undefined ? "" : ` encoding="${encoding}"`;
  return `<?xml version="1.0"${declared}?><rss><channel><title>${text}</title></channel></rss>`;
}

function bytesOf(text: string, charset: string, addBOM = false): Uint8Array {
  return iconv.encode(text, charset, { addBOM });
}

describe("the text of a document", () => {
  it.each([
    ["utf-8", russian],
    ["utf-16le", russian],
    ["utf-16be", russian],
    ["utf-32le", russian],
    ["utf-32be", russian],
  ])("comes from a byte order mark: %s", (charset, text) => {
    expect(decodeDocument(bytesOf(feed(text), charset, true), "text/xml; charset=windows-1251")).toBe(feed(text));
  });

  it.each(["utf-16le", "utf-16be", "utf-32le", "utf-32be"])(
    "comes from the byte pattern of %s without a mark",
    (charset) => {
      expect(decodeDocument(bytesOf(feed(greek), charset), null)).toBe(feed(greek));
      expect(decodeDocument(bytesOf(`\n<rss>${greek}`, charset), null)).toBe(`\n<rss>${greek}`);
    },
  );

  it.each([
    ["the declaration counts", "windows-1251", "windows-1251", null],
    ["the header counts", undefined, "koi8-r", "text/xml; charset=KOI8-R"],
    ["a quoted header counts", undefined, "windows-1251", "text/xml; charset='windows-1251'"],
    ["the header beats the declaration", "koi8-r", "windows-1251", "text/xml; charset=windows-1251"],
    [
      "a default in the header loses to the declaration",
      "windows-1251",
      "windows-1251",
      "text/xml; charset=iso-8859-1",
    ],
    ["UTF-8 in the header loses to bytes that are none", "windows-1251", "windows-1251", "text/xml; charset=utf-8"],
    ["valid UTF-8 beats every claim", "windows-1251", "utf-8", "text/xml; charset=koi8-r"],
    ["an unknown label is no claim", "x-nonsense", "utf-8", "text/xml; charset=bogus"],
    ["nothing declared is guessed", undefined, "windows-1251", null],
  ])("%s", (_fact, declared, real, contentType) => {
    const text = feed(russian, declared);
    expect(decodeDocument(bytesOf(text, real), contentType)).toBe(text);
  });

  it("is UTF-8 where a few bytes are broken", () => {
    const bytes = Buffer.concat([Buffer.from(feed(russian)), Buffer.from([0xff])]);
    expect(decodeDocument(bytes, "text/xml; charset=windows-1252")).toBe(`${feed(russian)}\ufffd`);
  });

  it("reads ISO-2022-JP, whose bytes look like ASCII", () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="iso-2022-jp"?><t>\u001b$BF|K\\\u001b(B</t>', "latin1");
    expect(decodeDocument(bytes, null)).toContain("<t>日本</t>");
  });

  it("is windows-1252 where all else fails", () => {
    expect(decodeDocument(Buffer.from([0x61, 0x93, 0x62]), null)).toBe("a“b");
  });

  it("never fails, whatever the bytes", () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const bytes = Uint8Array.from({ length: 300 }, (_, at) => (at * 7919 * (seed + 1)) % 256);
      expect(typeof decodeDocument(bytes, "text/xml; charset=utf-7")).toBe("string");
    }
  });
});

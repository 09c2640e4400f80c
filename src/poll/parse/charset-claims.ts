/** What a document and its transport say about its character set, before any byte is decoded. */

/** Labels that feeds use and neither the WHATWG table nor iconv-lite knows under this name. */
const ALIASES = new Map([
  ["u8", "utf-8"],
  ["utf_8", "utf-8"],
  ["utf8", "utf-8"],
  ["cp949", "euc-kr"],
  ["uhc", "euc-kr"],
  ["ms936", "gbk"],
  ["ms932", "shift_jis"],
  ["windows-31j", "shift_jis"],
  ["windows_31j", "shift_jis"],
  ["win-1251", "windows-1251"],
  ["x-sjis", "shift_jis"],
]);

/** A server's default rather than a statement about this document. */
const DEFAULTS = /^(?:iso[-_]?8859[-_]1|latin-?1|l1|us[-_]?ascii|ascii)$/;
const ASCII = /^(?:us[-_]?ascii|ascii|iso-ir-6)$/;
const UTF8 = /^utf-?8$/;
/** Documents in these are known by their byte pattern; whoever claims one without it is wrong. */
const WIDE = /^(?:utf[-_]?(?:16|32)|u16|u32|ucs-?[24])/;

function normalise(label: string | undefined): string | null {
  const name = (label ?? "").trim().toLowerCase();
  return name === "" ? null : (ALIASES.get(name) ?? name);
}

function ofContentType(contentType: string | null): string | null {
  const found = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,]+))/i.exec(contentType ?? "");
  return normalise(found?.[1] ?? found?.[2] ?? found?.[3]);
}

function ofDeclaration(head: string): string | null {
  const xml = /<\?xml[^>]*?encoding\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(head);
  const found = xml ?? /<meta[^>]*?charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>;/]+))/i.exec(head);
  return normalise(found?.[1] ?? found?.[2] ?? found?.[3]);
}

/**
 * Charset labels to try, most trustworthy first: the HTTP header, then the document's own declaration; but a header
 * that only states a server default loses to a more specific declaration.
 */
export function charsetClaims(bytes: Buffer, contentType: string | null): readonly string[] {
  const header = ofContentType(contentType);
  const declared = ofDeclaration(bytes.toString("latin1", 0, 1024));
  const headerIsDefault = header !== null && DEFAULTS.test(header) && declared !== null && !UTF8.test(declared);
  const ordered = headerIsDefault ? [declared, header] : [header, declared];
  return ordered.filter((label) => label !== null).filter((label) => !ASCII.test(label) && !WIDE.test(label));
}

/** A mail as the sink shows it: headers decoded, text and HTML parts as text. */
export interface ReadMail {
  /** Lower-case names, unfolded and decoded values; of repeated ones the first. */
  headers: Readonly<Record<string, string>>;
  text: string | null;
  html: string | null;
}

interface Entity {
  headers: Record<string, string>;
  /** One character a byte. */
  body: string;
}

/** Reads what nodemailer writes: RFC 5322 headers, RFC 2047 words, nested multiparts, base64 and quoted-printable. */
export function readMail(raw: Buffer): ReadMail {
  const root = splitEntity(raw.toString("latin1"));
  const headers = Object.fromEntries(Object.entries(root.headers).map(([name, value]) => [name, decodeWords(value)]));
  const leaves = listLeaves(root, 0);
  return { headers, text: leafText(leaves, "text/plain"), html: leafText(leaves, "text/html") };
}

function splitEntity(source: string): Entity {
  const end = source.search(/\r?\n\r?\n/);
  const head = end === -1 ? source : source.slice(0, end);
  const body = end === -1 ? "" : source.slice(end).replace(/^\r?\n\r?\n/, "");
  const headers: Record<string, string> = {};
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !(name in headers)) headers[name] = line.slice(colon + 1).trim();
  }
  return { headers, body };
}

function contentType({ headers }: Entity): string {
  return headers["content-type"] ?? "text/plain";
}

function listLeaves(entity: Entity, depth: number): Entity[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType(entity))?.[1];
  if (!/^multipart\//i.test(contentType(entity)) || boundary === undefined || depth > 5) return [entity];
  return entity.body
    .split(`--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith("--"))
    .flatMap((part) => listLeaves(splitEntity(part.replace(/^\r?\n/, "").replace(/\r?\n$/, "")), depth + 1));
}

function leafText(leaves: readonly Entity[], type: string): string | null {
  const leaf = leaves.find((each) => contentType(each).toLowerCase().startsWith(type));
  return leaf === undefined ? null : decodeBody(leaf).toString("utf8").replaceAll("\r\n", "\n");
}

function decodeBody({ headers, body }: Entity): Buffer {
  const encoding = (headers["content-transfer-encoding"] ?? "7bit").toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding === "quoted-printable") return Buffer.from(decodeQuoted(body.replaceAll(/=[ \t]*\r?\n/g, "")), "latin1");
  return Buffer.from(body, "latin1");
}

function decodeQuoted(text: string): string {
  return text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Encoded words of RFC 2047; those that stand next to each other are one text. */
function decodeWords(value: string): string {
  const joined = value.replaceAll(/\?=\s+=\?/g, "?==?");
  return joined.replaceAll(/(?:=\?[^?]+\?[bq]\?[^?]*\?=)+/gi, (words) => {
    const bytes = [...words.matchAll(/=\?[^?]+\?([bq])\?([^?]*)\?=/gi)].map(([, kind = "", text = ""]) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64")
        : Buffer.from(decodeQuoted(text.replaceAll("_", " ")), "latin1"),
    );
    return Buffer.concat(bytes).toString("utf8");
  });
}

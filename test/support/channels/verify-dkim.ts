import { createHash, verify, type KeyObject } from "node:crypto";

/**
 * Whether the first DKIM signature of a message holds (RFC 6376: rsa-sha256, relaxed/relaxed). Written from the
 * standard, apart from what signs.
 * @param raw the message, one character a byte
 */
export function verifyDkim(
  raw: string,
  publicKey: KeyObject,
): { body: boolean; headers: boolean; tags: Map<string, string> } {
  const end = raw.indexOf("\r\n\r\n");
  const fields = raw.slice(0, end + 2).match(/[^\r\n]+\r\n([ \t][^\r\n]*\r\n)*/g) ?? [];
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? "";
  const tags = readTags(signature);
  const bodyHash = createHash("sha256")
    .update(relaxBody(raw.slice(end + 4)), "latin1")
    .digest("base64");
  const signed = (tags.get("h") ?? "").split(":").map((name) => lastField(fields, name.trim()));
  const own = relaxHeader(signature.replace(/(;\s*b=)[^;]*/, "$1"));
  const data = [...signed.filter((field) => field !== undefined).map(relaxHeader), own].join("\r\n");
  const bytes = Buffer.from((tags.get("b") ?? "").replaceAll(/\s/g, ""), "base64");
  return {
    body: tags.get("bh") === bodyHash,
    headers: verify("sha256", Buffer.from(data, "latin1"), publicKey, bytes),
    tags,
  };
}

function readTags(field: string): Map<string, string> {
  const value = field.slice(field.indexOf(":") + 1).replaceAll(/\r\n/g, "");
  const pairs = value.split(";").map((tag) => /^\s*(\w+)\s*=\s*([\s\S]*?)\s*$/.exec(tag) ?? []);
  return new Map(pairs.map(([, name = "", content = ""]) => [name, content]));
}

function lastField(fields: readonly string[], name: string): string | undefined {
  return fields.findLast((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`));
}

function relaxHeader(field: string): string {
  const colon = field.indexOf(":");
  const value = field
    .slice(colon + 1)
    .replaceAll("\r\n", "")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
}

function relaxBody(body: string): string {
  const lines = body.split("\r\n").map((line) => line.replaceAll(/[ \t]+/g, " ").replace(/ $/, ""));
  while (lines.at(-1) === "") lines.pop();
  return lines.map((line) => `${line}\r\n`).join("");
}

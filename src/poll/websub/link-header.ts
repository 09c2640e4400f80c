import { NO_LINKS, type NamedLinks } from "./hub-links.ts";

/** `<target>` with its parameters (RFC 8288, section 3), white space already single. */
const LINK = /<([^<>]*)>((?: ?; ?[^ =;,"<>]+(?: ?= ?(?:"(?:[^"\\]|\\.)*"|[^ ;,"<>]*))?)*)/g;
const PARAMETER = /; ?([^ =;,"<>]+) ?= ?(?:"((?:[^"\\]|\\.)*)"|([^ ;,"<>]*))/g;

/** The first `rel` of a link counts; one with an `anchor` speaks of another document. */
function relationsOf(parameters: string): string[] {
  const values = new Map<string, string>();
  for (const [, name = "", quoted, token] of parameters.matchAll(PARAMETER)) {
    const key = name.toLowerCase();
    if (!values.has(key)) values.set(key, quoted ?? token ?? "");
  }
  return values.has("anchor") ? [] : (values.get("rel") ?? "").toLowerCase().split(" ");
}

/** The `hub` and `self` links of a `Link` header. */
export function readLinkHeader(header: string | readonly string[] | undefined): NamedLinks {
  if (header === undefined) return NO_LINKS;
  const text = typeof header === "string" ? header : header.join(", ");
  const hubs: string[] = [];
  let self: string | null = null;
  for (const [, target = "", parameters = ""] of text.replaceAll(/\s+/g, " ").matchAll(LINK)) {
    const relations = relationsOf(parameters);
    if (relations.includes("hub")) hubs.push(target);
    if (relations.includes("self")) self ??= target;
  }
  return { hubs, self };
}

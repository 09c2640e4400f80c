const PROBE = "`wirewatch feeds probe` with the feed's id shows every step";

const BY_KIND: Readonly<Record<string, string>> = {
  dns: "Check the host name in the feed's url, and the name servers of this machine.",
  connect: `Check the address, and whether this machine may reach the host; ${PROBE}.`,
  timeout: `Check whether this machine may reach the host; ${PROBE}. A slow server may recover by itself.`,
  unreachable: `Check the address, and whether this machine may reach the host; ${PROBE}.`,
  tls: "Its certificate cannot be trusted: tell the publisher; where it is signed by an authority of your own, set NODE_EXTRA_CA_CERTS to its file.",
  "too-large": "Look for a smaller feed of the publisher: 10 MB as sent and 20 MB unpacked are read.",
  "bad-coding": "The server packs its answer in a way that nobody can read: tell the publisher.",
  "blocked-address":
    "If the host is yours, name it under fetch.allow_private (`feeds probe`: --allow-private); else correct the feed's url, or remove it.",
  "http-status": "Nothing: its host wants no requests for a while, as its answer to another feed said.",
  redirect: "Open the address in a browser, and make the one where it ends the feed's url.",
  "cut-short": "The server breaks its answers off: tell the publisher if it lasts.",
  "not-stored":
    "The store refused its items: look at the free space of its disk and at the log; what the feed showed is read again.",
};

/** What reading a document came to, where it is known; what else can happen has used up its limits. */
const BY_DOCUMENT: Readonly<Record<string, string>> = {
  "not-a-feed":
    "The address shows something else than a feed: look up the feed's new address and change its url, or remove it.",
  parse: "Tell the publisher what is wrong with the document.",
};
const GIVEN_UP = "Ask the publisher for a smaller one, or remove the feed.";
const LOOK = "`wirewatch feeds probe ID --kept bad` shows the document.";

/** About a feed that reads well and shows nothing new. */
export const SILENT_REMEDY =
  "Look at the feed and its site in a browser: it may have moved. `expect_every` sets how long it may be silent.";

const REFUSED =
  "The server shuts this program out: ask the publisher to let it in (its requests carry fetch.contact), or take another feed.";
const MISSING =
  "Look up the feed's new address (`wirewatch feeds probe` with the site's address names its feeds) and change its url, or remove it.";

const BY_STATUS: ReadonlyMap<number, string> = new Map([
  ...[400, 401, 403, 406, 451].map((status) => [status, REFUSED] as const),
  [404, MISSING],
  [410, MISSING],
  [429, "The server is asked too often: give its feeds a longer every."],
]);

/**
 * What an operator can do about a feed that cannot be read, in one or two sentences.
 * @param kind of a `PollFailure`, or `unreachable` for any of those that reach no server
 */
export function remedyFor(kind: string, httpStatus: number | null): string {
  if (httpStatus !== null) {
    return BY_STATUS.get(httpStatus) ?? "The server has trouble of its own: tell the publisher if it lasts.";
  }
  return BY_KIND[kind] ?? `${documentRemedy(kind)} ${LOOK}`;
}

/** The same about a document that lies before the operator. */
export function documentRemedy(kind: string): string {
  return BY_DOCUMENT[kind] ?? GIVEN_UP;
}

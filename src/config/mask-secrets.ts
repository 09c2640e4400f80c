import { isPair, isScalar, visit, type Document } from "yaml";
import type { Stretch } from "./scalar-offsets.ts";

/** Keys whose text is a secret, in the configuration of today and in likely slips. */
export const SECRET_KEYS: ReadonlySet<string> = new Set([
  "token",
  "app_token",
  "secret",
  "smtp",
  "password",
  "webhook",
  "topic",
  "key",
]);
/** Keys whose whole content is secret, but for durations. */
const SECRET_SECTIONS = new Set(["tokens", "heartbeat"]);
const DURATION = /^\d+[a-z]+$/;
/** Secrets that are known by their look: tokens of Slack, Telegram and ntfy, passwords in addresses. */
const SECRET_LOOKS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|\b\d{6,12}:[\w-]{30,}|\btk_\w{20,}|(?<=:\/\/[^\s/:@]*:)[^\s"']+(?=@)/g;

/** Where literal secrets stand in a document. */
export function findSecrets(document: Document): Stretch[] {
  const found: Stretch[] = [];
  visit(document, {
    Pair(_key, pair, ancestors) {
      const isSecret = SECRET_KEYS.has(keyOf(pair)) || SECRET_SECTIONS.has(keyOf(ancestors.at(-2)));
      if (!isSecret || !isScalar(pair.value) || typeof pair.value.value !== "string") return;
      if (keyOf(pair) === "every" && DURATION.test(pair.value.value)) return;
      const [start, end] = pair.value.range ?? [0, 0];
      found.push({ start, end });
    },
  });
  return found;
}

function keyOf(node: unknown): string {
  return isPair(node) && isScalar(node.key) ? String(node.key.value) : "";
}

interface Masked {
  text: string;
  secrets: readonly Stretch[];
}

/** A stretch of a text with every literal secret as asterisks, of the same length. */
export function maskSecrets({ text, secrets }: Masked, { start, end }: Stretch): string {
  let shown = text.slice(start, end);
  for (const secret of secrets) {
    const from = Math.max(0, secret.start - start);
    const to = Math.min(shown.length, secret.end - start);
    if (to > from) shown = shown.slice(0, from) + "*".repeat(to - from) + shown.slice(to);
  }
  return shown.replace(SECRET_LOOKS, (secret) => "*".repeat(secret.length));
}

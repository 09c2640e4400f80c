const REDACTED = "[redacted]";

/** Names whose values are secrets, alone or as the end of a longer one: `token`, `slackToken`, `smtp_password`. */
const SECRET_NAME = /(password|passphrase|token|secret|authorization|cookie|api_?key|credential|webhook|smtp)s?$/i;

/** Secrets that can be told by their shape, wherever they stand in a text. */
const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"\\]*@/gi, `$1${REDACTED}@`],
  [/(hooks\.slack\.com\/)[^\s"\\]+/gi, `$1${REDACTED}`],
  [/(\/hooks\/websub\/)[\w-]+/g, `$1${REDACTED}`],
  [/\b(bot)?\d{6,12}:[\w-]{30,}|\btk_\w{20,}/g, REDACTED],
  [/\bxox[a-z]-[\w-]+|\bxapp-[\w-]+/gi, REDACTED],
  [/([?&][\w-]*(?:token|key|secret|password|signature|sig)=)[^&#\s"\\]+/gi, `$1${REDACTED}`],
];

const DEEPEST = 8;

/**
 * The text without credentials in addresses, callbacks of hubs, tokens of Slack, Telegram and ntfy, hooks of Slack, and
 * keys in queries.
 */
export function withoutSecretText(text: string): string {
  return SECRET_SHAPES.reduce((rest, [shape, replacement]) => rest.replace(shape, replacement), text);
}

/** What an error says, and its causes; other properties stay behind, since libraries hang requests and headers on them. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const described: Record<string, unknown> = { type: error.name, message: error.message, stack: error.stack };
  if ("code" in error) described["code"] = String(error.code);
  if (error.cause !== undefined) described["cause"] = clean(error.cause, depth + 1);
  if (error instanceof AggregateError) described["errors"] = clean(error.errors, depth + 1);
  return described;
}

function cleanFields(fields: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(fields);
  return Object.fromEntries(
    entries.map(([name, value]: [string, unknown]) => {
      const hidden = SECRET_NAME.test(name) && value !== null && value !== undefined;
      return [name, hidden ? REDACTED : clean(value, depth + 1)];
    }),
  );
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return "[deeper]";
  if (value instanceof Error) return describeError(value, depth);
  if (Array.isArray(value)) return value.map((entry: unknown) => clean(entry, depth + 1));
  if ("toJSON" in value) return value;
  return cleanFields(value, depth);
}

/** A copy in which no value under a secret's name is left, at any depth; errors become type, message, stack and cause. */
export function withoutSecretFields(fields: object): Record<string, unknown> {
  return cleanFields(fields, 0);
}

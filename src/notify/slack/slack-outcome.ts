import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import type { SendOutcome } from "../channel.ts";
import { cleanLine } from "../clean-text.ts";
import { neverLeft } from "../network-error.ts";

type Unsent = Exclude<SendOutcome, { kind: "sent" }>;
type Rejection = Extract<SendOutcome, { kind: "rejected" }>["reason"];

const WAIT_WITHOUT_HEADER = 60_000;

/** Errors that pass by themselves (https://docs.slack.dev/reference/methods/chat.postMessage, "Errors"). */
const PASSING = new Set([
  "ratelimited",
  "rate_limited",
  "message_limit_exceeded",
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
  "org_login_required",
  "external_channel_migrating",
]);
/** The documentation says of these that part of the operation may have succeeded. */
const PERHAPS_DONE = new Set(["internal_error", "fatal_error", "request_timeout"]);

const CREDENTIALS = "set a bot token with chat:write and reload wirewatch (restart it if the environment has it)";
const INVITE = "invite the bot to the channel; it needs no restart";
const CHANNEL = "set slack.channel to the id of an open channel the bot can see, and reload wirewatch";

/** What was to be edited or answered is not there any more. */
const GONE = new Set(["message_not_found", "thread_not_found"]);

/** Refusals that hold for every message until an operator acts, and what to do. */
const CHANNEL_REFUSALS: Readonly<Record<string, readonly [Rejection, string]>> = {
  invalid_auth: ["bad-credentials", CREDENTIALS],
  not_authed: ["bad-credentials", CREDENTIALS],
  token_revoked: ["bad-credentials", CREDENTIALS],
  token_expired: ["bad-credentials", CREDENTIALS],
  account_inactive: ["bad-credentials", CREDENTIALS],
  not_allowed_token_type: ["bad-credentials", CREDENTIALS],
  missing_scope: [
    "bad-credentials",
    "add the scope chat:write to the Slack app, install it again and reload wirewatch",
  ],
  no_permission: [
    "bad-credentials",
    "add the scope chat:write to the Slack app, install it again and reload wirewatch",
  ],
  accesslimited: ["bad-credentials", "ask a workspace admin: access to the workspace is limited"],
  two_factor_setup_required: ["bad-credentials", "let the app's owner set up two-factor authentication in Slack"],
  team_not_found: ["bad-credentials", CREDENTIALS],
  access_denied: ["bad-credentials", "ask a workspace admin to allow the app"],
  team_access_not_granted: ["bad-credentials", "ask a workspace admin to allow the app"],
  ekm_access_denied: ["bad-credentials", "ask a workspace admin: posting is suspended"],
  enterprise_is_restricted: ["bad-credentials", "ask an organisation admin to allow the app"],
  channel_not_found: ["unknown-channel", CHANNEL],
  channel_is_archived: ["unknown-channel", CHANNEL],
  is_archived: ["unknown-channel", CHANNEL],
  is_inactive: ["unknown-channel", CHANNEL],
  not_in_channel: ["unknown-channel", INVITE],
  restricted_action: ["unknown-channel", "ask a workspace admin who may post in the channel"],
  restricted_action_read_only_channel: ["unknown-channel", "ask a workspace admin who may post in the channel"],
  restricted_action_thread_only_channel: ["unknown-channel", "choose a channel that allows posts outside threads"],
  messages_tab_disabled: ["unknown-channel", "switch the app's Messages tab on"],
};

/** Translates what `@slack/web-api` throws (strict settings) into an outcome; holds no text from the request. */
export function readSlackFailure(error: unknown, channelId: string): Unsent {
  if (error instanceof WebAPIRateLimitedError) return rateLimited(error.retryAfter * 1000);
  if (error instanceof WebAPIPlatformError) return readRefusal(error, channelId);
  if (error instanceof WebAPIHTTPError) {
    return retry("server-error", `Slack answered HTTP ${error.statusCode}`, error.statusCode >= 500);
  }
  if (error instanceof WebAPIRequestError) return readRequestError(error.original);
  // A 429 without a usable Retry-After is a plain Error of the library, known only by its words.
  if (error instanceof Error && error.message.startsWith("Retry header did not contain")) {
    return rateLimited(WAIT_WITHOUT_HEADER);
  }
  if (isTimeout(error)) return retry("timeout", "Slack did not finish its answer in time", true);
  // JSON that is no object ends as a plain TypeError, a body cut off in the middle as whatever fetch throws.
  return retry("server-error", "Slack's answer could not be read", true);
}

/** Whether Slack refuses to edit a message that it still has: an administrator limits how long or who may. */
export function isUneditable(error: unknown): boolean {
  return (
    error instanceof WebAPIPlatformError &&
    (error.data.error === "edit_window_closed" || error.data.error === "cant_update_message")
  );
}

function readRefusal({ data }: WebAPIPlatformError, channelId: string): Unsent {
  const code = data.error;
  // The library passes on the text of an answer that is no JSON (a proxy's page) as if it were Slack's error.
  if (typeof code !== "string" || !/^[a-z0-9_]{2,80}$/.test(code)) {
    return retry("server-error", "Slack's answer was not JSON: a proxy may have spoken in its place", true);
  }
  if (code === "ratelimited" || code === "rate_limited") {
    return rateLimited((data.response_metadata?.retryAfter ?? 60) * 1000);
  }
  if (PASSING.has(code)) return retry("server-error", `Slack answered ${code}`, PERHAPS_DONE.has(code));

  if (GONE.has(code)) {
    const detail = `Slack has not got the message any more (${code}): somebody deleted it`;
    return { kind: "rejected", reason: "message-gone", detail, scope: "message", recipients: [] };
  }

  const refusal = CHANNEL_REFUSALS[code];
  if (refusal !== undefined) {
    const [reason, remedy] = refusal;
    const detail = `Slack refused to post for channel ${channelId} (${code}): ${remedy}`;
    return { kind: "rejected", reason, detail, scope: "channel", recipients: [] };
  }
  const why = cleanLine((data.response_metadata?.messages ?? []).slice(0, 3).join("; "), 300);
  const detail = `Slack refused this message for channel ${channelId} (${code}${why === "" ? "" : `: ${why}`}): report it, other messages are not affected`;
  return { kind: "rejected", reason: "message-refused", detail, scope: "message", recipients: [] };
}

function readRequestError(original: Error): Unsent {
  if (isTimeout(original)) return retry("timeout", "Slack did not answer in time", true);
  const left = !neverLeft(original);
  return retry("unreachable", left ? "The connection to Slack broke" : "Slack could not be reached", left);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
}

function rateLimited(retryAfterMs: number): Unsent {
  const detail = `Slack asks to wait ${Math.ceil(retryAfterMs / 1000)} s`;
  return {
    kind: "retry",
    reason: "rate-limited",
    detail,
    retryAfterMs,
    scope: "channel",
    ambiguous: false,
    recipients: [],
  };
}

function retry(reason: "server-error" | "timeout" | "unreachable", detail: string, ambiguous: boolean): Unsent {
  return { kind: "retry", reason, detail, retryAfterMs: null, scope: "channel", ambiguous, recipients: [] };
}

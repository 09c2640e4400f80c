import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";

/** Why Slack opened no connection. `detail` holds no secret. */
export interface SocketFailure {
  /** Not before a person acts. */
  refused: boolean;
  detail: string;
  /** Slack's wish, ms; null: none. */
  retryAfterMs: number | null;
}

const TOKEN =
  "set slack.app_token to an app-level token (xapp-…) of this app and reload wirewatch (restart it if the environment has it)";
const ADMIN = "ask a workspace admin to allow the app";

/** What to do about an error of `apps.connections.open` (https://docs.slack.dev/reference/methods/apps.connections.open). */
const REMEDIES: Readonly<Record<string, string>> = {
  invalid_auth: TOKEN,
  not_authed: TOKEN,
  token_revoked: TOKEN,
  token_expired: TOKEN,
  account_inactive: TOKEN,
  not_allowed_token_type: `${TOKEN}; this one is of another kind`,
  user_removed_from_team: TOKEN,
  missing_scope: "give the app-level token the scope connections:write",
  no_permission: "give the app-level token the scope connections:write",
  team_disabled: ADMIN,
  forbidden_team: ADMIN,
  access_denied: ADMIN,
  team_access_not_granted: ADMIN,
};

/** Translates what `SocketModeClient.start` throws; undefined: the connection closed before Slack greeted. */
export function readSocketFailure(error: unknown): SocketFailure {
  if (error instanceof WebAPIRateLimitedError) return lost("Slack asks to wait", error.retryAfter * 1000);
  if (error instanceof WebAPIPlatformError) return readRefusal(error.data.error);
  if (error instanceof WebAPIHTTPError) return lost(`Slack answered HTTP ${error.statusCode}`);
  if (error instanceof WebAPIRequestError) return lost("Slack could not be reached");
  return lost("The connection to Slack closed before it was ready");
}

/** An error that no one can name passes by itself, as a rule. */
function readRefusal(code: unknown): SocketFailure {
  // The library passes on the text of an answer that is no JSON (a proxy's page) as if it were Slack's error.
  if (typeof code !== "string" || !/^[a-z0-9_]{2,80}$/.test(code)) return lost("Slack's answer was not JSON");
  const remedy = REMEDIES[code];
  if (remedy === undefined) return lost(`Slack answered ${code}`);
  return { refused: true, detail: `Slack refused the app token (${code}): ${remedy}`, retryAfterMs: null };
}

function lost(detail: string, retryAfterMs: number | null = null): SocketFailure {
  return { refused: false, detail, retryAfterMs };
}

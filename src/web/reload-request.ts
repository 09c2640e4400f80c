/** Where a running program is asked, by POST, to take over its configuration anew. */
export const RELOAD_PATH = "/-/reload";
/** Must be sent with the value 1. */
export const RELOAD_HEADER = "X-Wirewatch-Reload";

import { RE2JS, RE2JSException } from "re2js";

/** What is wrong with a regular expression; null when it is sound. Linear time is the promise of the RE2 syntax. */
export function findPatternFault(source: string): { code: string; message: string } | null {
  if (source === "") return { code: "pattern-empty", message: "the regular expression between the slashes is empty" };
  try {
    if (!RE2JS.compile(source).matcher("").find()) return null;
    return {
      code: "pattern-matches-empty",
      message:
        "this regular expression matches the empty text, so it is true of every item: demand at least one letter",
    };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const reason = error.message.replace(/^error parsing regexp: /u, "");
    return {
      code: "pattern-syntax",
      message: `not a regular expression that runs in linear time (RE2 syntax; no look-around, no back-references): ${reason}`,
    };
  }
}

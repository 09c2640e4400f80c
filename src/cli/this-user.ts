import { userInfo } from "node:os";

/** Who pauses a feed, unless said otherwise: the user's name, or its number where the system knows no name for it. */
export function thisUser(): string {
  return process.env["USER"] ?? nameOfUser();
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

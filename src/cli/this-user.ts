/** Who pauses a feed, unless said otherwise: the user's name, or its number where a container knows no name for it. */
export function thisUser(): string {
  return process.env["USER"] ?? `user ${process.getuid?.() ?? "unknown"}`;
}

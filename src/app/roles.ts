/** What one process of wirewatch does; all of them, unless several processes share a queue. */
export const ROLES = ["schedule", "poll", "match", "deliver", "web"] as const;
export type Role = (typeof ROLES)[number];

/** A command was given something it cannot do; the command line ends with the usage exit code. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Roles were asked for, but the configured queue stays in one process: the configuration must change. */
export class UnsharedQueueError extends Error {
  override readonly name = "UnsharedQueueError";
}

/**
 * Reads `--roles schedule,web`.
 * @param queue the configured queue; roles need one that processes can share
 * @throws UsageError naming the unknown role
 * @throws UnsharedQueueError where the queue is `local`
 */
export function parseRoles(list: string | undefined, queue: string): readonly Role[] {
  if (list === undefined) return ROLES;
  if (queue === "local")
    throw new UnsharedQueueError(
      "--roles needs a queue that processes share: set queue to redis://… or postgres, or leave --roles out",
    );
  return list.split(",").map((name) => {
    const role = ROLES.find((known) => known === name.trim());
    if (role === undefined) throw new UsageError(`unknown role "${name.trim()}": write some of ${ROLES.join(",")}`);
    return role;
  });
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PRELOAD = fileURLToPath(new URL("die-at-point.ts", import.meta.url));

/** The folder by which processes agree on the point at which one of them dies: see die-at-point.ts. */
export interface DeathPoints {
  /** What a process needs to pass points, under a name that stands in theirs. */
  envOf(who: string): Readonly<Record<string, string>>;
  /** The next one to reach this point dies; whatever was noted before is forgotten. */
  arm(point: string): void;
  /** The points that were passed since. */
  disarm(): readonly string[];
  died(): boolean;
}

/** @param receivers their names by the origin of their address */
export function openDeathPoints(folder: string, receivers: Readonly<Record<string, string>>): DeathPoints {
  mkdirSync(folder);
  const [armed, points, died] = [join(folder, "armed"), join(folder, "points"), join(folder, "died")];
  return {
    envOf: (who) => ({
      NODE_OPTIONS: `--import=${PRELOAD}`,
      CRASH_FOLDER: folder,
      CRASH_RECEIVERS: JSON.stringify(receivers),
      CRASH_WHO: who,
    }),
    arm(point) {
      rmSync(died, { force: true });
      writeFileSync(points, "");
      writeFileSync(armed, point);
    },
    disarm() {
      rmSync(armed, { force: true });
      return numbered(readFileSync(points, "utf8").split("\n").filter(Boolean));
    },
    died: () => existsSync(died),
  };
}

/** Each with the number of its occurrence, which tells points of one kind apart. */
function numbered(passed: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return passed.map((kind) => {
    const nth = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, nth);
    return `${kind} #${nth}`;
  });
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startWirewatch, type WirewatchProcess } from "./daemon-process.ts";
import type { DeathNewsroom } from "./death-newsroom.ts";
import { NEWSROOM_ENV } from "./newsroom-yaml.ts";
import { waitUntil } from "./wait-until.ts";

const PRELOAD = fileURLToPath(new URL("die-at-point.ts", import.meta.url));
const ROLES = { scheduler: "schedule,web", first: "poll,match,deliver", second: "poll,match,deliver" } as const;
type Who = keyof typeof ROLES;
interface Crew {
  start(): Promise<void>;
  /** The next one to reach this point dies; whatever was noted before is forgotten. */
  arm(point: string): void;
  /** The points that were passed since. */
  disarm(): readonly string[];
  died(): boolean;
  /** Whoever is dead is started again, as an init system would. */
  replaceDead(): Promise<void>;
  killAll(): Promise<void>;
}

/** A scheduler and two workers that die at the point that is armed: see die-at-point.ts. */
export function createCrew(newsroom: DeathNewsroom): Crew {
  const crashFolder = join(newsroom.folder, "crash");
  mkdirSync(crashFolder);
  const armed = join(crashFolder, "armed");
  const points = join(crashFolder, "points");
  const died = join(crashFolder, "died");
  const members = new Map<Who, { process: WirewatchProcess; ended: boolean }>();

  function start(who: Who): void {
    const process = startWirewatch(["run", "--config", newsroom.configFolder, "--roles", ROLES[who]], {
      ...NEWSROOM_ENV,
      NODE_OPTIONS: `--import=${PRELOAD}`,
      CRASH_FOLDER: crashFolder,
      CRASH_RECEIVERS: JSON.stringify(newsroom.receivers),
      CRASH_WHO: who === "scheduler" ? "scheduler" : "worker",
    });
    const member = { process, ended: false };
    process.ended.then(
      () => (member.ended = true),
      () => (member.ended = true),
    );
    members.set(who, member);
  }
  return {
    async start(): Promise<void> {
      start("scheduler");
      const first = members.get("scheduler");
      await waitUntil(
        "the scheduler starts",
        60_000,
        () => first?.process.stderr().includes("wirewatch started") === true,
      );
      start("first");
      start("second");
    },
    arm(point: string): void {
      for (const file of [points, died]) rmSync(file, { force: true });
      writeFileSync(points, "");
      writeFileSync(armed, point);
    },
    disarm(): readonly string[] {
      rmSync(armed, { force: true });
      return numbered(readFileSync(points, "utf8").split("\n").filter(Boolean));
    },
    died: (): boolean => existsSync(died),
    async replaceDead(): Promise<void> {
      for (const [who, { ended }] of members) if (ended) start(who);
    },
    async killAll(): Promise<void> {
      for (const { process } of members.values()) process.kill("SIGKILL");
      await Promise.all([...members.values()].map(({ process }) => process.ended));
    },
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

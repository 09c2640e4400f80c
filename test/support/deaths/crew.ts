import { httpAddressOf, startDaemonProcess, startWirewatch, type WirewatchProcess } from "../daemon/daemon-process.ts";
import { waitUntil } from "../wait-until.ts";

/** Roles of the processes where several share a store: a scheduler and two workers. */
export const SEVERAL = ["schedule,web", "poll,match,deliver", "poll,match,deliver"] as const;

export interface MemberOptions {
  /** Of `wirewatch run`. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
}

/** Processes that work together; whoever dies is started again, as an init system would. */
export interface Crew {
  size: number;
  /** One after the other: the first one makes the tables. */
  startAll(): Promise<void>;
  /** Kills the process with that number and starts it again; does not wait until it runs. */
  replace(index: number): Promise<void>;
  /** Has every process that runs take over its configuration anew; does not wait until they did. */
  reloadAll(): void;
  /** Starts those again that died by themselves; does not wait until they run. */
  replaceDead(): void;
  /** The first process, running and serving pages. */
  restored(): Promise<WirewatchProcess>;
  /** Errors that processes have logged. */
  complaints(): string;
  endAll(signal: NodeJS.Signals): Promise<void>;
}

interface Member {
  process: WirewatchProcess;
  isDead: boolean;
}

export function createCrew(all: readonly MemberOptions[]): Crew {
  const members: Member[] = [];
  const dead: WirewatchProcess[] = [];

  function put(index: number, process: WirewatchProcess): void {
    const member = { process, isDead: false };
    function noteDeath(): void {
      member.isDead = true;
    }
    process.ended.then(noteDeath, noteDeath);
    members[index] = member;
  }
  function memberAt(index: number): Member {
    const member = members[index];
    if (member === undefined) throw new Error(`there is no process ${index}`);
    return member;
  }
  function startAgain(index: number): void {
    const { args = [], env = {} } = all[index] ?? {};
    dead.push(memberAt(index).process);
    put(index, startWirewatch(["run", ...args], env));
  }

  return {
    size: all.length,
    async startAll() {
      for (const [index, { args, env }] of all.entries()) put(index, await startDaemonProcess(args, env));
    },
    async replace(index) {
      const { process } = memberAt(index);
      process.kill("SIGKILL");
      await process.ended;
      startAgain(index);
    },
    reloadAll() {
      for (const { process, isDead } of members)
        if (!isDead && process.stderr().includes("wirewatch started")) process.kill("SIGHUP");
    },
    replaceDead() {
      for (const [index, { isDead }] of members.entries()) if (isDead) startAgain(index);
    },
    async restored() {
      const { process } = memberAt(0);
      await waitUntil("the first process serves its pages", 30_000, () => httpAddressOf(process) !== "");
      return process;
    },
    complaints() {
      const lines = [...dead, ...members.map(({ process }) => process)].flatMap((each) => each.stderr().split("\n"));
      return lines.filter((line) => /"level":"error"|^wirewatch:/.test(line)).join("\n");
    },
    async endAll(signal) {
      for (const { process } of members) process.kill(signal);
      await Promise.all(members.map(({ process }) => process.ended));
    },
  };
}

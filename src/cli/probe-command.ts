import { writeFile } from "node:fs/promises";
import type { Probe } from "../app/probe-feed.ts";
import { probeAddress, probeConfigured, probeKept } from "../app/probe-known.ts";
import { describeProbe } from "./describe-probe.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";

interface ProbeFlags {
  config: string;
  kept?: "good" | "bad";
  items: string;
  allowPrivate?: true;
  raw?: true;
  save?: string;
  json?: true;
}

/** `wirewatch feeds probe URL|ID`: one look, nothing stored; exit 1 when no item could be read. */
export async function runProbe(target: string, flags: ProbeFlags): Promise<void> {
  const probe = await probeTarget(target, flags);
  if (probe === undefined) return;
  if (flags.save !== undefined) await writeFile(flags.save, probe.body ?? "");
  if (flags.raw === true) process.stdout.write(probe.body ?? "");
  else if (flags.json === true) console.log(JSON.stringify({ ...probe, body: undefined }, null, 2));
  else console.log(describeProbe(probe, Number(flags.items)));
  if (probe.feed === null) process.exitCode = EXIT.failed;
}

async function probeTarget(target: string, flags: ProbeFlags): Promise<Probe | undefined> {
  const allowPrivate = flags.allowPrivate === true;
  if (/^https?:\/\//i.test(target) && URL.canParse(target)) {
    if (flags.kept === undefined) return probeAddress(target, { allowPrivate });
    return refuse("--kept needs the id of a configured feed, not an address");
  }
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return undefined;
  const { config } = loaded;
  if (!config.feeds.some(({ id }) => id === target))
    return refuse(`no feed has the id "${target}"; give an id of \`wirewatch feeds list\`, or an http address`);
  if (flags.kept === undefined) return probeConfigured(config, target, { allowPrivate });
  const kept = await probeKept(config, process.env, { id: target, verdict: flags.kept });
  if (kept === undefined) return refuse(`no ${flags.kept} document of ${target} is kept`);
  const why = kept.failure === null ? "" : `; it could not be read then: ${kept.failure}`;
  console.error(`kept since ${new Date(kept.fetchedAt).toISOString()}${why}`);
  return kept.probe;
}

function refuse(message: string): undefined {
  console.error(message);
  process.exitCode = EXIT.usage;
  return undefined;
}

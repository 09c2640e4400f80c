import type { Probe } from "../app/probe-feed.ts";
import { findSubscription } from "../app/find-subscription.ts";
import { probeAddress, probeConfigured, probeKept } from "../app/probe-known.ts";
import { localTime } from "../core/local-time.ts";
import { describeProbe, printSubscription } from "./describe-probe.ts";
import type { SubscriptionLine } from "../pipeline/inspect/describe-subscription.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";
import { refuse } from "./refuse.ts";
import { complain, say } from "./say.ts";
import { unknownId } from "./unknown-id.ts";
import { writeOutput } from "./write-output.ts";

interface ProbeFlags {
  config: string;
  kept?: "good" | "bad";
  items: string;
  allowPrivate?: true;
  fullText?: true;
  raw?: true;
  save?: string;
  json?: true;
}

/** `wirewatch feeds probe URL|ID`: one look, nothing stored; exit 1 when no item could be read. */
export async function runProbe(target: string, flags: ProbeFlags): Promise<void> {
  if (!/^\d+$/.test(flags.items)) return refuse(`--items ${flags.items}: write a whole number, such as 3`);
  const probed = await probeTarget(target, flags);
  if (probed === undefined) return;
  const { probe, subscription, zone } = probed;
  if (flags.save !== undefined) await writeOutput(flags.save, probe.body ?? "");
  if (flags.raw === true) process.stdout.write(probe.body ?? "");
  else if (flags.json === true) say(JSON.stringify({ ...probe, subscription, body: undefined }, null, 2));
  else {
    say(describeProbe(probe, { shown: Number(flags.items), zone }));
    if (subscription !== null) say(printSubscription(subscription, zone));
  }
  if (probe.feed === null) process.exitCode = EXIT.failed;
}

interface Probed {
  probe: Probe;
  /** Of a configured feed; null: it has none. */
  subscription: SubscriptionLine | null;
  /** Of the configuration; UTC without one. */
  zone: string;
}

async function probeTarget(target: string, flags: ProbeFlags): Promise<Probed | undefined> {
  const wish = { allowPrivate: flags.allowPrivate === true, fullText: flags.fullText === true };
  if (/^https?:\/\//i.test(target) && URL.canParse(target)) {
    if (flags.kept === undefined) return { probe: await probeAddress(target, wish), subscription: null, zone: "UTC" };
    return refuse("--kept needs the id of a configured feed, not an address");
  }
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return undefined;
  const { config } = loaded;
  const zone = config.timezone;
  const feed = config.feeds.find(({ id }) => id === target);
  if (feed === undefined) return refuse(`${target} is no http address, and ${unknownId("feed", target, config.feeds)}`);
  const subscription = await findSubscription(config, process.env, target);
  if (flags.kept === undefined)
    return { probe: await probeConfigured(config, process.env, { feed, ...wish }), subscription, zone };
  const kept = await probeKept(config, process.env, { feed, verdict: flags.kept });
  if (kept === undefined) return refuse(`no ${flags.kept} document of ${target} is kept`);
  const why = kept.failure === null ? "" : `; it could not be read then: ${kept.failure}`;
  complain(`kept since ${localTime(kept.fetchedAt, zone)}${why}`);
  return { probe: kept.probe, subscription, zone };
}

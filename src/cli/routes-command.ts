import { askRoutes, type AskedRoutes } from "../app/ask-routes.ts";
import { Language } from "../core/schema.ts";
import type { Severity } from "../core/vocabulary.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";
import { readInstant } from "./read-instant.ts";
import { refuse } from "./refuse.ts";
import { complain, say } from "./say.ts";
import { unknownId } from "./unknown-id.ts";

interface RouteFlags {
  config: string;
  watch: string;
  at: string;
  severity?: Severity;
  lang?: string;
  expect?: string;
  json?: true;
}

/** `wirewatch routes test`: who would hear of a match, when, and why. */
export async function testRoutesCommand(flags: RouteFlags): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { config } = loaded;
  const watch = config.watches.find(({ id }) => id === flags.watch);
  if (watch === undefined) return refuse(unknownId("live watch", flags.watch, config.watches));
  const at = readInstant(flags.at, config.timezone);
  if (at === null) return refuse(`--at ${flags.at}: write a time such as 2026-01-20T23:00 or 2026-01-20T23:00Z`);
  if (flags.lang !== undefined && !Language.safeParse(flags.lang).success)
    return refuse(`--lang ${flags.lang}: write a language code such as en or fa`);
  const expected = flags.expect?.split(",").flatMap((id) => id.trim() || []);
  const unknown = expected?.find((id) => config.channels.every((channel) => channel.id !== id));
  if (unknown !== undefined) return refuse(`--expect: ${unknownId("channel", unknown, config.channels)}`);
  const { severity = watch.severity, lang = null } = flags;
  const asked = askRoutes(config, { watch, severity, lang, at });
  const difference = expected === undefined ? null : differenceOf(expected, asked.heard);
  if (flags.json === true) say(JSON.stringify({ at, ...asked, ...difference }, null, 2));
  else say(describe(asked));
  if (difference !== null) tellDifference(difference);
}

interface Difference {
  missing: readonly string[];
  unexpected: readonly string[];
}

function differenceOf(expected: readonly string[], heard: readonly string[]): Difference {
  return {
    missing: expected.filter((id) => !heard.includes(id)),
    unexpected: heard.filter((id) => !expected.includes(id)),
  };
}

function tellDifference({ missing, unexpected }: Difference): void {
  if (missing.length > 0) complain(`expected, but not told: ${missing.join(", ")}`);
  if (unexpected.length > 0) complain(`told, but not expected: ${unexpected.join(", ")}`);
  if (missing.length + unexpected.length > 0) process.exitCode = EXIT.failed;
}

function describe({ routes }: AskedRoutes): string {
  if (routes.length === 0) return "No channel hears of it.";
  const width = Math.max(...routes.map(({ channelId }) => channelId.length));
  return routes
    .map((route) => `${route.channelId.padEnd(width)}  ${WORDS[route.kind]}  ${route.reason}${when(route)}`)
    .join("\n");
}

const WORDS = {
  send: "told at once ",
  hold: "held         ",
  collect: "collected    ",
  suppress: "not told     ",
  escalate: "escalated to ",
};

function when({ toldAt, timezone }: AskedRoutes["routes"][number]): string {
  if (toldAt === null) return "";
  const local = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(toldAt);
  return `, told at ${local.replaceAll(",", "")} ${timezone}`;
}

import { explainPasted, explainStored } from "../app/explain-item.ts";
import { describeWatchExplanation } from "./describe-explanation.ts";
import { describeLife } from "./describe-life.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";
import { stdinLines } from "./parse-command.ts";
import { knowsWatch } from "./rule-commands.ts";

interface ExplainFlags {
  config: string;
  watch?: string;
  json?: true;
}

/** `wirewatch explain ITEM`: what every watch says about an item and why, and what became of it; exit 1 when it is not known. */
export async function runExplain(given: string, flags: ExplainFlags): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined || !knowsWatch(loaded.config, flags.watch)) return;
  const options = { all: flags.watch !== undefined };
  if (given === "-") {
    const watches = explainPasted(loaded.config, (await Array.fromAsync(stdinLines())).join("\n"), flags.watch);
    if (flags.json === true) console.log(JSON.stringify({ kind: "pasted", watches }, null, 2));
    else console.log(watches.map((watch) => describeWatchExplanation(watch, options)).join("\n"));
    return;
  }
  const explained = await explainStored(loaded.config, given, flags.watch);
  if (explained.kind === "unknown") process.exitCode = EXIT.failed;
  if (flags.json === true) console.log(JSON.stringify(explained, null, 2));
  else if (explained.kind === "unknown") console.log(describeUnknown(given, explained.feeds));
  else {
    const watches = explained.watches.map((watch) => describeWatchExplanation(watch, options));
    console.log([...explained.lives.map(describeLife), "What the watches say today", ...watches].join("\n"));
  }
}

function describeUnknown(given: string, feeds: readonly { id: string; url: string }[]): string {
  if (!URL.canParse(given))
    return `nothing is stored under ${given}: give an item's id, its link, or - for standard input`;
  const carriers =
    feeds.length === 0
      ? ["  no configured feed is on its host: find one with `wirewatch feeds probe`"]
      : feeds.map(({ id, url }) => `  ${id}  ${url}`);
  return [`no stored item has the link ${given}`, "Feeds that could have carried it:", ...carriers].join("\n");
}

import { explainFetched, explainPasted, explainStored } from "../app/explain-item.ts";
import type { Config } from "../config/config.ts";
import { describeLife } from "../pipeline/inspect/describe-life.ts";
import { describeWatches } from "../pipeline/inspect/describe-watches.ts";
import { describeFetched, describeUnknown } from "./describe-link.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";
import { stdinLines } from "./parse-command.ts";
import { knowsWatch } from "./knows-watch.ts";
import { refuse } from "./refuse.ts";
import { say } from "./say.ts";

interface ExplainFlags {
  config: string;
  watch?: string;
  fetch?: true;
  json?: true;
}

/** `wirewatch explain ITEM`: what every watch says about an item and why, and what became of it; exit 1 when it is not known. */
export async function runExplain(given: string, flags: ExplainFlags): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined || !knowsWatch(loaded.config, flags.watch)) return;
  const { config } = loaded;
  if (given === "-") {
    const pasted = (await Array.fromAsync(stdinLines())).join("\n");
    if (pasted.trim() === "")
      return refuse("standard input is empty: give it a headline, or an item as `match` reads it");
    const watches = explainPasted(config, pasted, flags.watch);
    print(flags, { kind: "pasted", watches }, () => describeWatches(watches, { tree: flags.watch !== undefined }));
    return;
  }
  const explained = await explainStored(config, given, flags.watch);
  if (explained.kind === "stored") {
    print(flags, explained, () => {
      const watches = describeWatches(explained.watches, { tree: flags.watch !== undefined });
      return [
        ...explained.lives.map((life) => describeLife(life, config.timezone)),
        "What the watches say today",
        watches,
      ].join("\n");
    });
    return;
  }
  if (flags.fetch === true && /^https?:/i.test(given) && URL.canParse(given)) {
    await fetchAndExplain(config, given, { feeds: explained.feeds, flags });
    return;
  }
  process.exitCode = EXIT.failed;
  print(flags, explained, () => describeUnknown(given, explained.feeds));
}

async function fetchAndExplain(
  config: Config,
  link: string,
  { feeds, flags }: { feeds: Config["feeds"]; flags: ExplainFlags },
): Promise<void> {
  const fetched = await explainFetched(config, link, { feeds, watch: flags.watch });
  if (fetched.item === null) process.exitCode = EXIT.failed;
  print(flags, fetched, () => describeFetched(link, fetched, { tree: flags.watch !== undefined }));
}

function print({ json }: ExplainFlags, answer: object, describe: () => string): void {
  say(json === true ? JSON.stringify(answer, null, 2) : describe());
}

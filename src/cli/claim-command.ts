import { giveCommand } from "../app/give-command.ts";
import { localTime } from "../core/local-time.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";
import { refuse } from "./refuse.ts";
import { complain, say } from "./say.ts";

/** `wirewatch claim STORY`: somebody takes care of it, so it is not escalated; exit 1 when somebody else does already. */
export async function claimCommand(id: string, flags: { config: string; author: string; json?: true }): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { author } = flags;
  const answer = await giveCommand(loaded.config, process.env, { kind: "claim", storyId: id, author });
  if (answer.kind === "unknown-story") return refuse(`there is no story, and no item in one, with the id ${id}`);
  const since = localTime(answer.claimedAt, loaded.config.timezone);
  const whose = `${answer.storyId} is ${answer.author}'s since ${since}`;
  if (answer.kind === "already-claimed") process.exitCode = EXIT.failed;
  if (flags.json === true) say(JSON.stringify(answer));
  else if (answer.kind === "claimed") say(whose);
  else complain(`${whose}: ${author} did not get it, the first claim stays`);
}

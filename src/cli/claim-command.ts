import { giveCommand } from "../app/give-command.ts";
import { localTime } from "../core/local-time.ts";
import { EXIT } from "./exit-code.ts";
import { loadOrExplain } from "./load.ts";

/** `wirewatch claim STORY`: somebody takes care of it, so it is not escalated. */
export async function claimCommand(id: string, flags: { config: string; author: string; json?: true }): Promise<void> {
  if (flags.author.trim() === "") return refuse("--author must say who");
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { author } = flags;
  const answer = await giveCommand(loaded.config, process.env, { kind: "claim", storyId: id, author });
  if (answer.kind === "unknown-story") return refuse(`there is no story, and no item in one, with the id ${id}`);
  if (answer.kind !== "claimed") return;
  const { kind: _, ...claim } = answer;
  const since = localTime(claim.claimedAt, loaded.config.timezone);
  console.log(flags.json === true ? JSON.stringify(claim) : `${claim.storyId} is ${claim.author}'s since ${since}`);
}

function refuse(message: string): void {
  console.error(message);
  process.exitCode = EXIT.usage;
}

import { findStory } from "../app/find-story.ts";
import { giveCommand } from "../app/give-command.ts";
import { describeStory } from "./describe-story.ts";
import { loadOrExplain } from "./load.ts";
import { refuse } from "./refuse.ts";
import { say } from "./say.ts";

interface ConfigFlags {
  config: string;
}

/** `wirewatch stories show ID`: the items of a story, given by its id or by an item in it, and why each is in it. */
export async function showStoryCommand(given: string, flags: ConfigFlags & { json?: true }): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const story = await findStory(loaded.config, process.env, given);
  if (story === undefined)
    return refuse(`there is no story, and no item in one, with the ${URL.canParse(given) ? "link" : "id"} ${given}`);
  say(flags.json === true ? JSON.stringify(story, null, 2) : describeStory(story, loaded.config.timezone));
}

/** `wirewatch stories split ITEM`: the item gets a story of its own. */
export async function splitStoryCommand(itemId: string, flags: ConfigFlags & { json?: true }): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const answer = await giveCommand(loaded.config, process.env, { kind: "split-story", itemId });
  if (answer.kind === "unknown-item")
    return refuse(
      `there is no item in a story with the id ${itemId}: wirewatch stories show names the items of a story`,
    );
  const { storyId, from } = answer;
  const facts = { itemId, storyId, from };
  say(flags.json === true ? JSON.stringify(facts, null, 2) : `${itemId} is now story ${storyId}; it was in ${from}`);
}

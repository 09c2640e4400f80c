import type { Config } from "../config/config.ts";
import { showStory, type ShownStory } from "../pipeline/inspect/show-story.ts";
import { withStore } from "./with-store.ts";

/** The story of that id, or the one that the item of that id is in. */
export function findStory(config: Config, env: NodeJS.ProcessEnv, id: string): Promise<ShownStory | undefined> {
  return withStore(config, env, (store) => showStory(store, id));
}

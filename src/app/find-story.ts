import type { Config } from "../config/config.ts";
import { showStory, type ShownStory } from "../pipeline/inspect/show-story.ts";
import { findItems } from "./find-items.ts";
import { withStore } from "./with-store.ts";

/** The story of that id, or the one that the item of that id or link is in. */
export function findStory(config: Config, env: NodeJS.ProcessEnv, given: string): Promise<ShownStory | undefined> {
  return withStore(config, env, async (store) => {
    for (const { id } of await findItems(store, given)) {
      const story = await showStory(store, id);
      if (story !== undefined) return story;
    }
    return showStory(store, given);
  });
}

import { loadConfig, type LoadOptions } from "../../config/load-config.ts";
import { splitConfig, type ConfigPart } from "./config-parts.ts";
import { TaskServer } from "./task-server.ts";

async function* load(options: LoadOptions): AsyncGenerator<ConfigPart> {
  yield* splitConfig(await loadConfig(options));
}

/** Entry of the thread that reads a configuration. */
new TaskServer<LoadOptions, ConfigPart>(load).start();

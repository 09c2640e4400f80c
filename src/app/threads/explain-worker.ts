import { explainWatch } from "../../match/explain/explain-watch.ts";
import type { ExplainPart, ExplainTask } from "./explain-task.ts";
import { TaskServer } from "./task-server.ts";

/** Entry of the thread that explains watches. */
new TaskServer<ExplainTask, ExplainPart>(function* ({ rules, watchId, item }) {
  yield explainWatch(rules, watchId, item);
}).start();

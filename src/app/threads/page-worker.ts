import { readArticle } from "../../poll/page/read-article.ts";
import { isAllowedByRobots } from "../../poll/page/robots-rules.ts";
import type { PagePart, PageTask } from "./page-task.ts";
import { TaskServer } from "./task-server.ts";

/** Entry of the page thread. */
new TaskServer<PageTask, PagePart>(function* (task) {
  if (task.kind === "article") yield { kind: "article", outcome: readArticle(task.bytes, task.contentType) };
  else yield { kind: "robots", isAllowed: isAllowedByRobots(task.bytes, task.url) };
}).start();

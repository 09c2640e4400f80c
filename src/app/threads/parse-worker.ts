import { parseDocument } from "../../poll/parse/parse-document.ts";
import { readDocument } from "../../poll/parse/read-document.ts";
import type { ParsePart, ParseTask } from "./parse-task.ts";
import { portionsOf } from "./portions.ts";
import { serveTasks } from "./serve-tasks.ts";

/** Entry of the parse thread. */
serveTasks<ParseTask, ParsePart>(async ({ input, read }, send) => {
  if (read === null) {
    const outcome = await parseDocument(input);
    if (outcome.kind !== "feed") return send({ kind: "outcome", outcome });
    await send({ kind: "outcome", outcome: { ...outcome, items: [] } });
    for (const items of portionsOf(outcome.items, ({ summary, content }) => `${summary}${content}`.length))
      await send({ kind: "parsed", items });
    return;
  }
  const outcome = await readDocument(input, read);
  if (outcome.kind !== "feed") return send({ kind: "outcome", outcome });
  await send({ kind: "outcome", outcome: { ...outcome, items: [] } });
  for (const items of portionsOf(outcome.items, ({ summary, body }) => summary.length + body.length))
    await send({ kind: "read", items });
});

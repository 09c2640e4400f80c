import { parseDocument } from "../../poll/parse/parse-document.ts";
import type { ParseInput } from "../../poll/parse/parsed-feed.ts";
import { readDocument } from "../../poll/parse/read-document.ts";
import type { ReadContext } from "../../poll/parse/to-read-items.ts";
import type { ParsePart, ParseTask } from "./parse-task.ts";
import { portionsOf } from "./portions.ts";
import { TaskServer } from "./task-server.ts";

type Send = (part: ParsePart) => Promise<void>;

async function parse(input: ParseInput, send: Send): Promise<void> {
  const outcome = await parseDocument(input);
  if (outcome.kind !== "feed") return send({ kind: "outcome", outcome });
  await send({ kind: "outcome", outcome: { ...outcome, items: [] } });
  for (const items of portionsOf(outcome.items, ({ summary, content }) => `${summary}${content}`.length))
    await send({ kind: "parsed", items });
}

async function read(input: ParseInput, context: ReadContext, send: Send): Promise<void> {
  const outcome = await readDocument(input, context);
  if (outcome.kind !== "feed") return send({ kind: "outcome", outcome });
  await send({ kind: "outcome", outcome: { ...outcome, items: [] } });
  for (const items of portionsOf(outcome.items, ({ summary, body }) => summary.length + body.length))
    await send({ kind: "read", items });
}

/** Entry of the parse thread. */
new TaskServer<ParseTask, ParsePart>(async ({ input, context }, send) =>
  context === null ? parse(input, send) : read(input, context, send),
).start();

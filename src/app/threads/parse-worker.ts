import { HANDED_OVER, portionsOf } from "../../core/portions.ts";
import type { ReadItem } from "../../core/vocabulary.ts";
import { parseDocument } from "../../poll/parse/parse-document.ts";
import type { ParsedItem, ParseInput } from "../../poll/parse/parsed-feed.ts";
import { readDocument } from "../../poll/parse/read-document.ts";
import type { ReadContext } from "../../poll/parse/to-read-items.ts";
import type { ParsePart, ParseTask } from "./parse-task.ts";
import { TaskServer } from "./task-server.ts";

function parsedLength({ summary, content }: ParsedItem): number {
  return (summary?.length ?? 0) + (content?.length ?? 0);
}

function readLength({ summary, body }: ReadItem): number {
  return summary.length + body.length;
}

async function* parse(input: ParseInput): AsyncGenerator<ParsePart> {
  const outcome = await parseDocument(input);
  const items = outcome.kind === "feed" ? outcome.items : [];
  const [first = [], ...rest] = portionsOf(items, HANDED_OVER, parsedLength);
  yield { outcome: outcome.kind === "feed" ? { ...outcome, items: [] } : outcome, parsed: first, read: [] };
  for (const parsed of rest) yield { outcome: null, parsed, read: [] };
}

async function* read(input: ParseInput, context: ReadContext): AsyncGenerator<ParsePart> {
  const outcome = await readDocument(input, context);
  const items = outcome.kind === "feed" ? outcome.items : [];
  const [first = [], ...rest] = portionsOf(items, HANDED_OVER, readLength);
  yield { outcome: outcome.kind === "feed" ? { ...outcome, items: [] } : outcome, parsed: [], read: first };
  for (const portion of rest) yield { outcome: null, parsed: [], read: portion };
}

/** Entry of the parse thread. */
new TaskServer<ParseTask, ParsePart>(({ input, context }) =>
  context === null ? parse(input) : read(input, context),
).start();

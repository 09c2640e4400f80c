import { runDemo as run } from "../demo/run-demo.ts";
import { EXIT } from "./exit-code.ts";
import { outliveReader } from "./output-reader.ts";
import { complain, say } from "./say.ts";

/** `wirewatch demo`: until Ctrl+C, or `--once` with a verdict. */
export async function runDemo(flags: { once?: true }): Promise<void> {
  const enough = new AbortController();
  process.once("SIGINT", () => enough.abort());
  process.once("SIGTERM", () => enough.abort());
  const once = flags.once === true;
  // It has a folder to remove, and by itself a verdict to end with.
  outliveReader(once ? undefined : () => enough.abort());
  if (!once) say("The demo runs until Ctrl+C; nothing leaves this machine, nothing is left behind.");
  const complaints = await run({ once, say, signal: enough.signal });
  if (!once) return;
  for (const complaint of complaints) complain(`unexpected: ${complaint}`);
  say(complaints.length === 0 ? "Exactly the expected alerts and digest arrived." : "The demo failed.");
  if (complaints.length > 0) process.exitCode = EXIT.failed;
}

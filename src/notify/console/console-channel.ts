import type { Writable } from "node:stream";
import { finishInTurns } from "../../core/steps.ts";
import type { Channel, Outgoing, SendOutcome } from "../channel.ts";
import { renderText, writeText } from "../render-text.ts";

export interface ConsoleChannelInput {
  id: string;
  timezone: string;
  /** Where to print; standard output unless given. Marks are bold on a terminal and in brackets elsewhere. */
  stream?: Writable & { isTTY?: boolean };
}

/** Columns of the line before each message. */
const WIDTH = 60;

/** A channel that prints messages as text. Control characters of feeds never reach the terminal. */
export function createConsoleChannel({ id, timezone, stream = process.stdout }: ConsoleChannelInput): Channel {
  const terminal = stream.isTTY === true;
  // Several channels may print on one terminal.
  const rule = `── ${id} `.padEnd(WIDTH, "─");
  const style = {
    timezone,
    mark: (text: string) => (terminal ? `\u001B[1m${text}\u001B[22m` : `[${text}]`),
  };

  // A reader that went away is an outcome of the write, not a crash of the daemon.
  stream.on("error", ignore);

  async function send(outgoing: Outgoing): Promise<SendOutcome> {
    const text = await finishInTurns(writeText(outgoing.message, style));
    const { promise, resolve } = Promise.withResolvers<SendOutcome>();
    stream.write(`${rule}\n${text}`, (error) => {
      resolve(error ? unwritable(error) : { kind: "sent", ref: null, recipients: [] });
    });
    return promise;
  }

  return {
    id,
    kind: "console",
    follows: "nothing",
    send,
    confirm: () => Promise.resolve({ kind: "unknown", detail: "what was printed cannot be asked for" }),
    render: ({ message }) => renderText(message, { timezone, mark: (text) => `[${text}]` }),
    close: () => {
      stream.off("error", ignore);
      return Promise.resolve();
    },
  };
}

function ignore(): void {
  // The write's own callback has the error.
}

function unwritable(error: Error): SendOutcome {
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return {
    kind: "retry",
    reason: "unreachable",
    detail: `the output could not be written (${code})`,
    retryAfterMs: null,
    scope: "channel",
    ambiguous: false,
    recipients: [],
  };
}

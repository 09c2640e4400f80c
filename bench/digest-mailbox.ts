import { startMailSink } from "../src/demo/sinks/mail-sink.ts";
import { tellParent } from "./support/child.ts";

/** A mail server in a process of its own; tells how many mails it has whenever it is asked. */

const sink = await startMailSink();
process.on("message", () => tellParent({ mails: sink.mails().length }));
tellParent({ url: sink.url });

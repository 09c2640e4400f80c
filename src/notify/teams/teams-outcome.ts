import * as z from "zod";
import type { SendOutcome } from "../channel.ts";
import { rateLimited, readStatus, rejected, type Receiver } from "../http-outcome.ts";
import type { PostAnswer } from "../post-json.ts";

const Failure = z.object({ error: z.object({ code: z.string().regex(/^\w{2,60}$/) }) });

/** Codes of workflows that hold for every message until somebody repairs the workflow, under whatever status. */
const BROKEN = /^(WorkflowTriggerIsNotEnabled|WorkflowNotFound|WorkflowTriggerNotFound|FlowSuspended|FlowDisabled)$/i;
const SUSPENDED_REMEDY = "switch the workflow on in Teams (Workflows); it needs no restart";
/** Connectors of before the workflows answer 200 and tell the failure in their text. */
const HIDDEN_FAILURE = /HTTP error (\d{3})/;

/** What a workflow's answer means; 202 says that the workflow has the card, not yet that it has posted it. */
export function readTeamsAnswer({ status, retryAfterMs, body }: PostAnswer, receiver: Receiver): SendOutcome {
  const code = readCode(body);
  if (code !== null && BROKEN.test(code)) {
    const detail = `the workflow of channel ${receiver.channelId} does not run (${code}): ${SUSPENDED_REMEDY}`;
    return rejected("unknown-channel", detail, "channel");
  }
  const [, hidden] = (status === 200 ? HIDDEN_FAILURE.exec(body) : null) ?? [];
  if (hidden === "429") return rateLimited(receiver.name, retryAfterMs);
  const meant = hidden === undefined ? status : Number(hidden);
  return readStatus(meant, retryAfterMs, receiver) ?? { kind: "sent", ref: null, recipients: [] };
}

function readCode(body: string): string | null {
  try {
    return Failure.safeParse(JSON.parse(body)).data?.error.code ?? null;
  } catch {
    return null;
  }
}

import type { Clock } from "../../core/clock.ts";
import type { Secret } from "../../core/secret.ts";
import type { Channel, Outgoing, SendOutcome } from "../channel.ts";
import type { Receiver } from "../http-outcome.ts";
import { postJson } from "../post-json.ts";
import { readSecretUrl } from "../secret-url.ts";
import { renderTeams, teamsRoomFor } from "./render-teams.ts";
import { readTeamsAnswer } from "./teams-outcome.ts";

export interface TeamsChannelInput {
  id: string;
  /** The workflow's address. */
  webhook: Secret;
  /** IANA zone of the times in alerts; editions bring their own. */
  timezone: string;
  now: Clock;
  /** Longest wait for the answer, milliseconds. */
  timeoutMs?: number;
}

/**
 * A Microsoft Teams channel that a workflow posts cards to.
 * @throws Error when the address cannot be read; the message holds nothing of it
 */
export function createTeamsChannel({ id, webhook, timezone, now, timeoutMs }: TeamsChannelInput): Channel {
  const url = readSecretUrl(webhook, `channels.${id}.teams.webhook`);
  const receiver: Receiver = {
    name: "Teams",
    channelId: id,
    remedies: {
      credentials:
        "set teams.webhook to the address that the workflow shows and reload wirewatch (restart it if the environment has it)",
      address:
        "set teams.webhook to the address that the workflow shows and reload wirewatch (restart it if the environment has it)",
    },
  };

  async function send({ message }: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    const body = JSON.stringify(renderTeams(message, timezone));
    const answer = await postJson({ url: url.reveal(), body, name: receiver.name, now: now(), timeoutMs }, signal);
    return answer.kind === "answered" ? readTeamsAnswer(answer, receiver) : answer;
  }

  return {
    id,
    kind: "teams",
    follows: "nothing",
    send,
    confirm: () => Promise.resolve({ kind: "unknown", detail: "a workflow cannot be asked" }),
    roomFor: (roundup) => teamsRoomFor(roundup, timezone),
    render: ({ message }) => JSON.stringify(renderTeams(message, timezone), null, 2),
    close: () => Promise.resolve(),
  };
}

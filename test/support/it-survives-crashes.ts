import { expect, it } from "vitest";
import type { AlertMessage } from "../../src/notify/message.ts";
import { crashedRun, type CrashedRun } from "./crash-rig.ts";

/** Message keys without what differs from run to run, and how many messages each stands for; edits come as they may. */
function told({ received }: CrashedRun): Record<string, number> {
  const keys = [...received.keys()].filter((key) => !key.startsWith("edit|")).map(withoutIds);
  return Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]));
}

function withoutIds(key: string): string {
  return key.replaceAll(/(?:sty|dlv|itm|edn)_[\da-f-]{36}/g, "ID");
}

/** Keys that arrived more than once. */
function repeated({ received }: CrashedRun): readonly string[] {
  return [...received].filter(([, messages]) => messages.length > 1).map(([key]) => key);
}

function firstAlert({ received }: CrashedRun): AlertMessage | undefined {
  const about = [...received].filter(([key]) => key.startsWith("alert|") || key.startsWith("edit|"));
  const messages = about.flatMap(([, all]) => all).filter((message) => message.kind === "alert");
  return messages.findLast(({ mark }) => mark === undefined);
}

/**
 * The matrix of crashes: a story is told, goes on and comes in an edition, while the process dies before one question to its
 * store after the other.
 * @param stride 1: before every question; 5: before every fifth, from another first one for each provider
 */
export function itSurvivesCrashes(stride: number): void {
  it.each([
    ["can be asked what arrived", true],
    ["cannot be asked", false],
  ] as const)(
    "a process that dies before any question to its store loses nothing, where the provider %s",
    async (_fact, canBeAsked) => {
      const whole = await crashedRun({ canBeAsked, dieAfter: null });
      expect(told(whole)).toEqual({
        "alert|ID|desk": 1,
        "followup|ID|desk|1": 1,
        "reply|ID|outlets-2": 1,
        "reply|ID|headline-ID-2": 1,
        "digest|research|1|a@example.org": 1,
        "digest|research|1|b@example.org": 1,
      });
      expect(repeated(whole)).toEqual([]);
      expect(firstAlert(whole)?.story).toMatchObject({ headline: "Counsellor changes his mind" });
      for (let dieAfter = canBeAsked ? 0 : Math.floor(stride / 2); dieAfter < whole.questions; dieAfter += stride) {
        const run = await crashedRun({ canBeAsked, dieAfter });
        const doubts = new Set(run.unconfirmed);
        // An edit that is sent once more changes nothing.
        const twice = repeated(run).filter((key) => !key.startsWith("edit|") && (canBeAsked || !doubts.has(key)));
        const { deaths, open } = run;
        expect({ dieAfter, deaths, told: told(run), headline: firstAlert(run)?.story.headline, twice, open }).toEqual({
          dieAfter,
          deaths: 1,
          told: told(whole),
          headline: "Counsellor changes his mind",
          twice: [],
          open: [],
        });
      }
    },
    1_200_000,
  );
}

import { expect, it } from "vitest";
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

/** What the message of the first report shows in the end. */
function shownBy({ received }: CrashedRun): unknown {
  const about = [...received].filter(([key]) => key.startsWith("alert|") || key.startsWith("edit|"));
  const messages = about.flatMap(([, all]) => all).filter((message) => message.kind === "alert");
  const last = messages.findLast(({ mark }) => mark === undefined);
  return { headline: last?.story.headline, outlets: last?.story.outlets.map(({ name }) => name), notes: last?.notes };
}

/** The process that goes on dies as well, after so many questions at most. */
const SECOND_DEATH = 29;

/**
 * The matrix of crashes: a story is told, goes on and comes in an edition, while the process dies before one question to its
 * store after the other, and the next one dies while it recovers.
 * @param stride 1: before every question; 5: before every fifth, from another first one for each provider
 */
export function itSurvivesCrashes(stride: number): void {
  it.each([
    ["can be asked what arrived", true],
    ["cannot be asked", false],
  ] as const)(
    "a process that dies before any question to its store loses nothing, where the provider %s",
    async (_fact, canBeAsked) => {
      const whole = await crashedRun({ canBeAsked, deaths: [] });
      expect(told(whole)).toEqual({
        "alert|ID|desk": 1,
        "followup|ID|desk|1": 1,
        "reply|ID|outlets-2": 1,
        "reply|ID|headline-ID-2": 1,
        "digest|research|1|a@example.org": 1,
        "digest|research|1|b@example.org": 1,
      });
      expect(repeated(whole)).toEqual([]);
      expect(shownBy(whole)).toMatchObject({
        headline: "Counsellor changes his mind",
        outlets: ["wire.example", "other.example"],
      });
      for (let dieAfter = canBeAsked ? 0 : Math.floor(stride / 2); dieAfter < whole.questions; dieAfter += stride) {
        const run = await crashedRun({ canBeAsked, deaths: [dieAfter, dieAfter % SECOND_DEATH] });
        const doubts = new Set(run.unconfirmed);
        const twice = repeated(run).filter((key) => canBeAsked || !doubts.has(key));
        const { deaths, open } = run;
        expect({ dieAfter, deaths, told: told(run), shown: shownBy(run), twice, open }).toEqual({
          dieAfter,
          deaths: 2,
          told: told(whole),
          shown: shownBy(whole),
          twice: [],
          open: [],
        });
      }
    },
    1_200_000,
  );
}

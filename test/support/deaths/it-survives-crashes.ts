import { expect, it } from "vitest";
import { crashedRuns, type CrashedRun, type Deaths } from "./crash-matrix.ts";

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

/** The story takes about 140; were they far fewer, some would go by unnoticed, and nobody would die after them. */
const LEAST_DEEDS = 120;

/** The second process dies after fewer: its first deeds are those of recovery. */
const RECOVERY_DEEDS = 13;

/** When the story takes so many deeds: the first process dies before the first one or after any of them. */
function allDeaths(deeds: number, secondDeaths: "one" | "all"): readonly Deaths[] {
  return Array.from({ length: deeds + 1 }, (_, first) => {
    const seconds = Math.min(RECOVERY_DEEDS, Math.max(1, deeds - first));
    if (secondDeaths === "one") return [[first, first % seconds]];
    return Array.from({ length: seconds }, (_, second) => [first, second]);
  }).flat();
}

/**
 * The matrix of crashes: a story is told, goes on and comes in an edition, while the process is killed at one instant after the
 * other, and the next one while it recovers. An instant is what lies between two deeds: see stand-still.ts.
 * @param secondDeaths one for each first death, or all
 */
export function itSurvivesCrashes(secondDeaths: "one" | "all"): void {
  it.each([
    ["can be asked what arrived", true],
    ["cannot be asked", false],
  ] as const)(
    "a process that is killed before or after any write or call loses nothing, where the provider %s",
    async (_fact, canBeAsked) => {
      const [whole] = await crashedRuns(canBeAsked, [[]]);
      if (whole === undefined) throw new Error("the story was not told");
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
      const [deeds = 0] = whole.deeds;
      expect(deeds).toBeGreaterThan(LEAST_DEEDS);
      const all = allDeaths(deeds, secondDeaths);
      for (const [at, run] of (await crashedRuns(canBeAsked, all)).entries()) {
        const doubts = new Set(run.unconfirmed);
        const twice = repeated(run).filter((key) => canBeAsked || !doubts.has(key));
        const deaths = run.deeds.slice(0, -1);
        expect({ deaths, told: told(run), shown: shownBy(run), twice, open: run.open }).toEqual({
          deaths: all[at],
          told: told(whole),
          shown: shownBy(whole),
          twice: [],
          open: [],
        });
      }
    },
    secondDeaths === "one" ? 300_000 : 3_600_000,
  );
}

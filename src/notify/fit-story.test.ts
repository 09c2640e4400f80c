import { describe, expect, it } from "vitest";
import { chineseStory, evidence, HOSTILE, persianStory, story } from "../../test/support/channels/messages.ts";
import { describeOutletCount, describePerson, describeSource, describeTimes } from "./describe-story.ts";
import { joinParts } from "./excerpt.ts";
import { ALERT_LIMITS, fitStory } from "./fit-story.ts";

describe("a story in a message", () => {
  it("shows its proof as quotes with marks", () => {
    const { quotes } = fitStory(story(), ALERT_LIMITS);
    expect(quotes[0]?.filter((part) => part.marked).map((part) => part.text)).toEqual([
      "second secretary",
      "asked for asylum",
    ]);
  });

  it("marks the headline and shows the lead where the headline is the proof", () => {
    const { headline, quotes } = fitStory(chineseStory(), ALERT_LIMITS);
    expect(headline.filter((part) => part.marked).map((part) => part.text)).toEqual(["大使馆", "申请政治庇护"]);
    expect(quotes.map(joinParts)).toEqual([chineseStory().lead]);
  });

  it("quotes a title sentence that the headline no longer holds", () => {
    const changed = story({
      headline: "Updated headline",
      evidence: [evidence("Envoy defects", ["defects"], "title")],
    });
    expect(fitStory(changed, ALERT_LIMITS).quotes.map(joinParts)).toEqual(["Envoy defects"]);
  });

  it("says that there is no headline", () => {
    expect(joinParts(fitStory(story({ headline: " \u202E" }), ALERT_LIMITS).headline)).toBe("(no headline)");
  });

  it("counts what it leaves out", () => {
    const outlets = Array.from(
      { length: 20 },
      (_, index) => ({ name: `O${index}`, feedKind: "wire", link: null }) as const,
    );
    const fitted = fitStory(story({ outlets }), ALERT_LIMITS);
    expect(fitted.outlets).toHaveLength(8);
    expect(fitted.more.outlets).toBe(12);
    expect(describeOutletCount(fitted)).toBe("20 outlets: ");
  });

  it("says how the reports of its outlets compare, and never whether they are true", () => {
    const outlets = Array.from(
      { length: 6 },
      (_, at) => ({ name: `Outlet ${at}`, feedKind: "wire", link: null }) as const,
    );
    const sources = { sameText: [3], citing: [{ outlet: "Example TV", outlets: 2 }], separate: 1 };
    expect(describeOutletCount(fitStory(story({ outlets, sources }), ALERT_LIMITS))).toBe(
      "6 outlets: 3 same text, 2 citing Example TV, 1 written separately · ",
    );
  });

  it("is small whatever a feed holds", () => {
    const huge = HOSTILE.repeat(12_000);
    const fitted = fitStory(
      story({
        headline: huge,
        lang: huge,
        outlets: [{ name: huge, feedKind: "wire", link: huge }],
        people: [{ name: huge, role: huge, spelling: huge }],
        evidence: [{ field: "body", sentence: huge, start: 0, end: huge.length, marks: [[0, huge.length]] }],
        glosses: { [huge]: huge },
      }),
      ALERT_LIMITS,
    );
    expect(JSON.stringify(fitted).length).toBeLessThan(4000);
  });
});

describe("the lines about a story", () => {
  it("name source, kind and language", () => {
    expect(describeSource(fitStory(story(), ALERT_LIMITS))).toBe("Example Wire (wire), English");
  });

  it("give the spelling that was found where it is another one", () => {
    const [person] = fitStory(persianStory(), ALERT_LIMITS).people;
    expect(person && describePerson(person)).toBe("Ivan Example, second secretary (here “\u2068ایوان اگزمپل\u2069”)");
  });

  it("give publication, first sight and lag in the channel's zone", () => {
    expect(describeTimes(fitStory(story(), ALERT_LIMITS), "Asia/Tehran")).toBe(
      "published Tue 20 Jan 17:32, seen Tue 20 Jan 17:35 (3 min later), Tehran",
    );
  });

  it("say when the feed gave no date", () => {
    expect(describeTimes(fitStory(persianStory(), ALERT_LIMITS), "UTC")).toBe(
      "no date in the feed, first seen Tue 20 Jan 14:05, UTC",
    );
  });

  it("name no lag for a date in the future", () => {
    const ahead = fitStory(story({ publishedAt: story().firstSeenAt + 60_000 }), ALERT_LIMITS);
    expect(describeTimes(ahead, "UTC")).toBe("published Tue 20 Jan 14:06, seen Tue 20 Jan 14:05, UTC");
  });
});

import { describe, expect, it } from "vitest";
import { groupIncidents, NETWORK_GONE, sharedCauseOf, type FeedIncident } from "./group-incidents.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const REACHED = { reached: 50, unreachable: 2 };
const GONE = { reached: 0, unreachable: 40 };

function incident(id: string, changed: Partial<FeedIncident> = {}): FeedIncident {
  return {
    id,
    kind: "feed-failing",
    subject: `feed-${id}`,
    cause: "it failed",
    sharedCause: sharedCauseOf(`${id}.example`, "http-status 500", false),
    openedAt: NOW - 3 * MINUTE,
    closedAt: null,
    groupId: null,
    ...changed,
  };
}

function unreachable(id: string, changed: Partial<FeedIncident> = {}): FeedIncident {
  return incident(id, { sharedCause: sharedCauseOf(`${id}.example`, "dns", true), ...changed });
}

/** What is told, as ids. */
function news(unsettled: readonly FeedIncident[], reach = REACHED): Record<string, unknown> {
  const { opened, joined, recovered, passed } = groupIncidents(unsettled, reach, NOW);
  return {
    opened: opened.map((group) => group.members.map(({ id }) => id).join(" ")),
    joined: joined.map(({ id, groupId }) => `${id} to ${groupId}`),
    recovered: recovered.map(({ members, remaining }) =>
      [members, remaining].map((ids) => ids.map(({ id }) => id).join(" ")),
    ),
    passed,
  };
}

const nothing = { opened: [], joined: [], recovered: [], passed: [] };
const host = sharedCauseOf("one.example", "http-status 503", false);

describe("incidents of feeds", () => {
  it.each([
    ["are told after two minutes", [incident("a")], { opened: ["a"] }],
    ["wait two minutes for others", [incident("a", { openedAt: NOW - MINUTE })], {}],
    [
      "are told with those that opened meanwhile, each as its own event",
      [incident("a"), incident("b", { openedAt: NOW })],
      { opened: ["a", "b"] },
    ],
    [
      "of one host in one trouble are one event",
      [incident("a", { sharedCause: host }), incident("b", { sharedCause: host }), incident("c")],
      { opened: ["a b", "c"] },
    ],
    [
      "join the event of their host while it lasts",
      [
        incident("a", { sharedCause: host, groupId: "a", openedAt: NOW - 60 * MINUTE }),
        incident("b", { sharedCause: host, openedAt: NOW }),
      ],
      { joined: ["b to a"] },
    ],
    [
      "are another event hours later",
      [
        incident("a", { sharedCause: host, groupId: "a", openedAt: NOW - 600 * MINUTE }),
        incident("b", { sharedCause: host }),
      ],
      { opened: ["b"] },
    ],
    [
      "are another event when the first is over",
      [
        incident("a", { sharedCause: host, groupId: "a", closedAt: NOW - MINUTE }),
        incident("b", { sharedCause: host }),
      ],
      { opened: ["b"] },
    ],
    ["that are over before they were told are not told", [incident("a", { closedAt: NOW })], { passed: ["a"] }],
    [
      "are over two minutes after the last one of the event closed",
      [
        incident("a", { groupId: "a", closedAt: NOW - 30 * MINUTE }),
        incident("b", { groupId: "a", closedAt: NOW - 2 * MINUTE }),
      ],
      { recovered: [["a b", ""]] },
    ],
    [
      "are not over while one is open",
      [incident("a", { groupId: "a", closedAt: NOW - 30 * MINUTE }), incident("b", { groupId: "a" })],
      {},
    ],
    [
      "are over for most when the rest does not follow for six hours",
      [incident("a", { groupId: "a", closedAt: NOW - 360 * MINUTE }), incident("b", { groupId: "a" })],
      { recovered: [["a b", "b"]] },
    ],
  ])("%s", (_fact, unsettled, expected) => {
    expect(news(unsettled)).toEqual({ ...nothing, ...expected });
  });
});

describe("unreachable hosts", () => {
  it("are one event when hardly any host can be reached: the network is gone", () => {
    const { opened } = groupIncidents([unreachable("a"), unreachable("b"), incident("c")], GONE, NOW);
    expect(opened.map(({ sharedCause, members }) => [sharedCause, members.length])).toEqual([
      [NETWORK_GONE, 2],
      [incident("c").sharedCause, 1],
    ]);
  });

  it("are events of their own when others are reached", () => {
    expect(news([unreachable("a"), unreachable("b")])).toEqual({ ...nothing, opened: ["a", "b"] });
  });

  it("join the lost network however late, other troubles do not", () => {
    const told = unreachable("a", { groupId: "a", sharedCause: NETWORK_GONE, openedAt: NOW - 600 * MINUTE });
    expect(news([told, unreachable("b"), incident("c")], GONE)).toEqual({
      ...nothing,
      opened: ["c"],
      joined: ["b to a"],
    });
  });
});

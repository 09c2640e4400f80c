import { describe, expect, it } from "vitest";
import { validConfig } from "../../../test/support/daemon/desk-config.ts";
import { finish } from "../../core/steps.ts";
import { compareConfigs } from "./compare-configs.ts";

const FEED = '{id: wire, url: "https://a.example/f"}';
const DESK = `timezone: UTC
feeds: [${FEED}]
lists: {posts: {en: [envoy], fr: [ambassadeur]}}
clauses: {flight: fled}
exclusions: {sport: striker}
people: [{id: ivan, name: Ivan Example}]
watches:
  - {id: leaves, title: Leaves, match: "defects AND @posts AND @flight AND person:ivan", exclude: [sport], notify: [screen]}
channels:
  screen: {console: {}}
`;

const SAME = { added: [], changed: [], removed: [] };
const NOTHING = {
  watches: SAME,
  feeds: SAME,
  channels: SAME,
  people: SAME,
  lists: SAME,
  clauses: SAME,
  exclusions: SAME,
  settings: [],
};

const other = { watches: { ...SAME, changed: ["leaves"] } };

describe("what is different in another configuration", () => {
  it.each([
    ["a comment is not", "timezone: UTC", "# a comment\ntimezone: UTC", {}],
    ["nor is a test", "notify: [screen]}", "notify: [screen], tests: [{name: a, title: b, expect: quiet}]}", {}],
    ["an expression", 'match: "defects', 'match: "(defects OR fled)', other],
    ["whom a watch tells", "notify: [screen]", "severity: urgent, notify: [screen]", other],
    [
      "a new watch",
      "channels:",
      "  - {id: new, title: New, match: x, notify: [screen]}\nchannels:",
      { watches: { ...SAME, added: ["new"] } },
    ],
    [
      "a watch under another id",
      "id: leaves,",
      "id: gone,",
      { watches: { added: ["gone"], changed: [], removed: ["leaves"] } },
    ],
    [
      "a watch that is off",
      "title: Leaves,",
      "title: Leaves, status: off,",
      { watches: { ...SAME, removed: ["leaves"] } },
    ],
    ["a feed's address", "a.example", "b.example", { feeds: { ...SAME, changed: ["wire"] } }],
    ["a feed more", FEED, `${FEED}, {id: b, url: "https://b.example"}`, { feeds: { ...SAME, added: ["b"] } }],
    ["a channel", "console: {}", "console: {}, rate: {burst: 1}", { channels: { ...SAME, changed: ["screen"] } }],
    ["a person", "Ivan Example", "Iwan Example", { people: { ...SAME, changed: ["ivan"] } }],
    ["a term of one language", "[ambassadeur]", "[ambassadeur, envoyé]", { lists: { ...SAME, changed: ["posts"] } }],
    ["a language less", ", fr: [ambassadeur]", "", { lists: { ...SAME, changed: ["posts"] } }],
    ["a list more", "lists: {", "lists: {more: [x], ", { lists: { ...SAME, added: ["more"] } }],
    ["a clause", "flight: fled", "flight: flees", { clauses: { ...SAME, changed: ["flight"] } }],
    ["an exclusion", "striker", "midfielder", { exclusions: { ...SAME, changed: ["sport"] } }],
    [
      "settings, and a channel's own zone with them",
      "timezone: UTC",
      'timezone: Europe/London\nretention: {items: 30d}\nhttp: {public_url: "https://w.example"}',
      { channels: { ...SAME, changed: ["screen"] }, settings: ["timezone", "retention", "http.public_url"] },
    ],
  ])("%s", async (_what, from, to, changes) => {
    const before = await validConfig(DESK);
    const after = await validConfig(DESK.replace(from, to));
    expect(finish(compareConfigs(before, after))).toEqual({ ...NOTHING, ...changes });
  });
});

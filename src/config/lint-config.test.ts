import { describe, expect, it } from "vitest";
import { findProblems, loadDesk, problemsOf, WATCH } from "../../test/support/daemon/desk-config.ts";

const WEBHOOK = `{webhook: {url: "https://hooks.example/in", secret: {env: HOOK}}}`;

describe("what is seldom wanted in a configuration is a lint", () => {
  it.each<[string, string, string[]]>([
    ["nothing, where all is well", WATCH, []],
    ["a watch without test", WATCH.replace(/ {4}tests.*\n/, ""), ["wirewatch.yaml:2:9 watch-without-test"]],
    [
      "a watch that tells nobody, and a channel that nobody uses",
      WATCH.replace(/ {4}notify.*\n/, ""),
      ["wirewatch.yaml:2:9 watch-without-channel", "wirewatch.yaml:7:3 unused-channel"],
    ],
    [
      "an urgent watch that reaches only digests",
      WATCH.replace("title: D", "severity: urgent\n    title: D").replace(
        "{console: {}}",
        "{console: {}, digest: {every: 1h}}",
      ),
      ["wirewatch.yaml:6:13 urgent-without-alert"],
    ],
    [
      "an urgent watch that reaches only what wakes nobody",
      WATCH.replace("title: D", "severity: urgent\n    title: D"),
      ["wirewatch.yaml:6:13 urgent-without-alert"],
    ],
    [
      "no urgent watch that reaches a phone when nobody claims it",
      `${WATCH.replace("title: D", "severity: urgent\n    escalate: {after: 10m, to: [hook]}\n    title: D")}  hook: ${WEBHOOK}\n`,
      [],
    ],
    [
      "an urgent watch whose only loud channel is quiet at night",
      `${WATCH.replace("title: D", "severity: urgent\n    title: D").replace("screen]", "hook]").replace("  screen: {console: {}}\n", "")}  hook: ${WEBHOOK.replace("{webhook", '{quiet_hours: {from: "22:00", to: "06:00", except: []}, webhook')}\n`,
      ["wirewatch.yaml:6:13 urgent-without-alert", "wirewatch.yaml:9:3 no-operators"],
    ],
    [
      "a watch of low severity that tells no digest",
      WATCH.replace("title: D", "severity: low\n    title: D"),
      ["wirewatch.yaml:6:13 low-without-digest"],
    ],
    [
      "no watch of low severity whose matches a digest collects",
      WATCH.replace("title: D", "severity: low\n    title: D").replace(
        "{console: {}}",
        "{console: {}, digest: {every: 1h}}",
      ),
      [],
    ],
    [
      "quiet hours of a channel that collects",
      WATCH.replace("{console: {}}", '{console: {}, digest: {every: 1h}, quiet_hours: {from: "22:00", to: "06:00"}}'),
      ["wirewatch.yaml:8:59 restraint-of-digest"],
    ],
    [
      "buttons of a channel that collects",
      WATCH.replace(
        "{console: {}}",
        "{digest: {every: 1h}, slack: {channel: C1, token: {env: HOOK}, app_token: {env: HOOK}}}",
      ),
      ["wirewatch.yaml:8:3 no-operators", "wirewatch.yaml:8:85 buttons-of-digest"],
    ],
    [
      "an escalation of a watch that is not urgent, to a channel that collects",
      WATCH.replace("notify:", "escalate: {after: 10m, to: [screen]}\n    notify:").replace(
        "{console: {}}",
        "{console: {}, digest: {every: 1h}}",
      ),
      ["wirewatch.yaml:5:15 escalate-not-urgent", "wirewatch.yaml:5:33 escalate-to-digest"],
    ],
    [
      "the name of a Slack channel in place of its id",
      WATCH.replace("{console: {}}", '{slack: {channel: "#desk", token: {env: HOOK}}}'),
      ["wirewatch.yaml:8:3 no-operators", "wirewatch.yaml:8:29 slack-channel-id"],
    ],
    [
      "an address that gets each mail twice",
      WATCH.replace(
        "{console: {}}",
        "{email: {to: [a@b.example, c@d.example, A@b.example], from: c@d.example, smtp: {env: HOOK}}}",
      ),
      ["wirewatch.yaml:8:3 no-operators", "wirewatch.yaml:8:51 repeated-address"],
    ],
    ["a list that no expression uses", `lists: {missions: [embassy]}\n${WATCH}`, ["wirewatch.yaml:1:9 unused-list"]],
    ["no list that an expression uses", `lists: {missions: [embassy]}\n${WATCH.replace("defect*", "'@missions'")}`, []],
    [
      "a secret written into the file",
      `${WATCH.replace("[screen]", "[screen, m]")}  m: {email: {to: [a@b.example], from: c@d.example, smtp: "smtps://u:p@c.example"}}\n`,
      ["wirewatch.yaml:9:3 no-operators", "wirewatch.yaml:9:59 literal-secret"],
    ],
    [
      "a password of a server in its address",
      `store: postgres://user:pw@db.example/news\nqueue: redis://:pw@queue.example:6379\n${WATCH}`,
      ["wirewatch.yaml:1:8 literal-secret", "wirewatch.yaml:2:8 literal-secret"],
    ],
    ["no password in an address without one", `store: postgres://user@db.example/news\nqueue: postgres\n${WATCH}`, []],
    [
      "a heartbeat address written into the file",
      `heartbeat: {url: "https://b.example/1"}\n${WATCH}`,
      ["wirewatch.yaml:1:18 literal-secret"],
    ],
    [
      "a heartbeat address that is not set",
      `heartbeat: {url: {env: NOT_SET}}\n${WATCH}`,
      ["wirewatch.yaml:1:18 unset-secret"],
    ],
    [
      "a secret that is not set",
      `${WATCH.replace("[screen]", "[screen, hook]")}  hook: ${WEBHOOK.replace("HOOK", "NOT_SET")}\n`,
      ["wirewatch.yaml:9:3 no-operators", "wirewatch.yaml:9:61 unset-secret"],
    ],
    [
      "a desk without operators, who would hear of broken feeds",
      `${WATCH.replace("[screen]", "[screen, hook]")}  hook: ${WEBHOOK}\n`,
      ["wirewatch.yaml:9:3 no-operators"],
    ],
    [
      "no desk without operators that is off",
      WATCH.replace("[screen]", "[hook]\n    status: off").replace("screen: {console: {}}", `hook: ${WEBHOOK}`),
      [],
    ],
    [
      "operators that hear only through the provider of the alerts",
      `operators: {page: [ops]}\n${WATCH.replace("[screen]", "[screen, hook]")}  hook: ${WEBHOOK}\n  ops: ${WEBHOOK}\n`,
      ["wirewatch.yaml:1:1 operators-one-provider"],
    ],
    [
      "no operators that hear through the provider of digests",
      `operators: {page: [ops]}\n${WATCH.replace("[screen]", "[screen, hook]")}  hook: ${WEBHOOK.replace("{webhook", "{digest: {every: 1h}, webhook")}\n  ops: ${WEBHOOK}\n`,
      [],
    ],
    [
      "operators that hear through a second provider",
      `operators: {page: [hook, screen]}\n${WATCH}  hook: ${WEBHOOK}\n`,
      [],
    ],
    [
      "a watch that reads none of the feeds",
      `feeds: [{id: a, url: "https://a.example", tags: [world]}]\n${WATCH.replace("notify:", "feeds: {tags: [asia], kinds: [independent]}\n    notify:")}`,
      ["wirewatch.yaml:6:12 watch-without-feed"],
    ],
    [
      "no watch that reads one of the feeds",
      `feeds: [{id: a, url: "https://a.example", tags: [asia]}]\n${WATCH.replace("notify:", "feeds: {tags: [asia], kinds: [independent]}\n    notify:")}`,
      [],
    ],
    ["no watch where there are no feeds yet", WATCH.replace("notify:", "feeds: {tags: [asia]}\n    notify:"), []],
    [
      "an address that two feeds have",
      `feeds: [{id: a, url: "https://a.example/x"}, {id: b, url: "HTTPS://A.example:443/x"}]\n`,
      ["wirewatch.yaml:1:59 feed-twice"],
    ],
  ])("%s", async (_fact, yaml, expected) => {
    expect(await findProblems(yaml, { HOOK: "x" })).toEqual(expected);
  });

  const URGENT = WATCH.replace("title: D", "severity: urgent\n    title: D");

  it.each([
    [
      "an urgent watch that wakes nobody",
      URGENT,
      "name a chat, push, mail or webhook channel that collects no digest in its notify, or in its escalate",
    ],
    [
      "an escalation to a digest",
      URGENT.replace("notify:", "escalate: {after: 10m, to: [late]}\n    notify:").replace("[screen]", "[hook]") +
        `  hook: ${WEBHOOK}\n  late: {console: {}, digest: {every: 1h}}\n`,
      "name a channel that collects no digest",
    ],
    [
      "operators who hear through the provider of the alerts",
      `operators: {page: [ops]}\n${WATCH.replace("[screen]", "[screen, hook]")}  hook: ${WEBHOOK}\n  ops: ${WEBHOOK}\n`,
      "name a channel of another kind as well, in page or notice of operators",
    ],
    [
      "a desk without operators",
      `${WATCH.replace("[screen]", "[screen, hook]")}  hook: ${WEBHOOK}\n`,
      "name a channel, of another kind if there is one, in page and notice of operators",
    ],
    [
      "an unknown key of a term",
      `lists: {l: {de: [{term: Asyl, english: asylum}]}}\n${WATCH}`,
      "a term has term, not, and its meaning under a language code: {term: Asyl, en: asylum}",
    ],
  ])("says what to do about %s", async (_what, yaml, remedy) => {
    const problems = problemsOf(await loadDesk(yaml, { HOOK: "x" }));
    expect(problems.map((problem) => problem.remedy)).toContain(remedy);
  });
});

import { describe, expect, it } from "vitest";
import { readPress } from "./read-press.ts";

const API = "https://slack.com/api/";
const ANSWER = "https://hooks.slack.com/actions/T1/2/x";
const ACTION = { action_id: "wirewatch_claim", value: "dlv_1", type: "button" };

function click(change: object = {}): object {
  const user = { id: "U7", username: "ada" };
  return { type: "block_actions", user, channel: { id: "C1" }, response_url: ANSWER, actions: [ACTION], ...change };
}

describe("a click in Slack", () => {
  it("says which button of which alert, who and where, and by which address whoever pressed is answered", () => {
    expect(readPress(click(), API)).toEqual({
      kind: "press",
      press: { action: "claim", alertId: "dlv_1", author: "ada (Slack user U7)", conversation: "C1" },
      answerUrl: ANSWER,
    });
  });

  it.each([
    ["without a name", { user: { id: "U7" } }, "Slack user U7"],
    ["with a name of several lines", { user: { id: "U7", username: "a\nb\u202E" } }, "a b (Slack user U7)"],
  ])("by somebody %s is theirs", (_fact, change, author) => {
    expect(readPress(click(change), API)).toMatchObject({ press: { author } });
  });

  it.each([
    ["of another app's button", { actions: [{ ...ACTION, action_id: "claim" }] }],
    ["of a button that is not known", { actions: [{ ...ACTION, action_id: "wirewatch_dance" }] }],
    ["of two buttons", { actions: [ACTION, ACTION] }],
    ["without a value", { actions: [{ ...ACTION, value: "" }] }],
    ["by nobody", { user: undefined }],
    ["by an id that is none", { user: { id: "<!channel>" } }],
    ["nowhere", { channel: null }],
    ["of another kind", { type: "view_submission" }],
  ])("%s cannot be read, and can be answered", (_fact, change) => {
    expect(readPress(click(change), API)).toEqual({ kind: "unreadable", answerUrl: ANSWER });
  });

  it.each([null, "text", 7, [], {}, { response_url: 7 }])("that is %j cannot be read nor answered", (payload) => {
    expect(readPress(payload, API)).toEqual({ kind: "unreadable", answerUrl: null });
  });

  it.each([
    ["https://hooks.slack.com/actions/1", API, true],
    ["https://hooks.slack-gov.com/actions/1", "https://slack-gov.com/api/", true],
    ["http://127.0.0.1:9/answer", "http://127.0.0.1:9/api/", true],
    ["http://127.0.0.1:9/answer", API, false],
    ["http://hooks.slack.com/actions/1", API, false],
    ["https://evilslack.com/", API, false],
    ["https://slack.com.example.org/", API, false],
    ["file:///etc/passwd", API, false],
    ["nonsense", API, false],
  ])("with the answer address %s under %s is answered: %s", (address, api, isAnswered) => {
    expect(readPress(click({ response_url: address }), api).answerUrl).toBe(isAnswered ? address : null);
  });
});

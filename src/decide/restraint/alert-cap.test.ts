import { expect, it } from "vitest";
import { AtMostOptions } from "../options.ts";
import { capsFor } from "./alert-cap.ts";

const HOUR = 3_600_000;
const URGENT = { severities: ["urgent"], alerts: 60, per: HOUR };

it.each([
  ["none without at_most", null, "urgent", []],
  ["its own for a normal alert", {}, "normal", [{ severities: ["low", "normal"], alerts: 20, per: HOUR }]],
  ["sixty an hour for an urgent one that is excepted", {}, "urgent", [URGENT]],
  [
    "both for an urgent one that is not",
    { except: [] },
    "urgent",
    [{ severities: ["low", "normal", "urgent"], alerts: 20, per: HOUR }, URGENT],
  ],
  ["none for what is excepted", { except: ["normal"] }, "normal", []],
] as const)("a channel's limit is %s", (_fact, given, severity, expected) => {
  const atMost = given === null ? null : AtMostOptions.parse({ alerts: 20, per: "1h", ...given });
  expect(capsFor(atMost, severity)).toEqual(expected);
});

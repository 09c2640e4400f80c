import { expect, it } from "vitest";
import { Zone } from "./schema.ts";

it.each(["Europe/London", "UTC", "utc", "CET", "EST5EDT", "GB", "Asia/Tehran"])("%s is a time zone", (zone) => {
  expect(Zone.safeParse(zone).success).toBe(true);
});

it.each(["BST", "IST", "PST", "ist", "London", "Europe/Londn", ""])("%s is none, whatever ICU takes it for", (zone) => {
  expect(Zone.safeParse(zone).error?.issues.map(({ message }) => message)).toEqual([
    "unknown time zone: write an IANA name such as Europe/London or UTC",
  ]);
});

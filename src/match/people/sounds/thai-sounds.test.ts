import { expect, it } from "vitest";
import { soundsOfThai } from "./thai-sounds.ts";

it.each([
  ["เคนอิจิ", "keniJi"],
  ["โมริ", "mori"],
  ["กิตติศักดิ์", "kittisak"],
  ["หลี่", "li"],
  ["เวี่ยน", "wiyn"],
  ["ไมค์", "mai"],
  ["ເຄນອິຈິ", "keniJi"],
  ["ໂມຣິ", "mori"],
  ["ໝີ", "mi"],
  ["Mori", ""],
  ["", ""],
])("%s: %s", (thai, sounds) => {
  expect(soundsOfThai(thai)).toBe(sounds);
});

import { expect, it } from "vitest";
import { scriptOf } from "./script.ts";
import { soundsOf } from "./sounds.ts";

it.each([
  ["ተስፋይ", "tesfay"],
  ["ገብረመስቀል", "gebremesqel"],
  ["ኃይለማርያም", "haylemaryam"],
  ["አበበ", "abebe"],
  ["रघुवंशी", "raguvanSi"],
  ["ज़ॉ", "zo"],
  ["ख़ान", "xan"],
  ["विक्रम", "vikram"],
  ["রঘুবংশী", "ragubanSi"],
  ["রয়", "ray"],
  ["ਸਿੰਘ", "siN"],
  ["પટેલ", "patel"],
  ["ராஜன்", "rajan"],
  ["రెడ్డి", "redi"],
  ["ರಾಜೀವ", "rajiv"],
  ["നായർ", "nayar"],
  ["gołąb", "golomb"],
  ["сингх", "siN"],
])("%s sounds as %s", (word, sounds) => {
  expect(soundsOf(word, scriptOf(word)).toLowerCase()).toBe(sounds.toLowerCase());
});

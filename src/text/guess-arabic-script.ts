import { chooserOf } from "./language-traits.ts";

const URDU = "ٹڈڑںےہ";
const PASHTO = "ټډړږښڼۍځڅ";
const KURDISH = "ڕڵۆێ";
const UYGHUR = "ۇۈۋڭ";
const SINDHI = "ٿڀڄڃڦڙڻڳڱ";
const OTHERS = `${PASHTO}${KURDISH}${UYGHUR}${SINDHI}`;

/**
 * Tells the languages of the Arabic script apart. Persian text from older systems has the Arabic letters ك and ي, so
 * these only speak for Arabic, never against Persian.
 */
export const guessArabicScript = chooserOf({
  ar: {
    own: "ةإ",
    some: "ىكيأؤ",
    never: `پچژگکی${URDU}${OTHERS}`,
    shapes: /^[وبكفل]?ال.{3}/,
    words: "في من على إلى الى أن ان عن مع بعد هذا هذه التي الذي كان قد ما لم بين قبل ضد أو عند خلال",
  },
  fa: {
    some: "پچژگکی",
    never: `ةإ${URDU}${OTHERS}`,
    shapes: /(?:های|ها|گان|گی|گي)$|^ن?می\u200C|^ن?مي\u200C/,
    words:
      "از در به که كه را این اين است با برای براي شد کرد كرد و تا بر هم خود شده یک يك آن نیست نيست اما پس می مي بود",
  },
  ur: {
    own: URDU,
    never: `ةإي${OTHERS}`,
    words: "کے کی کا میں نے سے کو ہے ہیں پر اور کہ یہ اس تھا تھی گیا کر بھی نہیں بعد لیے",
  },
  ps: { own: PASHTO, never: `ة${URDU}${KURDISH}`, words: "د په چې کې سره له دی ته هم او یې نه وي" },
  ckb: { own: KURDISH, never: `ة${URDU}${PASHTO}`, words: "لە بە و کە بۆ ئەو ئەم لەگەڵ" },
  ug: { own: UYGHUR, never: `ة${PASHTO}`, words: "ۋە بۇ بىر بىلەن ئۈچۈن" },
  sd: { own: SINDHI, never: "ة", words: "جي ۾ جو کي کان ۽ تي" },
});

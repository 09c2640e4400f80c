/** Mr, Mrs, Miss, as they are written: `bà` is not `ba`, three. */
const WORDS = new Set(
  "ông bà anh chị khun pak bapak ibu encik datuk puan ato woizero tuan dato pan pani panu panią sayın bay bayan herr herrn frau monsieur madame mme señor señora senhor senhora signor signora пан пана пані панові г-н г-жа господин господина господину госпожа shri smt श्री श्रीमती जनाब جناب آقای خانم السيد السيدة מר גברת κύριος κ κυρία κα مېرمن مېرمنې ښاغلی ښاغلي doamna doamnei domnul domnului mevrouw meneer mevr dhr fru hr rouva herra محترمہ জনাব বেগম cənab xanım ქალბატონი ბატონი պարոն տիկին ponas ponia zonja zoti gospođa gospodin господине госпођа".split(
    " ",
  ),
);
/** Monsieur, don: letters that are no initials, by language. */
const LETTERS: Readonly<Record<string, string>> = { fr: "m", es: "d" };

/** Whether a word with its marks, in whatever case, addresses somebody by name. */
export function isAddressWord(source: string): boolean {
  return WORDS.has(source.normalize("NFC").toLowerCase());
}

/** The same of a folded letter with a full stop behind it; where the language is unknown, of any. */
export function isAddressLetter(letter: string, language: string | null): boolean {
  return language === null ? Object.values(LETTERS).includes(letter) : LETTERS[language] === letter;
}

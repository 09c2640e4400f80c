/**
 * How far words are from a name, all on one scale: 0 spelled alike; below `BY_SOUND` alike but for an ending or a prefix (what
 * each costs stands beside it, in `words/readings.ts` and `words/case-endings.ts`); above it alike by sound, up to about 1 the
 * same name in another spelling; `FAR` another name. What single sounds cost stands in `sound-distance.ts`.
 */

/** What every comparison by sound costs beside one of equal letters; the same class of given names costs just it. */
export const BY_SOUND = 0.1;
/** Distance of what is not alike at all. */
export const FAR = 9;

// One word beside one part of a name.

/** By the consonants that carry the part. */
const MOST_BY_CONSONANTS = [0.35, 0.35, 0.55, 0.7, 0.9, 0.9] as const;
const MOST_OF_LONG = 1.1;

/** How far a word may be from a part of so many consonants. */
export function limitFor(consonants: number): number {
  return MOST_BY_CONSONANTS[consonants] ?? MOST_OF_LONG;
}

/** Within one script without short vowels, a name is copied: more than one letter of a kind makes another name. */
export const MOST_IN_ONE_ABJAD = 0.2;
/** In one script, of a word between given name and surname. */
export const MOST_OF_WORD_BETWEEN = 0.2;
/** In Latin letters `-a` tells women's names from men's: Petra, Peter; Obolenskaya, Obolensky. */
export const OTHER_GENDER = 0.3;
/** A word that far is no given name of a person's: it is nearer than what makes a full name. */
export const NO_GIVEN_NAME = 0.25;
/** For each consonant of a city's name. */
export const MOST_OF_CITY = 0.1;

// Two words beside given name and surname: both distances together.

/** For each consonant of both, beside `BY_SOUND` for each part that is alike by sound. */
export const PAIR_BY_CONSONANT = 0.12;
/** The same where the script of the text tells little of the one that is listed. */
export const PAIR_BY_CONSONANT_FAR = 0.09;
/** Of names with few consonants, where the item tells the person's role. */
export const MOST_OF_SHORT_PAIR = 0.75;
/** Of any two, with what their order and the words between cost. */
export const MOST_OF_PAIR = 1.5;
/** What the other order costs than the listed one. */
export const REVERSED = 0.02;
/** What words between cost. */
export const WORD_BETWEEN = 0.01;
/** What an initial in the place of a given name costs. */
export const INITIAL = 0.3;
/** Of the surname beside it. */
export const MOST_BESIDE_INITIAL = 0.65;
/** What a listed name with a part left out costs. */
export const SHORTENED = 0.05;
/** What a spelling costs that a rule makes of a listed name. */
export const DERIVED = 0.1;
/** Rather somebody else once too often: a look-alike may be farther, for the nearest name wins in any case. */
export const LOOK_ALIKE_ALLOWANCE = 0.3;

// What `careful` asks of a pair beyond that: surely the name, all the more where no vowels are written.

export const MOST_IN_CAREFUL = 0.5;
/** With Arabic or Hebrew letters on one side. */
export const MOST_IN_CAREFUL_ABJAD = 0.25;
export const MOST_OF_KOREAN_GIVEN_IN_CAREFUL = 0.4;
/** Where a name is copied or made by rule: apart from what every comparison by sound costs, the same sounds. */
export const MOST_OF_SAME_SOUNDS = BY_SOUND + 0.02;

// A surname alone.

/** Farther, a word is nobody's surname. */
export const MOST_OF_BEARER = 0.8;
/** Persons so much farther than the nearest bear it as well. */
export const BEARS_AS_WELL = 0.05;
/** From here on a prefix is attached to it, not an article alone. */
export const PREFIXED = 0.04;
/** Beside an office; farther, only the given name makes it the person. */
export const MOST_BESIDE_OFFICE = 0.55;
/** Beside an office, of a surname of two consonants. */
export const MOST_OF_TWO_CONSONANTS = 0.2;
/** With an office elsewhere in the item. */
export const MOST_WITH_OFFICE_IN_ITEM = 0.5;
/** Of a head of state's, for each consonant but the first, beside `BY_SOUND`. */
export const HEAD_BY_CONSONANT = 0.16;
/** Of a foreigner's in Han characters: the share of what one with so many consonants may differ at all, for nothing makes up for it. */
export const SHARE_IN_HAN = 0.6;

// Which of several names is meant.

/** Each word of a listed spelling brings it so much nearer: it is surer than what it covers. */
export const LISTED_WORD = -0.1;
/** So does a whole run of characters in a script without spaces. */
export const LISTED_RUN = -1;
/** A longer name beats one inside it up to this much nearer. */
export const LONGER_NAME_ALLOWANCE = 0.6;
/** Persons so much farther than the nearest share the name. */
export const SHARES_NAME = 0.03;
/** A look-alike up to so much farther takes the name from the person. */
export const LOOK_ALIKE_MARGIN = 0.0501;
/** One with a bracket, which bears the person's own name: by sound both parts cost as much beside one that is spelled alike. */
export const OWN_NAME_MARGIN = 0.35;
/** A mention by sound up to here is a good one, farther a fair one. */
export const MOST_OF_GOOD = 0.5;
/** Nearer than this, a name of one is taken for another's where the other alone is listed. */
export const CONFUSABLE = 0.5;

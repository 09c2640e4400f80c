import { foldWord } from "../sounds/fold-word.ts";

function folded(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(foldWord));
}

/** Articles that Arabic names carry and transliterations drop. */
const ARTICLES = folded(
  "al el ul as ash ad an ar at az es esh ed er et ez il аль эль ас аш ад ан ар ат аз אל ал ель αλ ελ ალ ელ ալ էլ अल এল আল",
);
const OTHER_PARTICLES = folded(
  `bin ibn ben bint ould de da do dos das del della di la le du van von der den ter ten zu zum y e i бин ибн бен ван вон фон дер ден де ди ду дю дель делла ла ле цу цум душ дуз дос дас
  ファン ヴァン フォン デル デン テン ド デ ドゥ ディ デラ ビン ベン 판 반 폰 데르 덴 드 데 디 빈 벤 वैन वान फॉन डेर
  βαν φαν φον ντερ ντε ντι ντα ντελ վան ֆոն դեր դե դի դա فان فون دن دير ديل بن بنت ابن`,
);
/** Written as one with the word behind them. */
const JOINING = folded(
  `abd abdel abdul abdal abdol abdoul abu abou ben bin ibn ould عبد ابو بن ولد עבד אבו ולד абд абдель абдул абу бен
  αμπντ αμπντέλ αμπντούλ αμπού μπεν աբդել աբդուլ աբու բեն აბდელ აბდულ აბუ ბენ अब्दुल अब्देल अबू बेन আবদেল আবদুল আবু বেন
  アブデル アブドゥル アブ ベン 압델 압둘 아부 벤`,
);
const OF_FAMILIES = folded(
  "ben ould abu abou бен абу بن ولد ابو בן ולד אבו μπεν αμπού ベン アブ 벤 아부 ბენ აბუ բեն աբու",
);
const SERVANT = folded("abd عبد абд עבד");
/** Son and daughter of: what follows is a father's name. Ben and Ould begin the names of families. */
const CHILD_OF = folded("bin binti binte bint ibn бин ибн بن بنت ابن");
const TITLES = folded(
  `prime supreme leader king queen prince princess pope vice deputy foreign spokesman spokeswoman mr mrs ms miss dr prof sir dame lord lady baron count u daw ko seyed sayyed seyyed sayed syed sayyid seyyid sheikh shaykh
  datuk dato encik puan bapak khun hajj haji hajji hojjatoleslam ayatollah grand président president general gen colonel col maj major capt captain lt lieutenant
  brigadier minister ambassador consul bey hanim hanım pasha سید آقای خانم دکتر شیخ حاج سردار السيد السيدة سيد شيخ الشيخ دكتور
  الدكتور dom don doña monsieur madame mme herr frau señor señora sr sra г-н г-жа господин госпожа пан пані pan pani мистер`,
);
const SUFFIXES = folded("jr junior sr senior ii iii младший старший hijo filho júnior");
/** Names of fathers, between given name and surname. */
const PATRONYMIC =
  /(?:вич|вна|вича|вичу|вичем|виче|вны|вне|вну|вной|івна|івни|івні|ович|льич|мич|ovich|evich|ovna|evna|owitsch|ewitsch|ovitch|evitch|ovych|ivna|avich|evič|ovič|oglu|qizi|қызы|ұлы|оглы|кызы)$/;

/** `al`, `el`: stands before a name and may be left out. */
export function isArticle(fold: string): boolean {
  return ARTICLES.has(fold);
}

/** `bin`, `de la`, `von`, articles: part of a name, never its beginning or end. */
export function isParticle(fold: string): boolean {
  return ARTICLES.has(fold) || OTHER_PARTICLES.has(fold);
}

/** `Dr`, `Sheikh`, ranks: stands before a name and is none of its words. */
export function isTitle(fold: string): boolean {
  return TITLES.has(fold);
}

/** `Abu Ghazaleh`, `Ben Kaddour`: two words, one part. */
export function joinsNext(fold: string): boolean {
  return JOINING.has(fold);
}

/** `Ben`, `Abu`: with the word behind it, the name of a family; `Abdul Rahman` is a given name more often. */
export function joinsFamily(fold: string): boolean {
  return OF_FAMILIES.has(fold);
}

/** `Abd`: an article may stand between it and the word it joins. */
export function isServant(fold: string): boolean {
  return SERVANT.has(fold);
}

/** `bin`, `binti`: the name behind it is the father's. */
export function isChildOf(fold: string): boolean {
  return CHILD_OF.has(fold);
}

/** `Jr`, `младший`: makes a name the son's. */
export function isSuffix(fold: string): boolean {
  return SUFFIXES.has(fold);
}

/** `Ivanovich`, `oglu`: says whose child somebody is. */
export function isPatronymic(fold: string): boolean {
  return PATRONYMIC.test(fold);
}

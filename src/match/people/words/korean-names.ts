import { foldWord } from "../sounds/fold-word.ts";
import { koreanInCyrillic } from "../sounds/korean-cyrillic.ts";

/** Korean surnames, Hangul first, then the romanisations in use: the same name is Ri, Lee, Yi and Rhee. */
const SURNAMES =
  "이 리 lee yi ri rhee i li|박 pak park bak|김 kim gim|최 choi choe choy|정 jung jeong chung chong jong cheong|" +
  "노 로 noh roh ro no rho|임 림 lim im rim yim|유 류 yu yoo ryu ryoo you|양 량 yang ryang|나 라 na ra|오 o oh|" +
  "서 seo suh so sur sŏ|우 woo u wu|조 cho jo joe|강 kang gang|권 kwon gwon kwŏn|윤 yoon yun|황 hwang whang|신 shin sin|" +
  "심 shim sim|허 heo hur huh ho hŏ|주 joo ju chu|장 jang chang|전 jeon jun chon chun chŏn|한 han|홍 hong|문 moon mun|" +
  "배 bae pae|백 baek paek paik|송 song|안 an ahn|고 ko go koh|구 koo ku gu|남 nam|민 min|변 byun byeon pyon|" +
  "성 sung seong song|손 son sohn|여 려 yeo ryo yo|염 렴 yeom ryom|용 룡 yong ryong|원 won|지 ji chi|진 jin chin|차 cha|" +
  "천 cheon chun chon|태 tae thae|하 ha|현 hyun hyeon hyon|방 bang pang|석 seok sok suk|설 seol sol|소 so|엄 eom um om|" +
  "왕 wang|탁 tak|표 pyo|함 ham|곽 kwak gwak|노 noh|도 do to|마 ma|맹 maeng|명 myung myong|모 mo|반 ban pan|봉 bong|" +
  "선 sun sŏn|육 yook ryuk|은 eun|인 in|제 je che|채 chae|추 choo chu|피 pi|길 gil kil|국 kuk guk|금 keum geum|" +
  "남궁 namgung namkung namgoong|황보 hwangbo whangbo|제갈 jegal chegal|사공 sagong|선우 sunwoo seonu sonu|독고 dokgo tokko";

/** What Cyrillic writes besides what Kontsevich's system makes of the Hangul. */
const CYRILLIC =
  "박=парк бак 최=цой чой цхой 이=лі 김=кім 정=чонг джонг джунг џонг 장=джанг чанг 신=шин шін 심=шим шім 강=канг ганг 백=бэк бек 배=бэ бе 방=банг бан 허=хур 성=сонг сунг 송=сонг";

const classesOfFold = new Map<string, number[]>();
const others = Map.groupBy(pairsOf(CYRILLIC), ([hangul]) => hangul);

function pairsOf(list: string): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  let hangul = "";
  for (const entry of list.split(" ")) {
    const [key = "", value] = entry.split("=");
    if (value !== undefined) hangul = key;
    pairs.push([hangul, value ?? key]);
  }
  return pairs;
}

/** A surname in Cyrillic: 정 is Чон and Чжон. */
function inCyrillic(hangul: string): string[] {
  const cyrillic = koreanInCyrillic(hangul);
  return [cyrillic, cyrillic.replace(/^ч(?!х)/, "чж"), ...(others.get(hangul) ?? []).map(([, spelling]) => spelling)];
}

for (const [id, row] of SURNAMES.split("|").entries()) {
  const spellings = row.split(" ");
  const cyrillic = spellings.filter((spelling) => /^[\uac00-\ud7a3]/.test(spelling)).flatMap(inCyrillic);
  for (const fold of new Set([...spellings, ...cyrillic].map(foldWord)))
    classesOfFold.set(fold, [...(classesOfFold.get(fold) ?? []), id]);
}

/** Surnames of two syllables. */
const LONG_SURNAMES = new Set("남궁 황보 제갈 사공 선우 서문 독고 동방".split(" "));

/** How many syllables of a Hangul name are its surname. */
export function koreanSurnameLength(name: string): number {
  return name.length > 2 && LONG_SURNAMES.has(name.slice(0, 2)) ? 2 : 1;
}

/** Surnames a spelling may stand for, as numbers; null: none. */
export function koreanSurnames(fold: string): readonly number[] | null {
  return classesOfFold.get(fold) ?? null;
}

/** North Korean spelling → South Korean at the beginning of a word. */
const INITIALS =
  "리이 로노 림임 류유 량양 라나 려여 렴염 룡용 녀여 뉴유 련연 령영 률율 래내 루누 렬열 례예 료요 륙육 륜윤 립입 녕영 념염 랑낭 락낙 란난 람남 론논 뢰뇌 롱농"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const);

/** A Hangul name as both Koreas write it. */
export function hangulSpellings(name: string): string[] {
  const first = name.charAt(0);
  const rest = name.slice(1);
  const others = INITIALS.flatMap(([north, south]) => {
    if (first === north) return [south + rest];
    return first === south ? [north + rest] : [];
  });
  return [...new Set([name, ...others])];
}

const PARTICLE =
  /(?:에게서|에게|한테|께서|이라고|라고|이라는|라는|이나|에서|으로|부터|까지|보다|처럼|은|는|이|가|을|를|의|와|과|에|도|만|씨|측|로|께|님)$/;

/** A Hangul word without its particle; null: it has none, or nothing of a name would be left. */
export function withoutKoreanParticle(word: string): string | null {
  const stem = word.replace(PARTICLE, "");
  return stem === word || stem.length < 2 ? null : stem;
}

/** Former, late, present, new, old, state, this, that: they stand before an office as a surname does. */
const DETERMINERS = new Set("전 고 현 신 구 주 이 그 총".split(" "));
/** One, our, both: before an office that the item makes a person's they are a surname. */
const FEWER = new Set("한 우 양".split(" "));

/**
 * Whether a syllable before an office says something else than whose it is.
 * @param isTold whether the item tells the post and the country of somebody of that surname
 */
export function isKoreanDeterminer(syllable: string, isTold: boolean): boolean {
  return DETERMINERS.has(syllable) || (!isTold && FEWER.has(syllable));
}

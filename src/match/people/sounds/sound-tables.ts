import type { Script } from "./script.ts";
import { tableOf, type Table } from "./table-of.ts";

/**
 * Spelling → sound by script: one symbol a sound, in the manner of Latin, and S = sh, Z = zh, C = ch, J = dzh, c = ts,
 * x = kh, G = gh, N = ng, k g q as written. The longest spelling that fits is taken; other letters stand for themselves.
 */
const LATIN =
  "ąb=omb ąp=omp ęb=emb ęp=emp schtsch=S shch=S šč=S şç=S štš=S scs=S tx=C ę=en ą=on x=ks szcz=S chtch=S stch=S tsch=C tsh=C dsch=J tch=C sch=S dzh=J dž=J kh=x gh=G zh=Z sh=S ch=C th=t dh=d ph=f ck=k " +
  "ts=c tz=c cz=C sz=S dj=J dż=J rz=Z qu=k oo=u ou=u ee=i eu=u eo=o ae=e ç=C ş=S ğ=G ı=i č=C š=S ž=Z ć=C ś=S ź=z ż=Z ń=n ñ=n " +
  "ł=l đ=d ð=d þ=t ț=c ţ=c ș=S ė=e ə=a ß=s æ=e ø=o å=o œ=o c=k";
const CYRILLIC =
  "дж=J дз=z тз=c тх=t дх=d бх=b гх=g пх=p кх=k а=a б=b в=v г=g ґ=g д=d е=e ё=o є=e ж=Z з=z и=i і=i ї=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=w ф=f " +
  "х=x ц=c ч=C ш=S щ=S ъ= ы=i ь= э=e ю=yu я=ya ђ=J ј=y љ=l њ=n ћ=C џ=J ѓ=g ќ=k ѕ=z қ=k ғ=G ә=a ө=o ү=u ұ=u ң=N һ=h ҳ=h ҷ=J җ=J ӣ=i ӯ=u";
const ARABIC =
  "گھ=g بھ=b پھ=p تھ=t دھ=d کھ=k جھ=J چھ=C ٹھ=t ڈھ=d شچ=S تش=C تس=c تز=c دج=J أو=u إي=i ا=a آ=a أ=a إ=i ٱ=a ب=b پ=p ت=t ث=s ج=J چ=C ح=h خ=x د=d ذ=z ر=r ز=z ژ=Z س=s ش=S ص=s ض=z ط=t ظ=z ع= غ=G ف=f ق=q ك=k ک=k " +
  "گ=g ڭ=N ل=l م=m ن=n ه=h ة=a ۀ=e ہ=h ھ=h و=w ؤ=w ي=y ی=y ى=a ئ= ء= ڤ=v ٹ=t ڈ=d ڑ=r ں=n ے=e ګ=g ځ=z څ=c ډ=d ړ=r ښ=x ږ=Z ټ=t ڼ=n ې=e ۍ=y ـ=";
const HEBREW =
  "שצ'=S ע'=G ר'=G או=o אי=i ג'=J ז'=Z צ'=C ץ'=C ת'=t ח'=x וו=v יי=y א=a ב=b ג=g ד=d ה=h ו=w ז=z ח=x ט=t י=y כ=k ך=x ל=l " +
  "מ=m ם=m נ=n ן=n ס=s ע= פ=p ף=f צ=c ץ=c ק=k ר=r ש=S ת=t";
const GREEK =
  "μπ=b ντ=d γκ=g γγ=ng ντζ=nJ ντσ=nc τζ=J τσ=c τς=c ου=u αυ=av ευ=ev ει=i οι=i αι=e α=a β=v γ=g δ=d ε=e ζ=z η=i θ=t ι=i κ=k λ=l μ=m ν=n " +
  "ξ=ks ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=x ψ=ps ω=o";
const GEORGIAN =
  "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=Z რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=G ყ=q შ=S ჩ=C ც=c ძ=z წ=c " +
  "ჭ=C ხ=x ჯ=J ჰ=h";
const ARMENIAN =
  "ու=u ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=e թ=t ժ=Z ի=i լ=l խ=x ծ=c կ=k հ=h ձ=z ղ=G ճ=C մ=m յ=y ն=n շ=S ո=o չ=C պ=p ջ=J ռ=r " +
  "ս=s վ=v տ=t ր=r ց=c ւ=v փ=p ք=k և=ev օ=o ֆ=f";
function kanaTable(): Table {
  const rows =
    "アイウエオ kカキクケコ gガギグゲゴ sサシスセソ zザジズゼゾ tタチツテト dダヂヅデド nナニヌネノ hハヒフヘホ bバビブベボ pパピプペポ mマミムメモ rラリルレロ";
  const table = tableOf(
    "ウィ=wi ウェ=we ウォ=wo イェ=ye ヤ=ya ユ=yu ヨ=yo ワ=wa ヲ=o ン=n ー= ッ= ァ=a ィ=i ゥ=u ェ=e ォ=o ャ=a ュ=u ョ=o",
  );
  const irregular = tableOf("ヴ=vu シチ=S シ=Si チ=Ci ツ=cu ジ=Ji フ=fu");
  const regular = rows.split(" ").flatMap((row) => {
    const consonant = /^[a-z]/.exec(row)?.[0] ?? "";
    return Array.from(row.slice(consonant.length), (kana, at) => [kana, consonant + "aiueo".charAt(at)] as const);
  });
  // A small vowel replaces the vowel before it: ジェ is je, not jie.
  const small = Array.from("ァィゥェォャュョ").flatMap((vowel) =>
    [...regular, ...irregular].map(([kana, sounds]) => {
      return [kana + vowel, sounds.replace(/[iueo]$/, "") + (table.get(vowel) ?? "")] as const;
    }),
  );
  return new Map([...regular, ...irregular, ...small, ...table]);
}

/** Tables by script; syllables of Hangul, of Ethiopic and of scripts of India are taken apart by arithmetic instead. */
export const SOUND_TABLES: ReadonlyMap<Script, Table> = new Map<Script, Table>([
  ["latin", tableOf(LATIN)],
  ["cyrillic", tableOf(CYRILLIC)],
  ["arabic", tableOf(ARABIC)],
  ["hebrew", tableOf(HEBREW)],
  ["greek", tableOf(GREEK)],
  ["georgian", tableOf(GEORGIAN)],
  ["armenian", tableOf(ARMENIAN)],
  ["kana", kanaTable()],
]);

/** Letters that keep their marks because the mark makes another sound. */
export const MARKED_LETTERS: ReadonlySet<string> = new Set("çşğčšžćśźżțţșйїўñęąأإ");

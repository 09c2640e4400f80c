/**
 * The pinyin of a Han name, surname first, as newspapers write it: `罗秀岚` → `Luo Xiulan`. The library is loaded when
 * it is first asked for: only `check` needs it. Pinyin does not lead back: many names share one.
 */
export async function pinyinOfName(han: string): Promise<string> {
  const { pinyin } = await import("pinyin-pro");
  const syllables = pinyin(han, { toneType: "none", type: "array", surname: "all", v: true });
  const surnameLength = han.length > 3 || COMPOUND_SURNAMES.has(han.slice(0, 2)) ? 2 : 1;
  const parts = [syllables.slice(0, surnameLength), syllables.slice(surnameLength)];
  return parts
    .map((part) => part.join(""))
    .filter((part) => part !== "")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
}

const COMPOUND_SURNAMES = new Set(
  "欧阳 司马 上官 诸葛 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 端木 百里 南宫 第五 歐陽 司馬 諸葛 東方".split(
    " ",
  ),
);

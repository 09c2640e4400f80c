import { chineseSurname } from "../words/han-surnames.ts";

/**
 * The pinyin of a Han name, surname first, as newspapers write it: `罗秀岚` → `Luo Xiulan`. The library is loaded when
 * it is first asked for: only `check` needs it. Pinyin does not lead back: many names share one.
 */
export async function pinyinOfName(han: string): Promise<string> {
  const { pinyin } = await import("pinyin-pro");
  const syllables = pinyin(han, { toneType: "none", type: "array", surname: "all", v: true });
  const surnameLength = han.length > 3 ? 2 : chineseSurname(han).length;
  const parts = [syllables.slice(0, surnameLength), syllables.slice(surnameLength)];
  return parts
    .map((part) => part.join(""))
    .filter((part) => part !== "")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
}

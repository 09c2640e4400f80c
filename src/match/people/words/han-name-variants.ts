/**
 * Characters of names: the traditional or Japanese form, then the simplified one that both are compared by; those that are
 * frequent in news stand in `HAN_VARIANTS`, which every text is folded by.
 */
const PAIRS =
  "鉉铉鎭镇潤润煥焕楓枫璉琏姬姫惠恵德徳極极鎬镐閏闰硯砚騏骐鈺钰鏞镛鎧铠錚铮靄霭頤颐頡颉顥颢飆飙鄺邝贇赟贛赣軾轼輿舆諭谕諶谌諄谆蓋盖蟬蝉縈萦礪砺礫砾當当疇畴烏乌漣涟淪沦淩凌歲岁欒栾業业棲栖檜桧暢畅愷恺惲恽懌怿彌弥嶸嵘崢峥嶠峤廬庐崑昆寵宠婭娅嬋婵" +
  "奐奂堯尧勻匀儼俨俠侠侶侣亙亘鑾銮鶯莺鳴鸣雛雏騫骞荊荆詮诠語语誥诰貽贻釗钊鈿钿銓铨鍊炼鏗铿鐸铎閆闫閎闳閑闲閨闺";

/** Form and simplified character. */
export const HAN_NAME_VARIANTS: readonly (readonly [form: string, simplified: string])[] = Array.from(
  { length: PAIRS.length / 2 },
  (_, at) => [PAIRS.charAt(2 * at), PAIRS.charAt(2 * at + 1)],
);

const simplified = new Map(HAN_NAME_VARIANTS);

/** A folded Han character as names are compared by it: 硯 is 砚. */
export function foldOfName(character: string): string {
  return simplified.get(character) ?? character;
}

import { expect, it } from "vitest";
import { isSameKoreanName, koreanSounds } from "./korean-romanisation.ts";

function areSame(left: string, right: string): boolean {
  const [a, b] = [koreanSounds(left), koreanSounds(right)];
  return a !== null && b !== null && isSameKoreanName(a, b);
}

it.each([
  ["태성", "tae-seong taesung thaesong taesŏng"],
  ["현규", "hyeongyu hyunkyu hyongyu hyun-kyu"],
  ["용찬", "yongchan yong-chan ryongchan"],
  ["룡해", "ryonghae yonghae ryong-hae"],
  ["철", "chol cheol chul"],
  ["정은", "jongun jeong-eun jungeun chongun"],
  ["혜린", "hyerin hyerin hye-rin hyelin"],
  ["원희", "wonhui weonhee won-hee"],
  ["석우", "seokwoo sukwoo soku"],
  ["지훈", "чихун чжихун джихун чжіхун джи-хун"],
  ["성택", "сонтхэк сонгтхэк сонтэк"],
  ["재원", "чжэвон чэвон"],
  ["현규", "хёнгю хёнкю"],
])("%s is spelled %s", (hangul, spellings) => {
  for (const spelling of spellings.split(" ")) expect([spelling, areSame(hangul, spelling)]).toEqual([spelling, true]);
});

it.each([
  ["태성", "taesang"],
  ["태성", "taesook"],
  ["용찬", "yongchol"],
  ["용찬", "yongchang"],
  ["현", "hyonu"],
  ["지훈", "чжихван"],
  ["성택", "самтхэк"],
])("%s is not spelled %s", (hangul, spelling) => {
  expect(areSame(hangul, spelling)).toBe(false);
});

it.each(["vladimir", "xi", "fedor", "김a", "strk", "владимир", "чжщи"])("%s is no Korean name", (word) => {
  expect(koreanSounds(word)).toBeNull();
});

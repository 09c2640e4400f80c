/** How the names of a person are built. */
export interface NameCustoms {
  /** Surname first, also where the order in the text is the other. */
  isFamilyFirst: boolean;
  isKorean: boolean;
  isJapanese: boolean;
  /** The middle one of three names is often an initial, or left out. */
  isVietnamese: boolean;
  /** Which of its words people are addressed by instead of a surname: Ông Thức, Khun Anuwat; null: a surname. */
  addressedBy: "first" | "last" | null;
  /** Of the person's country, where names in Latin letters are said otherwise than in English; null: unknown, or none such. */
  language: string | null;
  /** Burmese: no surname, all words are needed. */
  hasNoSurname: boolean;
}

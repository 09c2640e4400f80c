import { foldWord } from "../sounds/fold-word.ts";

/** Language whose words have a blank between their syllables. */
const VIETNAMESE = "vi";

/** Posts, and the offices of officials, by two neighbouring syllables. */
const OFFICES: Readonly<Record<string, string>> = {
  ambassador: "đại-sứ sứ-quán",
  consul: "lãnh-sự",
  attache: "tùy-viên tuỳ-viên",
  minister: "bộ-trưởng thủ-tướng thứ-trưởng ngoại-trưởng",
  spokesperson: "phát-ngôn",
  charge: "đại-biện",
  counsellor: "tham-tán cố-vấn",
  secretary: "bí-thư thư-ký",
  general: "đại-tướng thượng-tướng trung-tướng thiếu-tướng",
  officer: "đại-tá thượng-tá trung-tá thiếu-tá sĩ-quan",
  representative: "đại-diện",
  governor: "tỉnh-trưởng thống-đốc",
  president: "chủ-tịch tổng-thống",
  judge: "thẩm-phán",
  prosecutor: "công-tố",
};

const posts = new Map(
  Object.entries(OFFICES).flatMap(([post, words]) => words.split(" ").map((word) => [foldWord(word), post] as const)),
);

/** Teacher, singer, actor, writer, painter, player, student, doctor, farmer, musician, poet and others. */
const TRADES =
  "cô-giáo thầy-giáo giáo-viên ca-sĩ ca-sỹ diễn-viên nhà-văn nhà-thơ họa-sĩ cầu-thủ vận-động sinh-viên học-sinh bác-sĩ nông-dân nhạc-sĩ nghệ-sĩ đạo-diễn người-mẫu hoa-hậu kỳ-thủ võ-sĩ tay-vợt kình-ngư";

const trades = new Set(TRADES.split(" ").map(foldWord));

/** Whether two neighbouring syllables, folded, say that the name behind them is somebody's of another trade. */
export function vietnameseTrade(first: string, second: string, language: string | null): boolean {
  return language === VIETNAMESE && trades.has(first + second);
}

/** The post that two neighbouring syllables name, folded; null: none, or another language. */
export function vietnamesePost(first: string, second: string, language: string | null): string | null {
  return language === VIETNAMESE ? (posts.get(first + second) ?? null) : null;
}

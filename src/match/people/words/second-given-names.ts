/** Frequent second names that are surnames as well, and therefore no sign of a given name elsewhere. */
const SECOND_NAMES: ReadonlySet<string> = new Set(
  "alfredo alberto antonio manuel ramon enrique eduardo ricardo gustavo vinicius augusto miguel angel andres ernesto arturo jose carlos luis alejandro".split(
    " ",
  ),
);

/** Whether a folded word is known as a second given name, and hardly ever as a surname of officials. */
export function isSecondGivenName(fold: string): boolean {
  return SECOND_NAMES.has(fold);
}

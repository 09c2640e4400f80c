/** A queue of scripted behaviours: each answers a number of requests and is then used up. */
export interface Script<Rule> {
  add(rule: Rule, times?: number): void;
  /** The first rule that applies, counted down; undefined: behave normally. */
  take(applies: (rule: Rule) => boolean): Rule | undefined;
}

export function createScript<Rule>(): Script<Rule> {
  let entries: { rule: Rule; left: number }[] = [];
  return {
    add(rule, times = 1) {
      entries.push({ rule, left: times });
    },
    take(applies) {
      const entry = entries.find(({ rule }) => applies(rule));
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) entries = entries.filter((other) => other !== entry);
      return entry.rule;
    },
  };
}

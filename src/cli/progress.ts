const LEAST_GAP_MS = 100;

/** One line on a terminal that shows how far a long work is. */
export interface Progress {
  /** @param total null: not counted yet */
  show(done: number, total: number | null): void;
  clear(): void;
}

export function createProgress(stream: NodeJS.WriteStream, what: string): Progress {
  let shownAt = 0;
  return {
    show(done, total) {
      const now = Date.now();
      if (now - shownAt < LEAST_GAP_MS) return;
      shownAt = now;
      stream.write(`\r\u001B[K${describe(done, total, what)}`);
    },
    clear: () => stream.write("\r\u001B[K"),
  };
}

function describe(done: number, total: number | null, what: string): string {
  if (total === null) return `${done.toLocaleString("en")} ${what}`;
  const share = total === 0 ? 100 : Math.floor((100 * done) / total);
  return `${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${what}, ${share} %`;
}

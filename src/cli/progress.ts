const LEAST_GAP_MS = 100;

/** One line on a terminal that shows how far a long work is; nothing elsewhere. */
export interface Progress {
  show(done: number): void;
  clear(): void;
}

export function createProgress(stream: NodeJS.WriteStream, { what, total }: { what: string; total: number }): Progress {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let shownAt = 0;
  return {
    show(done) {
      const now = Date.now();
      if (now - shownAt < LEAST_GAP_MS) return;
      shownAt = now;
      const share = total === 0 ? 100 : Math.floor((100 * done) / total);
      stream.write(`\r\u001B[K${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${what}, ${share} %`);
    },
    clear: () => stream.write("\r\u001B[K"),
  };
}

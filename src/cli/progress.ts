const LEAST_GAP_MS = 100;

/** One line on a terminal that shows how far a long work is. */
export interface Progress {
  show(done: number, total: number): void;
  clear(): void;
}

/** @param what is counted: `items read` */
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

function describe(done: number, total: number, what: string): string {
  const share = total === 0 ? 100 : Math.floor((100 * done) / total);
  return `${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${what}, ${share} %`;
}

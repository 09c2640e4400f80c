/** Work that is done sooner shows nothing. */
const FIRST_AFTER_MS = 1000;
const LEAST_GAP_MS = 100;

/** One line on a terminal that shows how far a long work is. */
interface Progress {
  show(done: number, total: number): void;
  clear(): void;
}

/**
 * @param what is counted: `items read`
 * @param now epoch milliseconds; the work begins with the call
 */
export function createProgress(stream: Pick<NodeJS.WriteStream, "write">, what: string, now: () => number): Progress {
  let nextAt = now() + FIRST_AFTER_MS;
  let isShown = false;
  return {
    show(done, total) {
      if (now() < nextAt) return;
      nextAt = now() + LEAST_GAP_MS;
      isShown = true;
      stream.write(`\r\u001B[K${describe(done, total, what)}`);
    },
    clear() {
      if (isShown) stream.write("\r\u001B[K");
    },
  };
}

/** Works, and shows on a terminal how far it is. @param what as for `createProgress` */
export async function withProgress<T>(
  what: string,
  work: (progress: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  if (!process.stderr.isTTY) return work(() => {});
  const progress = createProgress(process.stderr, what, Date.now);
  try {
    return await work((done, total) => progress.show(done, total));
  } finally {
    progress.clear();
  }
}

function describe(done: number, total: number, what: string): string {
  const share = total === 0 ? 100 : Math.floor((100 * done) / total);
  return `${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${what}, ${share} %`;
}

interface Repeated {
  everyMs: number;
  work: () => Promise<void>;
  onError: (error: unknown) => void;
}

/** Never two at once; the last one ends before what it uses is closed. */
export function repeat(building: AsyncDisposableStack, { everyMs, work, onError }: Repeated): void {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = null;
      });
  }, everyMs);
  building.defer(async () => {
    clearInterval(timer);
    await running;
  });
}

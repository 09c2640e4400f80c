/** Processor time of this thread so far, milliseconds: what others do on the machine is not in it. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** What is alive after a garbage collection, with the memory of buffers. Needs `node --expose-gc`. */
export function usedBytes(): number {
  // What a first collection lets go of by finalizers, a second one frees.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

import { cpus, loadavg, totalmem } from "node:os";

/** Others that work on the machine beyond this load of the last minute change the numbers. */
const IDLE_LOAD = 0.5;

/** Prints what a measurement means nothing without: command, machine, load, Node, date, and the seed of random texts. */
export function printHeader(title: string, command: string, seed?: number): void {
  const [cpu] = cpus();
  const [minute = 0, ...longer] = loadavg();
  const load = [minute, ...longer].map((value) => value.toFixed(2)).join(" ");
  console.log(`\n${title}`);
  console.log(`  command  ${command}`);
  console.log(
    `  machine  ${cpus().length} × ${cpu?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${load}`,
  );
  console.log(`  node     ${process.version}, ${process.platform}`);
  console.log(`  date     ${new Date().toISOString().slice(0, 16)}Z${seed === undefined ? "" : `, seed ${seed}`}\n`);
  if (minute > IDLE_LOAD) console.log(`  The machine is not idle: the numbers are worse than they would be.\n`);
}

/** Prints rows under a head, columns aligned: the first to the left, the others to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines) {
    const cells = line.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(`  ${cells.join("  ")}`);
  }
}

/** The value below which the share (0 to 1) of all values lies; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value; of an even number of values the lower middle one. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Epoch milliseconds with fractions, comparable between processes of one machine. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

import * as z from "zod";
import { CrashLife, liveInWorld } from "./crash-life.ts";

/**
 * A process in which lives are led one after the other, as its argument says: JSON of `CrashLife[]`. It tells its parent how
 * each came out, and waits to be killed.
 */
process.once("disconnect", () => process.exit(1));
for (const life of z.array(CrashLife).parse(JSON.parse(process.argv[2] ?? "[]")))
  process.send?.(await liveInWorld(life));

import type { Option } from "commander";

/** Where commands are added, and the option that all of them have. */
export interface CommandGroup {
  /** Its heading in the help of the whole program. */
  group: string;
  configOption: () => Option;
}

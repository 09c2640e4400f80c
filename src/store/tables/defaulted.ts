import type { Generated } from "kysely";

/** A row of which some columns have a default: whoever inserts may leave them out. */
export type Defaulted<Row, Columns extends keyof Row> = Omit<Row, Columns> & {
  [Column in Columns]: Generated<Row[Column]>;
};

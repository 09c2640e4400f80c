import type { ChannelRateRow, IncidentRow, Lease } from "../operation-rows.ts";

/** Trouble, and that by which processes agree. */
export interface OperationTables {
  incidents: IncidentRow;
  leases: LeasesTable;
  channelRates: ChannelRatesTable;
  configs: ConfigsTable;
  marks: MarksTable;
}

interface LeasesTable extends Lease {
  /** Empty: free. */
  owner: string;
}

interface ChannelRatesTable extends ChannelRateRow {
  channelId: string;
}

interface ConfigsTable {
  hash: string;
  body: string;
  loadedAt: number;
  active: number;
}

interface MarksTable {
  name: string;
  at: number;
}

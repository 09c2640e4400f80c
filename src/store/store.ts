import type {
  DocumentQueries,
  FeedQueries,
  HostQueries,
  ItemQueries,
  PageQueries,
  RetentionQueries,
  SubscriptionQueries,
} from "./reading-queries.ts";
import type { ClaimQueries, HoldQueries, SilenceQueries, SuppressionQueries } from "./restraint-queries.ts";
import type { MatchQueries, SketchQueries, StoryQueries } from "./matching-queries.ts";
import type {
  ConfigQueries,
  IncidentQueries,
  LeaseQueries,
  ProgressQueries,
  RateQueries,
} from "./operation-queries.ts";
import type { DeliveryQueries, EditionQueries } from "./telling-queries.ts";

/** Every question the program asks of its data, by subject. */
export interface StoreQueries {
  feeds: FeedQueries;
  items: ItemQueries;
  pages: PageQueries;
  documents: DocumentQueries;
  subscriptions: SubscriptionQueries;
  retention: RetentionQueries;
  stories: StoryQueries;
  sketches: SketchQueries;
  matches: MatchQueries;
  deliveries: DeliveryQueries;
  holds: HoldQueries;
  silences: SilenceQueries;
  claims: ClaimQueries;
  suppressions: SuppressionQueries;
  editions: EditionQueries;
  incidents: IncidentQueries;
  leases: LeaseQueries;
  hosts: HostQueries;
  configs: ConfigQueries;
  progress: ProgressQueries;
  rates: RateQueries;
}

/** The durable truth. */
export interface Store extends StoreQueries {
  readonly dialect: "sqlite" | "postgres";
  /**
   * Runs `work` in one transaction under the named store-wide lock: all of it is committed or nothing.
   * Use only the given queries inside: the outer ones would wait for this transaction for ever. No network calls.
   */
  underLock<T>(
    lock: "decide" | "editions" | "incidents" | "subscriptions",
    work: (queries: StoreQueries) => Promise<T>,
  ): Promise<T>;
  /** True when the database answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

import type { QueryContext } from "../query-context.ts";
import type { StoreQueries } from "../store.ts";
import { createClaimQueries } from "./claim-queries.ts";
import { createConfigQueries } from "./config-queries.ts";
import { createDeliveryQueries } from "./delivery-queries.ts";
import { createDocumentQueries } from "./document-queries.ts";
import { createEditionQueries } from "./edition-queries.ts";
import { createFeedQueries } from "./feed-queries.ts";
import { createHoldQueries } from "./hold-queries.ts";
import { createHostQueries } from "./host-queries.ts";
import { createIncidentQueries } from "./incident-queries.ts";
import { createItemQueries } from "./item-queries.ts";
import { createLeaseQueries } from "./lease-queries.ts";
import { createMatchQueries } from "./match-queries.ts";
import { createPageQueries } from "./page-queries.ts";
import { createProgressQueries } from "./progress-queries.ts";
import { createRateQueries } from "./rate-queries.ts";
import { createRetentionQueries } from "./retention-queries.ts";
import { createSilenceQueries } from "./silence-queries.ts";
import { createSketchQueries } from "./sketch-queries.ts";
import { createStoryQueries } from "./story-queries.ts";
import { createSuppressionQueries } from "./suppression-queries.ts";
import { createSubscriptionQueries } from "./subscription-queries.ts";

/** Every question, asked through the pool or inside one transaction. */
export function createQueries(context: QueryContext): StoreQueries {
  return {
    feeds: createFeedQueries(context),
    items: createItemQueries(context),
    pages: createPageQueries(context),
    documents: createDocumentQueries(context),
    subscriptions: createSubscriptionQueries(context),
    retention: createRetentionQueries(context),
    stories: createStoryQueries(context),
    sketches: createSketchQueries(context),
    matches: createMatchQueries(context),
    deliveries: createDeliveryQueries(context),
    holds: createHoldQueries(context),
    silences: createSilenceQueries(context),
    suppressions: createSuppressionQueries(context),
    claims: createClaimQueries(context),
    editions: createEditionQueries(context),
    incidents: createIncidentQueries(context),
    leases: createLeaseQueries(context),
    hosts: createHostQueries(context),
    configs: createConfigQueries(context),
    progress: createProgressQueries(context),
    rates: createRateQueries(context),
  };
}

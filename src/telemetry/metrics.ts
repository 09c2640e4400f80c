import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Answers that are asked for when metrics are read: numbers by label. Ages are seconds. */
interface MetricQuestions {
  feedsByState(): Promise<Readonly<Record<string, number>>>;
  subscriptionsByState(): Promise<Readonly<Record<string, number>>>;
  queueDepths(): Promise<Readonly<Record<string, number>>>;
  /** By channel; 0 where nothing is pending. */
  oldestPendingSeconds(): Promise<Readonly<Record<string, number>>>;
  /** By channel with a digest, since its last edition; a channel without one is left out. */
  editionAgeSeconds(): Promise<Readonly<Record<string, number>>>;
}

export interface Metrics {
  polls: Counter<"outcome">;
  pages: Counter<"outcome">;
  items: Counter;
  /** Items, or revisions of them, whose text was longer than what is matched. */
  cutItems: Counter;
  /** `seen`: from publication to our first sight of it; `told`: from there to the message that was accepted. */
  itemLag: Histogram<"stage">;
  matches: Counter<"watch">;
  deliveries: Counter<"channel" | "outcome">;
  pushes: Counter<"outcome">;
  /** Records a load of the configuration; instants are epoch milliseconds. */
  configRead(successful: boolean, at: number): void;
  /**
   * Says whom to ask for the gauges that are counted when they are read. A question that fails leaves its gauge out
   * of that reading and is handed to `onError`.
   */
  askFrom(questions: MetricQuestions, onError: (error: unknown) => void): void;
  /** The text of `/metrics`. */
  render(): Promise<string>;
}

const LAG_BUCKETS_S = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 14_400, 86_400];

interface Asked {
  name: string;
  help: string;
  label: string;
  ask: keyof MetricQuestions;
}

const ASKED: readonly Asked[] = [
  { name: "wirewatch_feeds", help: "Feeds by state.", label: "state", ask: "feedsByState" },
  {
    name: "wirewatch_websub_subscriptions",
    help: "Subscriptions at hubs by state.",
    label: "state",
    ask: "subscriptionsByState",
  },
  { name: "wirewatch_queue_depth", help: "Jobs waiting, delayed and running.", label: "queue", ask: "queueDepths" },
  {
    name: "wirewatch_delivery_oldest_pending_seconds",
    help: "Age of the oldest message that no channel has accepted yet.",
    label: "channel",
    ask: "oldestPendingSeconds",
  },
  {
    name: "wirewatch_digest_edition_age_seconds",
    help: "Time since the last edition of a digest.",
    label: "channel",
    ask: "editionAgeSeconds",
  },
];

type AskFrom = Metrics["askFrom"];

/** Registers the gauges that are asked for, and gives back how to name whom to ask. */
function registerAsked(registers: Registry[]): AskFrom {
  let from: { questions: MetricQuestions; onError: (error: unknown) => void } | null = null;
  for (const { name, help, label, ask } of ASKED) {
    const gauge = new Gauge({ name, help, labelNames: [label], registers, collect });
    async function collect(): Promise<void> {
      gauge.reset();
      try {
        const answers = (await from?.questions[ask]()) ?? {};
        for (const [value, count] of Object.entries(answers)) gauge.set({ [label]: value }, count);
      } catch (error) {
        from?.onError(error);
      }
    }
  }
  return (questions, onError) => {
    from = { questions, onError };
  };
}

function registerConfigRead(registers: Registry[]): Metrics["configRead"] {
  const successful = new Gauge({
    name: "wirewatch_config_last_reload_successful",
    help: "1 when the last load of the configuration was valid, 0 when an older one keeps running.",
    registers,
  });
  const loadedAt = new Gauge({
    name: "wirewatch_config_last_reload_timestamp_seconds",
    help: "When the running configuration was loaded.",
    registers,
  });
  return (valid, at) => {
    successful.set(valid ? 1 : 0);
    if (valid) loadedAt.set(at / 1000);
  };
}

/** The metrics of one process, in a registry of its own. */
export function createMetrics({ version }: { version: string }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "wirewatch_build_info",
    help: "Always 1; the version and its Node are labels.",
    labelNames: ["version", "node"],
    registers,
  }).set({ version, node: process.version }, 1);

  return {
    polls: new Counter({
      name: "wirewatch_polls_total",
      help: "Polls by what came of them.",
      labelNames: ["outcome"],
      registers,
    }),
    pages: new Counter({
      name: "wirewatch_pages_total",
      help: "Tries to read the page of an item by what came of them.",
      labelNames: ["outcome"],
      registers,
    }),
    cutItems: new Counter({
      name: "wirewatch_items_cut_total",
      help: "Items matched without the end of their text, which was longer than 256 kB.",
      registers,
    }),
    items: new Counter({ name: "wirewatch_items_total", help: "Items seen for the first time.", registers }),
    itemLag: new Histogram({
      name: "wirewatch_item_lag_seconds",
      help: "seen: from publication to the poll that shows the item; told: from there to the accepted message.",
      labelNames: ["stage"],
      buckets: LAG_BUCKETS_S,
      registers,
    }),
    matches: new Counter({ name: "wirewatch_matches_total", help: "Matches.", labelNames: ["watch"], registers }),
    deliveries: new Counter({
      name: "wirewatch_deliveries_total",
      help: "Attempts to deliver by what came of them.",
      labelNames: ["channel", "outcome"],
      registers,
    }),
    pushes: new Counter({
      name: "wirewatch_websub_pushes_total",
      help: "Pushes of hubs by what came of them.",
      labelNames: ["outcome"],
      registers,
    }),
    configRead: registerConfigRead(registers),
    askFrom: registerAsked(registers),
    render: () => registry.metrics(),
  };
}

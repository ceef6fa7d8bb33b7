import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Cost } from "./admission.ts";

/** What is asked for only when somebody looks. */
export type Measured = {
  readonly sockets: number;
  readonly subscriptions: number;
  readonly live: { readonly groups: number; readonly members: number };
  readonly waitingOperations: number;
  readonly feedLag: number;
  readonly pulseAgeSeconds: number;
  readonly latenessSeconds: number;
  readonly dueRows: number;
  readonly pools: readonly {
    readonly name: string;
    readonly total: number;
    readonly idle: number;
    readonly waiting: number;
  }[];
};

/** This process's figures, in Prometheus' words; each server has a registry of its own. */
export class Metrics {
  readonly registry = new Registry();
  readonly #operations = new Counter({
    name: "watchdesk_operations_total",
    help: "Operations by their name, the code of their first error (OK without one) and the kind of viewer.",
    labelNames: ["operation", "code", "viewer"],
    registers: [this.registry],
  });
  readonly #duration = new Histogram({
    name: "watchdesk_operation_seconds",
    help: "From the admission of an operation to its answer.",
    labelNames: ["operation"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly #points = new Counter({
    name: "watchdesk_cost_points_total",
    help: "Points requested before, and charged after, operations ran.",
    labelNames: ["which", "viewer"],
    registers: [this.registry],
  });
  readonly #gauges: readonly { readonly gauge: Gauge; readonly of: (measured: Measured) => number }[];
  readonly #pool = new Gauge({
    name: "watchdesk_pool_connections",
    help: "Connections of each pool of the database by their state; waiting: requests for one.",
    labelNames: ["pool", "state"],
    registers: [this.registry],
  });

  constructor() {
    const gauge = (name: string, help: string, of: (measured: Measured) => number) => ({
      gauge: new Gauge({ name: `watchdesk_${name}`, help, registers: [this.registry] }),
      of,
    });
    this.#gauges = [
      gauge("sockets", "Open sockets.", (m) => m.sockets),
      gauge("subscriptions", "Operations that run on sockets, mostly subscriptions.", (m) => m.subscriptions),
      gauge("live_members", "Subscribers to boards.", (m) => m.live.members),
      gauge(
        "live_groups",
        "Different boards that they subscribe to: each is looked at and told once.",
        (m) => m.live.groups,
      ),
      gauge("waiting_operations", "Operations of integrations that wait for their turn.", (m) => m.waitingOperations),
      gauge("feed_lag_events", "Events of the log that this process has not heard yet.", (m) => m.feedLag),
      gauge("pulse_age_seconds", "Age of the sequencer's last pulse.", (m) => m.pulseAgeSeconds),
      gauge("timer_lateness_seconds", "How long the earliest due row has been due.", (m) => m.latenessSeconds),
      gauge("due_rows", "Rows that are due and not fired yet.", (m) => m.dueRows),
    ];
    collectDefaultMetrics({ register: this.registry }); // the event loop's delay, heap, CPU
  }

  request(operation: string, code: string, viewer: string, ms: number | null, cost: Cost | undefined): void {
    this.#operations.inc({ operation, code, viewer });
    if (ms !== null) this.#duration.observe({ operation }, ms / 1000);
    if (!cost) return;
    this.#points.inc({ which: "requested", viewer }, cost.requested);
    this.#points.inc({ which: "actual", viewer }, cost.actual);
  }

  async text(measured: Measured): Promise<string> {
    for (const { gauge, of } of this.#gauges) gauge.set(of(measured));
    for (const { name, total, idle, waiting } of measured.pools) {
      this.#pool.set({ pool: name, state: "busy" }, total - idle);
      this.#pool.set({ pool: name, state: "idle" }, idle);
      this.#pool.set({ pool: name, state: "waiting" }, waiting);
    }
    return this.registry.metrics();
  }
}

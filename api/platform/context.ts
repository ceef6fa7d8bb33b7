import DataLoader from "dataloader";
import type { Instant } from "../core/time.ts";
import type { Desk } from "./desk.ts";
import type { House } from "./house.ts";
import { type Acting, type Effect, performOnce, repeatOnce } from "./idempotency.ts";
import type { Query } from "./read.ts";
import type { Seal } from "./seal.ts";
import type { Viewer } from "./viewer.ts";
import type { Visitor } from "./visitor.ts";

/** Of a page's hundred, so many by one statement: rows that come are read in one breath. */
const PACED_BATCH = 25;

/**
 * What a resolver may use: who asks, the one door for reads, the one way to act. No `#private` fields: Apollo copies the
 * object for each request.
 */
export class Context {
  readonly viewer: Viewer;
  readonly seal: Seal;
  readonly house: House;
  readonly requestId: string;
  /** Names the whole request, so that it can be sent again: the header, or the extension on a socket. */
  readonly idempotencyKey: string | null;
  /** What this request does under idempotency keys. */
  readonly effects: Effect[] = [];
  /** The one at present: root fields of a mutation run one after the other. */
  private present: Effect | undefined;
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();
  private asked: Promise<Instant> | undefined;

  constructor(house: House, { viewer, seal }: Visitor, requestId: string, idempotencyKey: string | null = null) {
    this.house = house;
    this.viewer = viewer;
    this.seal = seal;
    this.requestId = requestId;
    this.idempotencyKey = idempotencyKey;
  }

  /** Reads plain rows through the door, within what the viewer may see. */
  read<R>(query: Query): Promise<R[]> {
    return this.house.read<R>(this.viewer, query);
  }

  /** Performs one verb in one transaction; under a key, once: a repetition gets the outcome of the first time. */
  verb<T>(act: (desk: Desk) => Promise<T>): Promise<T> {
    return this.act(this.house, act);
  }

  /** The same on what is the desk's own (credentials, the audit), for viewers whose login does not see that. */
  verbAsDesk<T>(act: (desk: Desk) => Promise<T>): Promise<T> {
    const { performAsDesk: perform, turns } = this.house;
    return this.act({ perform, turns }, act);
  }

  private act<T>(acting: Acting, act: (desk: Desk) => Promise<T>): Promise<T> {
    return this.present ? performOnce(acting, this, this.present, act) : acting.perform(this.viewer, act);
  }

  /** Whatever `act` does by a verb is this effect. */
  async under<T>(effect: Effect, act: () => Promise<T> | T): Promise<T> {
    this.effects.push(effect);
    this.present = effect;
    try {
      return await act();
    } finally {
      this.present = undefined;
    }
  }

  /** What is not a transaction of the desk (a sandbox's clock is set by steps) and is harmless to repeat. */
  steps<T>(act: () => Promise<T>): Promise<T> {
    return this.present ? repeatOnce(this.house, this, this.present, act) : act();
  }

  /** Reads by many statements at one snapshot; what is done there is undone. */
  look<T>(act: (desk: Desk) => Promise<T>): Promise<T> {
    return this.house.look(this.viewer, act);
  }

  /** Desk time, read once for the whole request, so that all of an answer speaks of the same instant. */
  now(): Promise<Instant> {
    this.asked ??= this.house.now();
    return this.asked;
  }

  /** Forgets the instant and what was loaded: after a verb, or for the next message, the answer speaks of what is now. */
  refresh(): void {
    this.asked = undefined;
    this.loaders.clear();
  }

  /** Many loads of one kind in one request become one statement; an integration's few, and it goes on at its pace. */
  load<K extends string, V>(
    kind: string,
    key: K,
    batch: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
  ): Promise<V | null> {
    const pace = this.house.paceOf(this.viewer);
    let loader = this.loaders.get(kind) as DataLoader<K, V | null> | undefined;
    if (!loader) {
      const found = async (keys: readonly K[]) => {
        const values = await batch(keys);
        return keys.map((k) => values.get(k) ?? null);
      };
      loader = new DataLoader<K, V | null>(found, pace ? { maxBatchSize: PACED_BATCH } : {});
      this.loaders.set(kind, loader as never);
    }
    const loaded = loader.load(key);
    return pace ? loaded.then((value) => pace.turn().then(() => value)) : loaded;
  }
}

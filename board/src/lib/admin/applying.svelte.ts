import { query } from "../gql.ts";
import { Application, type ApplicationShown, Disturbed, type DisturbedShown } from "./documents.ts";

const EVERY = 1_000;

/** One application on its way through the open clocks, followed by its id until the last ticket is done. */
export class Applying {
  shown: ApplicationShown | null = $state.raw(null);
  /** Tickets in which something happened since the dry run; known at the end. */
  disturbed: readonly DisturbedShown[] = $state.raw([]);
  trouble: string | null = $state(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #followed: string | null = null;

  /** `since`: the position of the dry run that was seen, if there was one. The returned function stops. */
  follow(id: string, since: string | null, atTheEnd?: () => void): () => void {
    this.forget();
    this.#followed = id;
    void this.#look(id, since, atTheEnd);
    return () => this.stop();
  }

  get running(): boolean {
    return this.shown !== null && !this.shown.finishedAt;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#followed = null;
  }

  forget(): void {
    this.stop();
    this.shown = null;
    this.disturbed = [];
    this.trouble = null;
  }

  async #look(id: string, since: string | null, atTheEnd?: () => void): Promise<void> {
    try {
      const { policyApplication } = await query(Application, { id });
      if (this.#followed !== id) return;
      this.shown = policyApplication ?? null;
      this.trouble = policyApplication ? null : "The desk does not know of this application.";
      if (policyApplication?.finishedAt) {
        atTheEnd?.();
        return await this.#readDisturbed(id, since);
      }
      if (!policyApplication) return;
    } catch (error) {
      if (this.#followed !== id) return;
      this.trouble = (error as Error).message; // the worker goes on all the same, so it is looked for again
    }
    this.#timer = setTimeout(() => void this.#look(id, since, atTheEnd), EVERY);
  }

  async #readDisturbed(id: string, since: string | null): Promise<void> {
    if (since === null) return;
    const { policyApplication } = await query(Disturbed, { id, since });
    if (this.#followed === id) this.disturbed = policyApplication?.disturbedSince ?? [];
  }
}

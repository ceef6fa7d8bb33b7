import { query } from "../../gql.ts";
import type { DryRunInput } from "../documents.ts";
import { Editing } from "../editing.svelte.ts";
import { changesBetween } from "./changes.ts";
import { ApplyPlan, type PlanShown, PlanVersions, PublishPlan } from "./documents.ts";
import { draftOf, inputOfPlan, newDraft, type PlanDraft, readDraft } from "./plan-draft.ts";

/** One plan being edited. */
export class PlanEditing extends Editing<PlanShown, PlanDraft> {
  readonly #like: () => PlanShown | null;
  readonly #read = $derived(this.draft && readDraft(this.draft));
  /** As it would be sent; null while something cannot be read. */
  readonly input = $derived(this.#read?.input ?? null);
  readonly unsendable = $derived(this.#read?.faults ?? []);
  readonly changes = $derived(
    this.input && this.published ? changesBetween(inputOfPlan(this.published), this.input) : [],
  );
  /** What cannot be read is not the same as before, whatever it is. */
  readonly changed = $derived.by(() =>
    this.code === null ? this.unsaved : this.changes.length > 0 || (this.draft !== null && this.input === null),
  );
  /** What is tried on open clocks: the draft; while nothing is changed, the version that is published. */
  readonly tried: DryRunInput | null = $derived.by(() => {
    if (this.changed) return this.input && { plan: this.input };
    return this.published && { published: this.named(this.published.version) };
  });

  /** `like`: the plan whose terms a new one begins with. */
  constructor(code: string | null, like: () => PlanShown | null) {
    super("PLAN", code);
    this.#like = like;
  }

  protected async readVersions(code: string) {
    return (await query(PlanVersions, { code })).planVersions;
  }

  protected clean(): PlanDraft | null {
    if (this.published) return draftOf(this.published);
    const like = this.#like();
    return like && newDraft(like);
  }

  protected said(version: PlanShown) {
    return draftOf(version);
  }

  protected async begin() {
    return this.clean();
  }

  /** For tickets from now on; the version, or null when it was not published. */
  async publish(): Promise<PlanShown | null> {
    if (!this.input) return null;
    const answer = await this.publishBy(PublishPlan, this.input);
    if (!answer?.plan) return null;
    this.applying.forget();
    await this.afresh(answer.plan.version);
    return answer.plan;
  }

  /** Counts open clocks by a published version; whether it was begun. `since`: the dry run that was seen. */
  async apply(version: number, since: string | null): Promise<boolean> {
    const answer = await this.publishing.run(ApplyPlan, this.named(version));
    if (!answer?.application) return false;
    this.applying.follow(answer.application.id, since, () => this.ahead.again());
    return true;
  }
}

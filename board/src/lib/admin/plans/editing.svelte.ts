import { untrack } from "svelte";
import { query } from "../../gql.ts";
import { Applying } from "../applying.svelte.ts";
import type { DryRunInput } from "../documents.ts";
import { DryRunAhead } from "../dry-run.svelte.ts";
import type { Fault } from "../faults.ts";
import { keepDraft, keptDraft } from "../kept-draft.ts";
import { Publishing } from "../publishing.svelte.ts";
import { changesBetween } from "./changes.ts";
import { ApplyPlan, type PlanShown, PlansUnderWay, PlanVersions, PublishPlan } from "./documents.ts";
import { draftOf, inputOfPlan, newDraft, type PlanDraft, readDraft } from "./plan-draft.ts";

/** One plan being edited: its versions, the draft, what it would do, and how a version came to open clocks. */
export class PlanEditing {
  /** Newest first. */
  versions: readonly PlanShown[] = $state.raw([]);
  draft: PlanDraft | null = $state.raw(null);
  missing = $state(false);
  trouble: string | null = $state(null);
  /** What was typed before it was discarded or written over: it can be brought back. */
  discarded: PlanDraft | null = $state.raw(null);
  /** The version that was published here, while the page is open. */
  done: number | null = $state(null);
  readonly ahead = new DryRunAhead();
  readonly applying = new Applying();
  readonly publishing = new Publishing();
  /** Null: a new plan. */
  readonly code: string | null;
  readonly #like: () => PlanShown | null;

  readonly published = $derived(this.versions[0] ?? null);
  readonly #clean = $derived(this.published && draftOf(this.published));
  readonly #read = $derived(this.draft && readDraft(this.draft));
  /** As it would be sent; null while something cannot be read. */
  readonly input = $derived(this.#read?.input ?? null);
  readonly changes = $derived(
    this.input && this.published ? changesBetween(inputOfPlan(this.published), this.input) : [],
  );
  readonly unsaved = $derived(this.draft !== null && this.#differs(this.draft));
  /** Whether there is anything to publish. What cannot be read is not the same as before, whatever it is. */
  readonly changed = $derived.by(() =>
    this.code === null ? this.unsaved : this.changes.length > 0 || (this.draft !== null && this.input === null),
  );
  /** Somebody published a version after the one that this draft began from. */
  readonly overtaken = $derived(
    this.draft && this.published && this.draft.basedOn < this.published.version ? this.published.version : null,
  );
  readonly faults: readonly Fault[] = $derived.by(() => {
    if (!this.changed) return [];
    if (this.#read && this.#read.faults.length > 0) return this.#read.faults;
    return this.publishing.faults.length > 0 ? this.publishing.faults : this.ahead.faults;
  });
  /** What is tried on open clocks: the draft; while nothing is changed, the version that is published. */
  readonly tried: DryRunInput | null = $derived.by(() => {
    if (this.changed) return this.input && { plan: this.input };
    return this.published && { published: this.#named(this.published.version) };
  });

  constructor(code: string | null, like: () => PlanShown | null) {
    this.code = code;
    this.#like = like;
  }

  /** Reads what is published and what was being typed; the returned function stops what is live. */
  open(): () => void {
    untrack(() => void this.#begin());
    const again = () => void this.read();
    addEventListener("focus", again);
    return () => {
      removeEventListener("focus", again);
      this.applying.stop();
    };
  }

  async #begin(): Promise<void> {
    await this.read();
    if (this.trouble || this.missing) return;
    const like = this.#like();
    this.draft = keptDraft<PlanDraft>(this.#key) ?? this.#clean ?? (like && newDraft(like));
    if (this.code !== null) await this.#followWhatRuns(this.code);
  }

  async read(): Promise<void> {
    if (this.code === null) return;
    try {
      const { planVersions } = await query(PlanVersions, { code: this.code });
      this.versions = planVersions;
      this.missing = planVersions.length === 0;
      this.trouble = null;
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  /** An application that goes on since before this page was opened. */
  async #followWhatRuns(code: string): Promise<void> {
    try {
      const { policyApplications } = await query(PlansUnderWay);
      const runs = policyApplications.find(
        ({ kind, cause, finishedAt }) => kind === "PLAN" && !finishedAt && cause.includes(`plan ${code}, version`),
      );
      if (runs && this.done === null) this.applying.follow(runs.id, null);
    } catch {
      // what can be edited does not hang on it
    }
  }

  edit(patch: Partial<PlanDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...patch };
    this.publishing.forget();
  }

  /** Loads a version into the draft. */
  restore(version: number): void {
    const found = this.versions.find((v) => v.version === version);
    if (!found || !this.draft) return;
    this.discarded = this.unsaved ? this.draft : null;
    this.edit({ ...draftOf(found), basedOn: this.published?.version ?? 0 });
  }

  discard(): void {
    const like = this.#like();
    this.discarded = this.draft;
    this.draft = this.#clean ?? (like && newDraft(like));
    this.publishing.forget();
  }

  bringBack(): void {
    if (this.discarded) this.draft = this.discarded;
    this.discarded = null;
  }

  /** Keeps what is typed for this tab; called whenever it changes. */
  keep(): void {
    if (this.draft) keepDraft(this.#key, this.unsaved ? this.draft : null);
  }

  /** For tickets from now on; the version, or null when it was not published. */
  async publish(): Promise<PlanShown | null> {
    const seen = this.published?.version ?? 0;
    await this.read();
    // somebody else published while this was typed: what would change is told against theirs before it is published
    if (this.trouble || !this.input || (this.published?.version ?? 0) > seen) return null;
    const answer = await this.publishing.run(PublishPlan, this.input);
    if (!answer?.plan) return null;
    keepDraft(this.#key, null);
    this.done = answer.plan.version;
    this.discarded = null;
    this.applying.forget();
    await this.read();
    this.draft = this.#clean;
    return answer.plan;
  }

  /** Counts open clocks by a published version; whether it was begun. `since`: the dry run that was seen. */
  async apply(version: number, since: string | null): Promise<boolean> {
    const answer = await this.publishing.run(ApplyPlan, this.#named(version));
    if (!answer?.application) return false;
    this.applying.follow(answer.application.id, since, () => this.ahead.again());
    return true;
  }

  #named(version: number) {
    return { kind: "PLAN" as const, code: this.code ?? this.published?.code ?? "", version };
  }

  #differs(draft: PlanDraft): boolean {
    const like = this.#like();
    const clean = this.#clean ?? (like && newDraft(like));
    return JSON.stringify({ ...draft, basedOn: 0 }) !== JSON.stringify({ ...clean, basedOn: 0 });
  }

  get #key(): string {
    return `plan.${this.code ?? "?new"}`;
  }
}

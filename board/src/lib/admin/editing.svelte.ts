import { untrack } from "svelte";
import type { Doc } from "../document.ts";
import { query } from "../gql.ts";
import { Applying } from "./applying.svelte.ts";
import { UnderWay } from "./documents.ts";
import { DryRunAhead } from "./dry-run.svelte.ts";
import type { Fault } from "./faults.ts";
import { keepDraft, keptDraft } from "./kept-draft.ts";
import { Publishing } from "./publishing.svelte.ts";

type Version = { readonly code: string; readonly version: number };
/** `basedOn`: the version that the draft began from; 0: it is new. */
type Draft = { readonly basedOn: number };
type Refusable = { readonly userErrors: readonly (Fault & { readonly code: string })[] };

/** One agreement being edited: its versions, the draft, what it would do, and how a version came to open clocks. */
export abstract class Editing<V extends Version, D extends Draft> {
  /** Newest first. */
  versions: readonly V[] = $state.raw([]);
  draft: D | null = $state.raw(null);
  missing = $state(false);
  trouble: string | null = $state(null);
  /** What was typed before it was discarded or written over: it can be brought back. */
  discarded: D | null = $state.raw(null);
  /** The version that was published here, while the page is open. */
  done: number | null = $state(null);
  readonly ahead = new DryRunAhead();
  readonly applying = new Applying();
  readonly publishing = new Publishing();
  readonly kind: "CALENDAR" | "PLAN";
  /** Null: a new one. */
  readonly code: string | null;

  readonly published = $derived(this.versions[0] ?? null);
  /** Whether anything is typed, a reason included. */
  readonly unsaved = $derived.by(() => this.draft !== null && worded(this.draft) !== worded(this.clean()));
  /** Somebody published a version after the one that this draft began from. */
  readonly overtaken = $derived(
    this.draft && this.published && this.draft.basedOn < this.published.version ? this.published.version : null,
  );
  readonly faults: readonly Fault[] = $derived.by(() => {
    if (!this.changed) return [];
    const told = [this.unsendable, this.publishing.faults].find((faults) => faults.length > 0);
    return told ?? this.ahead.faults;
  });
  /** Whether there is anything to publish. */
  abstract readonly changed: boolean;
  /** What cannot even be sent; everything else the desk judges. */
  abstract readonly unsendable: readonly Fault[];

  constructor(kind: "CALENDAR" | "PLAN", code: string | null) {
    this.kind = kind;
    this.code = code;
  }

  protected abstract readVersions(code: string): Promise<readonly V[]>;
  /** A draft that nothing was typed into. */
  protected abstract clean(): D | null;
  /** What a version says, for a draft. */
  protected abstract said(version: V): Partial<D>;
  /** What a new one begins with. */
  protected abstract begin(): Promise<D | null>;

  /** Reads what is published and what was being typed; the returned function stops what is live. */
  open(): () => void {
    untrack(() => void this.#open());
    const again = () => void this.read();
    addEventListener("focus", again);
    return () => {
      removeEventListener("focus", again);
      this.applying.stop();
    };
  }

  async #open(): Promise<void> {
    await this.read();
    if (this.trouble || this.missing) return;
    const kept = keptDraft<D>(draftKey(this.kind, this.code));
    this.draft = kept ?? (this.published ? this.clean() : await this.begin());
    if (this.code !== null) await this.#followWhatRuns(this.code);
  }

  async read(): Promise<void> {
    if (this.code === null) return;
    try {
      this.versions = await this.readVersions(this.code);
      this.missing = this.versions.length === 0;
      this.trouble = null;
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  /** An application that goes on since before this page was opened. */
  async #followWhatRuns(code: string): Promise<void> {
    const named = `${this.kind.toLowerCase()} ${code}, version`;
    try {
      const { policyApplications } = await query(UnderWay);
      const runs = policyApplications.find((a) => a.kind === this.kind && !a.finishedAt && a.cause.includes(named));
      if (runs && this.done === null) this.applying.follow(runs.id, null);
    } catch {
      // what can be edited does not hang on it
    }
  }

  edit(patch: Partial<D>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...patch };
    this.publishing.forget();
  }

  /** Loads a version into the draft. */
  restore(version: number): void {
    const found = this.versions.find((v) => v.version === version);
    if (!found || !this.draft) return;
    this.discarded = this.unsaved ? this.draft : null;
    this.edit({ ...this.said(found), basedOn: this.published?.version ?? 0 } as Partial<D>);
  }

  discard(): void {
    this.discarded = this.draft;
    this.draft = this.clean();
    this.publishing.forget();
  }

  bringBack(): void {
    if (this.discarded) this.draft = this.discarded;
    this.discarded = null;
  }

  /** Keeps what is typed for this tab; called whenever it changes. */
  keep(): void {
    if (this.draft) keepDraft(draftKey(this.kind, this.code), this.unsaved ? this.draft : null);
  }

  /** Publishes the draft as it stands; the answer, or null when it was not published. */
  protected async publishBy<A extends Refusable, I>(document: Doc<{ answer: A }, { input: I }>, input: I) {
    const seen = this.published?.version ?? 0;
    await this.read();
    // somebody else published while this was typed: what would change is told against theirs before it is published
    if (this.trouble || (this.published?.version ?? 0) > seen) return null;
    const answer = await this.publishing.run(document, input);
    if (answer) keepDraft(draftKey(this.kind, this.code), null);
    return answer;
  }

  /** After it was published: begins again from the new version. */
  protected async afresh(version: number): Promise<void> {
    this.done = version;
    this.discarded = null;
    await this.read();
    if (this.published) this.draft = this.clean();
  }

  protected named(version: number) {
    return { kind: this.kind, code: this.code ?? this.published?.code ?? "", version };
  }
}

/** Under which a draft is kept. Nothing can be called "?new". */
export const draftKey = (kind: "CALENDAR" | "PLAN", code: string | null): string =>
  `${kind.toLowerCase()}.${code ?? "?new"}`;

const worded = (draft: Draft | null): string => JSON.stringify({ ...draft, basedOn: 0 });

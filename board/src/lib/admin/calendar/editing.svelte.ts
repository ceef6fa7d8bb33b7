import { untrack } from "svelte";
import { query } from "../../gql.ts";
import { Applying } from "../applying.svelte.ts";
import { DryRunAhead } from "../dry-run.svelte.ts";
import type { Fault } from "../faults.ts";
import { keepDraft, keptDraft } from "../kept-draft.ts";
import { Publishing } from "../publishing.svelte.ts";
import { changesOf } from "./changes.ts";
import {
  ApplyCalendar,
  type CalendarInput,
  type CalendarShown,
  CalendarVersions,
  PublishCalendar,
  UnderWay,
} from "./documents.ts";
import { type CalendarDraft, draftOf, hoursOf, inputOf, newDraft, unsendable } from "./draft.ts";

/** Under which a draft is kept. No calendar can be called "?new". */
export const draftKey = (code: string | null): string => `calendar.${code ?? "?new"}`;

/** One calendar being edited: its versions, the draft, what the draft would do, and how it came to be applied. */
export class CalendarEditing {
  /** Newest first. */
  versions: readonly CalendarShown[] = $state.raw([]);
  draft: CalendarDraft | null = $state.raw(null);
  missing = $state(false);
  trouble: string | null = $state(null);
  /** What was typed before it was discarded or written over: it can be brought back. */
  discarded: CalendarDraft | null = $state.raw(null);
  /** The version that was published here, while the page is open. */
  done: number | null = $state(null);
  readonly ahead = new DryRunAhead();
  readonly applying = new Applying();
  readonly publishing = new Publishing();
  /** Null: a new calendar. */
  readonly code: string | null;
  readonly #zone: () => Promise<string>;

  readonly published = $derived(this.versions[0] ?? null);
  readonly #clean = $derived(this.published && draftOf(this.published));
  readonly changes = $derived(this.draft && this.published ? changesOf(hoursOf(this.published), this.draft) : []);
  /** Whether there is anything to publish. */
  readonly changed = $derived.by(() =>
    this.code === null ? (this.draft?.code ?? "") !== "" : this.changes.length > 0,
  );
  /** Whether anything is typed, a reason included. */
  readonly unsaved = $derived(this.draft !== null && this.#differs(this.draft));
  /** Somebody published a version after the one that this draft began from. */
  readonly overtaken = $derived(
    this.draft && this.published && this.draft.basedOn < this.published.version ? this.published.version : null,
  );
  readonly #worded = $derived(this.draft && JSON.stringify(inputOf(this.draft)));
  /** As it is sent; the same input stays the same while only its reason is written. */
  readonly input: CalendarInput | null = $derived(this.#worded && JSON.parse(this.#worded));
  readonly #unsendable = $derived(this.draft ? unsendable(this.draft) : []);
  /** Whether it cannot even be asked about. */
  readonly unsent = $derived(this.#unsendable.length > 0);
  readonly faults: readonly Fault[] = $derived.by(() => {
    if (!this.changed) return [];
    if (this.#unsendable.length > 0) return this.#unsendable;
    return this.publishing.faults.length > 0 ? this.publishing.faults : this.ahead.faults;
  });

  constructor(code: string | null, zone: () => Promise<string>) {
    this.code = code;
    this.#zone = zone;
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
    const kept = keptDraft<CalendarDraft>(this.#key);
    this.draft = kept ?? (this.published ? draftOf(this.published) : newDraft(await this.#zone()));
    if (this.code !== null) await this.#followWhatRuns(this.code);
  }

  async read(): Promise<void> {
    if (this.code === null) return;
    try {
      const { calendarVersions } = await query(CalendarVersions, { code: this.code });
      this.versions = calendarVersions;
      this.missing = calendarVersions.length === 0;
      this.trouble = null;
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  /** An application that goes on since before this page was opened. */
  async #followWhatRuns(code: string): Promise<void> {
    try {
      const { policyApplications } = await query(UnderWay);
      const runs = policyApplications.find(
        ({ kind, cause, finishedAt }) =>
          kind === "CALENDAR" && !finishedAt && cause.includes(`calendar ${code}, version`),
      );
      if (runs && this.done === null) this.applying.follow(runs.id, null);
    } catch {
      // what can be edited does not hang on it
    }
  }

  edit(patch: Partial<CalendarDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...patch };
    this.publishing.forget();
  }

  /** Loads a version into the draft; what is typed about when and why stays. */
  restore(version: number): void {
    const found = this.versions.find((v) => v.version === version);
    if (!found || !this.draft) return;
    this.discarded = this.unsaved ? this.draft : null;
    this.edit({ ...hoursOf(found), basedOn: this.published?.version ?? 0 });
  }

  discard(): void {
    this.discarded = this.draft;
    this.draft = this.#clean ?? newDraft(this.draft?.timeZone ?? "UTC");
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

  /** The code that was published; null when it was not. */
  async publish(): Promise<string | null> {
    const { draft } = this;
    if (!draft) return null;
    const seen = this.published?.version ?? 0;
    await this.read();
    // somebody else published while this was typed: what would change is told against theirs before it is published
    if (this.trouble || (this.published?.version ?? 0) > seen) return null;
    const since = this.ahead.shown?.position ?? null;
    const reason = draft.reason.trim() || null;
    const answer = await this.publishing.run(PublishCalendar, { ...inputOf(draft), reason });
    if (!answer?.calendar) return null;
    keepDraft(this.#key, null);
    this.done = answer.calendar.version;
    this.discarded = null;
    if (answer.application) this.applying.follow(answer.application.id, since, () => this.ahead.again());
    else this.applying.forget();
    await this.read();
    this.draft = this.#clean;
    return answer.calendar.code;
  }

  /** Counts open clocks by the newest version, where that was left out when it was published. */
  async apply(): Promise<void> {
    const { published } = this;
    if (!published) return;
    const since = this.ahead.shown?.position ?? null;
    const { code, version } = published;
    const answer = await this.publishing.run(ApplyCalendar, { kind: "CALENDAR" as const, code, version });
    if (answer?.application) this.applying.follow(answer.application.id, since, () => this.ahead.again());
  }

  #differs(draft: CalendarDraft): boolean {
    const clean = this.#clean ?? newDraft(draft.timeZone);
    return JSON.stringify({ ...draft, basedOn: 0 }) !== JSON.stringify({ ...clean, basedOn: 0 });
  }

  get #key(): string {
    return draftKey(this.code);
  }
}

import { query } from "../../gql.ts";
import { Editing } from "../editing.svelte.ts";
import { changesOf } from "./changes.ts";
import {
  ApplyCalendar,
  type CalendarInput,
  type CalendarShown,
  CalendarVersions,
  PublishCalendar,
} from "./documents.ts";
import { type CalendarDraft, draftOf, hoursOf, inputOf, newDraft, unsendable } from "./draft.ts";

/** One calendar being edited. */
export class CalendarEditing extends Editing<CalendarShown, CalendarDraft> {
  readonly #zone: () => Promise<string>;
  readonly changes = $derived(this.draft && this.published ? changesOf(hoursOf(this.published), this.draft) : []);
  readonly changed = $derived.by(() =>
    this.code === null ? (this.draft?.code ?? "") !== "" : this.changes.length > 0,
  );
  readonly unsendable = $derived(this.draft ? unsendable(this.draft) : []);
  /** Whether it cannot even be asked about. */
  readonly unsent = $derived(this.unsendable.length > 0);
  readonly #worded = $derived(this.draft && JSON.stringify(inputOf(this.draft)));
  /** As it is sent; the same input stays the same while only its reason is written. */
  readonly input: CalendarInput | null = $derived(this.#worded && JSON.parse(this.#worded));

  /** `zone`: in which a new one is. */
  constructor(code: string | null, zone: () => Promise<string>) {
    super("CALENDAR", code);
    this.#zone = zone;
  }

  protected async readVersions(code: string) {
    return (await query(CalendarVersions, { code })).calendarVersions;
  }

  protected clean(): CalendarDraft {
    return this.published ? draftOf(this.published) : newDraft(this.draft?.timeZone ?? "UTC");
  }

  /** What is typed about when and why stays. */
  protected said(version: CalendarShown) {
    return hoursOf(version);
  }

  protected async begin(): Promise<CalendarDraft> {
    return newDraft(await this.#zone());
  }

  /** The code that was published; null when it was not. */
  async publish(): Promise<string | null> {
    if (!this.draft) return null;
    const since = this.ahead.shown?.position ?? null;
    const reason = this.draft.reason.trim() || null;
    const answer = await this.publishBy(PublishCalendar, { ...inputOf(this.draft), reason });
    if (!answer?.calendar) return null;
    if (answer.application) this.#follow(answer.application.id, since);
    else this.applying.forget();
    await this.afresh(answer.calendar.version);
    return answer.calendar.code;
  }

  /** Counts open clocks by the newest version, where that was left out when it was published. */
  async apply(): Promise<void> {
    const since = this.ahead.shown?.position ?? null;
    const answer = await this.publishing.run(ApplyCalendar, this.named(this.published?.version ?? 0));
    if (answer?.application) this.#follow(answer.application.id, since);
  }

  #follow(id: string, since: string | null): void {
    this.applying.follow(id, since, () => this.ahead.again());
  }
}

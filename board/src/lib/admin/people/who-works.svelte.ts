import { mutate, query } from "../../gql.ts";
import { deskClock } from "../../time/desk-clock.svelte.ts";
import { instant } from "../../time/instant.ts";
import { keepDraft, keptDraft } from "../kept-draft.ts";
import {
  type AccountShown,
  type AgreedShown,
  type PersonShown,
  PlanShifts,
  type Skill,
  WhoWorks,
} from "./documents.ts";
import {
  dayAfter,
  draftOf,
  faultOfWeek,
  movedBy,
  type ShiftDraft,
  type Span,
  sameWeek,
  spanOf,
  startOf,
  weekOf,
} from "./week.ts";

type Weeks = { readonly [technicianId: string]: readonly ShiftDraft[] };
const text = (at: number) => new Date(at * 1_000).toISOString().replace(".000Z", "Z");
const spanned = ({ from, until }: { from: string; until: string }): Span => ({
  from: instant(from),
  until: instant(until),
});

/** Who works here in one week: what is planned, what is being changed, and what was agreed with clients. */
export class WhoWorksThen {
  people: readonly PersonShown[] | null = $state.raw(null);
  accounts: readonly AccountShown[] = $state.raw([]);
  agreed: readonly AgreedShown[] = $state.raw([]);
  /** There are more accounts than are shown. */
  more = $state(false);
  trouble: string | null = $state(null);
  busy = $state(false);
  /** What was changed and not saved yet. */
  changed: Weeks = $state.raw({});
  /** Why somebody's week was refused. */
  refused: { readonly [technicianId: string]: string } = $state.raw({});
  readonly monday: string;
  readonly zone: string;

  constructor(monday: string, zone: string) {
    [this.monday, this.zone] = [monday, zone];
    this.changed = keptDraft<Weeks>(this.#place) ?? {};
  }

  get #place(): string {
    return `shifts.${this.monday}`;
  }
  get #week(): Span {
    return weekOf(this.monday, this.zone);
  }

  async load(): Promise<void> {
    const { from, until } = this.#week;
    const before = startOf(dayAfter(this.monday, -7), this.zone);
    try {
      const found = await query(WhoWorks, { before: text(before), from: text(from), until: text(until) });
      deskClock.hear(found.deskClock);
      [this.people, this.agreed] = [found.technicians, found.appointments];
      this.accounts = found.staffAccounts.edges.map(({ node }) => node);
      [this.more, this.trouble] = [found.staffAccounts.pageInfo.hasNextPage, null];
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  /** As it is planned: what began in the week; a shift of Sunday night belongs to the week before. */
  planned({ week }: Pick<PersonShown, "week">): readonly ShiftDraft[] {
    const { from } = this.#week;
    return (week ?? [])
      .map(spanned)
      .filter((span) => span.from >= from)
      .map((span) => draftOf(span, this.zone));
  }

  shown(person: PersonShown): readonly ShiftDraft[] {
    return this.changed[person.id] ?? this.planned(person);
  }

  isChanged(person: PersonShown): boolean {
    const draft = this.changed[person.id];
    return draft !== undefined && !sameWeek(draft, this.planned(person));
  }

  /** Stretches in which they work, those that run on from the week before included. */
  spans(person: PersonShown): readonly Span[] {
    const { from } = this.#week;
    const before = (person.week ?? []).map(spanned).filter((span) => span.from < from);
    return [...before, ...this.shown(person).flatMap((shift) => spanOf(shift, this.zone) ?? [])];
  }

  change(id: string, shifts: readonly ShiftDraft[] | null): void {
    const { [id]: _, ...others } = this.changed;
    this.changed = shifts === null ? others : { ...others, [id]: shifts };
    const { [id]: __, ...faults } = this.refused;
    this.refused = faults;
    keepDraft(this.#place, Object.keys(this.changed).length > 0 ? this.changed : null);
  }

  lastWeek(person: PersonShown): readonly ShiftDraft[] {
    const begins = startOf(dayAfter(this.monday, -7), this.zone);
    const theirs = (person.last ?? []).map(spanned).filter(({ from }) => from >= begins && from < this.#week.from);
    return movedBy(
      theirs.map((span) => draftOf(span, this.zone)),
      7,
    );
  }

  /** Somebody is good at this from now on, as the desk says. */
  knowSkills(id: string, skills: readonly Skill[]): void {
    this.people = this.people?.map((one) => (one.id === id ? { ...one, skills: [...skills] } : one)) ?? null;
  }

  discard(): void {
    [this.changed, this.refused] = [{}, {}];
    keepDraft(this.#place, null);
  }

  /** Saves one person's week as a whole. What was planned before is answered, so that it can be put back; null: refused. */
  async save(person: PersonShown, shifts = this.shown(person)): Promise<readonly ShiftDraft[] | null> {
    const before = this.planned(person);
    const spans = shifts.map((shift) => spanOf(shift, this.zone));
    const fault = faultOfWeek(shifts, this.zone);
    if (fault) return this.#refuse(person.id, fault.message);
    const { from, until } = this.#week;
    const input = {
      ...{ technicianId: person.id, from: text(from), until: text(until) },
      shifts: spans.flatMap((span) => (span ? [{ from: text(span.from), until: text(span.until) }] : [])),
    };
    try {
      const { answer } = await mutate(PlanShifts, { input });
      const [error] = answer.userErrors;
      if (error) return this.#refuse(person.id, error.message);
    } catch (error) {
      return this.#refuse(person.id, (error as Error).message);
    }
    this.people = this.people?.map((one) => (one.id === person.id ? { ...one, week: input.shifts } : one)) ?? null;
    this.change(person.id, null);
    return before;
  }

  #refuse(id: string, message: string): null {
    this.refused = { ...this.refused, [id]: message };
    return null;
  }
}

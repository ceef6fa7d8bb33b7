import { mutate, query } from "../gql.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { instant } from "../time/instant.ts";
import {
  AnswerBookingLink,
  type AppointmentShown,
  BookAppointment,
  BookingOffered,
  type BookingShown,
  CancelAppointment,
  type HeldShown,
  HoldSlot,
  ReleaseSlot,
  RescheduleAppointment,
  type SlotShown,
} from "./documents.ts";
import { dateIn, daysAfter } from "./times.ts";
import { type Trouble, troubleOf } from "./trouble.ts";

const DAYS = 14;
/** A time that cannot be had, why, and the free ones near it. */
export type Lost = { readonly slot: SlotShown; readonly message: string; readonly nearest: readonly SlotShown[] };
type Answer = {
  readonly userErrors: readonly { readonly message: string }[];
  readonly nearest?: readonly SlotShown[];
};

/** A booking: what is offered, what is held, and what was agreed. */
export class Booking {
  shown: BookingShown | null = $state.raw(null);
  trouble: Trouble | null = $state.raw(null);
  /** By whose clocks times are read: this browser's, unless somebody chooses another. */
  zone = $state(Intl.DateTimeFormat().resolvedOptions().timeZone);
  /** An appointment stands, and another time is looked for. */
  moving = $state(false);
  /** Where the arrow keys are: nothing is held for it until it is chosen. */
  looked: SlotShown | null = $state.raw(null);
  chosen: SlotShown | null = $state.raw(null);
  heldUntil: number | null = $state(null);
  /** Whose time is held. */
  heldWith: string | null = $state(null);
  lost: Lost | null = $state.raw(null);
  busy = $state(false);
  /** Why the last act was refused, where no other time mends it. */
  refused: string | null = $state(null);
  /** Who had the appointment until it was moved just now. */
  insteadOf: string | null = $state(null);
  /** It was agreed, or asked for, by this page just now: whoever reads it is led to it. */
  justDone = $state(false);
  #from: string | null = $state(null);
  #asked = 0;
  /** What is under way: whoever confirms or gives up at that moment is heard after it. */
  #running: Promise<void> = Promise.resolve();
  #givingUp = false;
  #chooseNext: SlotShown | null = null;
  /** The ticket, for whoever is signed in; a booking link names its own. */
  readonly #ticketId: string | null;

  readonly appointment = $derived(this.shown?.appointment ?? null);
  readonly choosing = $derived(this.appointment === null || this.moving);
  /** The desk asked for a time to be chosen, and its link is good still. */
  readonly invited = $derived(
    this.shown !== null &&
      this.shown.closedBecause === null &&
      this.shown.expiresAt !== null &&
      instant(this.shown.expiresAt) > deskClock.now,
  );
  readonly first = $derived(this.#from === null);
  /** The last date on which the desk plans. */
  readonly horizon = $derived(this.shown ? dateIn(instant(this.shown.bookableUntil), this.zone) : null);
  readonly last = $derived(this.horizon !== null && daysAfter(this.#from ?? this.#today, DAYS) > this.horizon);
  /** The slot that was chosen is kept for us still. */
  readonly held = $derived(this.heldUntil !== null && this.heldUntil > deskClock.now);

  constructor(ticketId: string | null = null, zone?: string) {
    this.#ticketId = ticketId;
    if (zone) this.zone = zone;
  }

  get #today(): string {
    return dateIn(deskClock.now, this.zone);
  }

  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const terms = { ticketId: this.#ticketId, timeZone: this.zone, from: this.#from };
      const { booking, deskClock: clock } = await query(BookingOffered, terms);
      deskClock.hear(clock);
      if (asked !== this.#asked) return; // other dates were asked for meanwhile
      // opened again while a slot is kept: its minutes go on
      if (booking.held && !this.chosen && !this.#givingUp) {
        if (!this.shown && booking.appointment) this.moving = true;
        this.#keep(booking.held);
      }
      [this.shown, this.trouble] = [booking, null];
    } catch (error) {
      if (asked === this.#asked) this.trouble = troubleOf(error);
    }
  }

  /** Other zones have other dates. */
  async readBy(zone: string): Promise<void> {
    this.zone = zone;
    await this.load();
  }

  async page(by: 1 | -1): Promise<void> {
    if (by === 1 ? this.last : this.first) return;
    const next = daysAfter(this.#from ?? this.#today, by * DAYS);
    this.#from = next <= this.#today ? null : next;
    await this.load();
  }

  look(slot: SlotShown): void {
    [this.looked, this.lost, this.refused] = [slot, null, null];
  }

  /** Chosen is held, so that nobody takes it while it is confirmed. Of several in a row the last counts. */
  async choose(slot: SlotShown): Promise<void> {
    if (this.busy) {
      this.#chooseNext = slot;
      return;
    }
    if (this.held && slot.from === this.chosen?.from) {
      this.looked = null;
      return;
    }
    [this.chosen, this.looked, this.heldUntil, this.heldWith] = [slot, null, null, null];
    await this.#act(slot, async () => {
      const { answer } = await mutate(HoldSlot, { input: { ticketId: this.#ticketId, from: slot.from } });
      if (answer.held) this.#keep(answer.held);
      return answer;
    });
    const next = this.#chooseNext;
    this.#chooseNext = null;
    if (next) await this.choose(next);
  }

  async confirm(): Promise<void> {
    await this.#running;
    const { chosen } = this;
    if (!chosen) return;
    await this.#act(chosen, async () => {
      const input = { ticketId: this.#ticketId, from: chosen.from };
      const { answer } = await mutate(this.appointment ? RescheduleAppointment : BookAppointment, { input });
      if (answer.appointment) this.#agreed(answer.appointment);
      return answer;
    });
  }

  async callOff(reason: string): Promise<void> {
    await this.#act(null, async () => {
      const { answer } = await mutate(CancelAppointment, {
        input: { ticketId: this.#ticketId, reason: reason.trim() || null },
      });
      if (answer.appointment) this.#agreed(null);
      return answer;
    });
  }

  /** Tells the desk what the times on offer cannot give; answers why it was refused, null: it was not. */
  async ask(ask: "ANOTHER_TIME" | "NEW_LINK", body = ""): Promise<string | null> {
    await this.#act(null, async () => {
      const input = { ticketId: this.#ticketId, ask, body: body.trim() || null };
      const { answer } = await mutate(AnswerBookingLink, { input });
      return answer;
    });
    const { refused } = this;
    this.refused = null;
    return refused;
  }

  /** Others may have it at once. */
  async giveUp(): Promise<void> {
    const kept = this.held;
    this.#forget();
    if (!kept) return;
    this.#givingUp = true;
    await this.#running;
    await this.#act(null, async () => (await mutate(ReleaseSlot, { input: { ticketId: this.#ticketId } })).answer);
    this.#givingUp = false;
  }

  #keep({ from, until, heldUntil, technicianName }: HeldShown): void {
    this.chosen = { from, until };
    [this.heldUntil, this.heldWith] = [instant(heldUntil), technicianName];
  }

  #forget(): void {
    [this.chosen, this.looked, this.lost] = [null, null, null];
    [this.heldUntil, this.heldWith, this.refused] = [null, null, null];
  }

  /** Shown at once: what is read anew comes a moment later. */
  #agreed(appointment: AppointmentShown | null): void {
    const had = this.appointment?.technicianName;
    this.insteadOf = appointment && had && had !== appointment.technicianName ? had : null;
    if (this.shown) this.shown = { ...this.shown, appointment, held: null };
    [this.moving, this.justDone] = [false, true];
    this.#forget();
  }

  /** `slot`: the time that is wanted. Lost, it is chosen no more; whatever was held before it is held still, and is read anew. */
  #act(slot: SlotShown | null, act: () => Promise<Answer>): Promise<void> {
    if (!this.busy) this.#running = this.#run(slot, act);
    return this.#running;
  }

  async #run(slot: SlotShown | null, act: () => Promise<Answer>): Promise<void> {
    [this.busy, this.refused, this.lost] = [true, null, null];
    try {
      const { userErrors, nearest } = await act();
      const message = userErrors[0]?.message ?? null;
      if (message !== null && slot && nearest) {
        this.#forget();
        this.lost = { slot, message, nearest };
      } else this.refused = message;
      await this.load();
    } catch (error) {
      this.refused = troubleOf(error).message;
    } finally {
      this.busy = false;
    }
  }
}

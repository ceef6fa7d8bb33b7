import { DeskError } from "../desk-error.ts";
import { mutate, query } from "../gql.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { instant } from "../time/instant.ts";
import {
  type AppointmentShown,
  BookAppointment,
  BookingOffered,
  type BookingShown,
  CancelAppointment,
  HoldSlot,
  RescheduleAppointment,
  type SlotShown,
} from "./documents.ts";
import { daysAfter } from "./times.ts";

export type Trouble = { readonly kind: "BROKEN" | "OFFLINE"; readonly message: string };
const DAYS = 14;

/** A booking: what is offered, what is held, and what was agreed. What goes wrong keeps what was chosen. */
export class Booking {
  shown: BookingShown | null = $state.raw(null);
  trouble: Trouble | null = $state.raw(null);
  /** By whose clocks times are read: this browser's, unless somebody chooses the desk's. */
  zone = $state(Intl.DateTimeFormat().resolvedOptions().timeZone);
  /** An appointment stands, and another time is looked for. */
  moving = $state(false);
  chosen: SlotShown | null = $state.raw(null);
  heldUntil: number | null = $state(null);
  busy = $state(false);
  /** Why the last act was refused; what is free instead is in the list, which is read anew. */
  refused: string | null = $state(null);
  #from: string | null = $state(null);
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
  /** The slot that was chosen is kept for us still. */
  readonly held = $derived(this.heldUntil !== null && this.heldUntil > deskClock.now);

  constructor(ticketId: string | null = null, zone?: string) {
    this.#ticketId = ticketId;
    if (zone) this.zone = zone;
  }

  async load(): Promise<void> {
    try {
      const asked = { ticketId: this.#ticketId, timeZone: this.zone, from: this.#from };
      const { booking, deskClock: clock } = await query(BookingOffered, asked);
      deskClock.hear(clock);
      [this.shown, this.trouble] = [booking, null];
    } catch (error) {
      this.trouble = troubleOf(error);
    }
  }

  /** Other zones have other dates. */
  async readBy(zone: string): Promise<void> {
    this.zone = zone;
    await this.load();
  }

  async page(by: 1 | -1): Promise<void> {
    const today = new Date(deskClock.now * 1_000).toISOString().slice(0, 10);
    const next = daysAfter(this.#from ?? today, by * DAYS);
    this.#from = next <= today ? null : next;
    await this.load();
  }

  /** Chosen is held, so that nobody takes it while it is confirmed. */
  async choose(slot: SlotShown): Promise<void> {
    this.chosen = slot;
    this.heldUntil = null;
    await this.#act(async () => {
      const { answer } = await mutate(HoldSlot, { input: { ticketId: this.#ticketId, from: slot.from } });
      if (answer.held) this.heldUntil = instant(answer.held.heldUntil);
      return answer;
    });
  }

  async confirm(): Promise<void> {
    const { chosen } = this;
    if (!chosen) return;
    await this.#act(async () => {
      const input = { ticketId: this.#ticketId, from: chosen.from };
      const { answer } = await mutate(this.appointment ? RescheduleAppointment : BookAppointment, { input });
      if (answer.appointment) this.#agreed(answer.appointment);
      return answer;
    });
  }

  async callOff(reason: string): Promise<void> {
    await this.#act(async () => {
      const { answer } = await mutate(CancelAppointment, {
        input: { ticketId: this.#ticketId, reason: reason.trim() || null },
      });
      if (answer.appointment) this.#agreed(null);
      return answer;
    });
  }

  giveUp(): void {
    [this.chosen, this.heldUntil, this.refused] = [null, null, null];
  }

  /** Shown at once: what is read anew comes a moment later. */
  #agreed(appointment: AppointmentShown | null): void {
    if (this.shown) this.shown = { ...this.shown, appointment };
    this.moving = false;
    this.giveUp();
  }

  async #act(act: () => Promise<{ userErrors: readonly { message: string }[] }>): Promise<void> {
    if (this.busy) return;
    [this.busy, this.refused] = [true, null];
    try {
      const { userErrors } = await act();
      this.refused = userErrors[0]?.message ?? null;
      await this.load();
    } catch (error) {
      this.refused = troubleOf(error).message;
    } finally {
      this.busy = false;
    }
  }
}

function troubleOf(error: unknown): Trouble {
  const known = error instanceof DeskError ? error : null;
  if (known?.code === "UNAUTHENTICATED" || known?.code === "FORBIDDEN")
    return {
      kind: "BROKEN",
      message:
        "This link does not work. Open it again from our mail, whole; or answer the mail, and we send a new one.",
    };
  return { kind: "OFFLINE", message: known?.message ?? "Something went wrong; nothing was changed." };
}

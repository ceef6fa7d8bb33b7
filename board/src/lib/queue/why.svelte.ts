import { query } from "../gql.ts";
import { type PlaceShown, WhyHere } from "./documents.ts";

/** Why one ticket stands where it stands, asked for when somebody wants to know. */
export class Why {
  /** The ticket asked about. */
  ticketId: string | null = $state(null);
  place: PlaceShown | null = $state.raw(null);
  trouble: string | null = $state(null);

  /** Asks about a ticket; about the one that is open already closes it. */
  async toggle(ticketId: string): Promise<void> {
    const open = this.ticketId !== ticketId;
    this.close();
    if (!open) return;
    this.ticketId = ticketId;
    try {
      const { ticket } = await query(WhyHere, { id: ticketId });
      if (this.ticketId !== ticketId) return;
      this.place = ticket?.queuePlace ?? null;
      this.trouble = ticket ? null : "This ticket is not to be seen any more.";
    } catch (error) {
      if (this.ticketId === ticketId) this.trouble = (error as Error).message;
    }
  }

  close(): void {
    this.ticketId = this.place = this.trouble = null;
  }
}

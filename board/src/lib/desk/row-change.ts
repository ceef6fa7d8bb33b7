import type { TicketShown } from "../ticket/documents.ts";
import { waitingWord } from "../ticket/words.ts";

export type WaitingOn = NonNullable<TicketShown["waitingOn"]>;
type Named = { readonly id: string; readonly name: string };

/** One thing that is done to a ticket from a list, to one or to many. */
export type RowChange =
  | { readonly kind: "take" }
  | {
      readonly kind: "assign";
      /** `null`: nobody; left out: whoever has it. */
      readonly technician?: Named | null;
      /** Left out: the team stays. */
      readonly team?: Named;
    }
  | { readonly kind: "wait"; readonly on: WaitingOn; readonly until: string | null }
  | { readonly kind: "resume" };

/** How a ticket stood before it was changed. */
export type Before = {
  readonly status: TicketShown["status"];
  readonly waitingOn: WaitingOn | null;
  /** Until when it waits, if that was said. */
  readonly until: string | null;
  readonly technician: Named | null;
  readonly team: Named | null;
};

/** What takes a change back; null where nothing does: a ticket that had no team cannot be without one again. */
export function undoOf(change: RowChange, before: Before): RowChange | null {
  switch (change.kind) {
    case "take":
      return { kind: "assign", technician: null };
    case "assign": {
      if (change.team && !before.team && change.technician === undefined) return null;
      return {
        kind: "assign",
        ...(change.technician !== undefined && { technician: before.technician }),
        ...(change.team && before.team && { team: before.team }),
      };
    }
    case "wait":
      return before.status === "SCHEDULED" ? null : (waitAgain(before) ?? { kind: "resume" });
    case "resume":
      return waitAgain(before);
    default:
      return change satisfies never;
  }
}

const waitAgain = ({ status, waitingOn, until }: Before): RowChange | null =>
  status === "WAITING" && waitingOn ? { kind: "wait", on: waitingOn, until } : null;

/** `given to Maya Ortiz, with team Network`: what now is so. */
export function changeWords(change: RowChange): string {
  switch (change.kind) {
    case "take":
      return "taken by you";
    case "assign":
      return [
        change.technician === null
          ? "laid back into the queue"
          : change.technician && `given to ${change.technician.name}`,
        change.team && `with team ${change.team.name}`,
      ]
        .filter(Boolean)
        .join(", ");
    case "wait":
      return `waiting for ${waitingWord[change.on]}`;
    case "resume":
      return "taken up again";
    default:
      return change satisfies never;
  }
}

/** Does something for each, so many at once; answers in their order. */
export async function forEach<T, R>(all: readonly T[], atOnce: number, act: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const work = async () => {
    for (let i = next++; i < all.length; i = next++) answers[i] = await act(all[i] as T);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}

import { toasts } from "../toasts.svelte.ts";
import { changeWords, type RowChange } from "./row-change.ts";
import { changeRows, type Named, type Outcome, undoRows } from "./row-work.ts";

/** Does one thing to one ticket, and tells what became of it in passing, with what takes it back. */
export async function changeOne(row: Named, change: RowChange): Promise<void> {
  try {
    tell(await changeRows([row], change), row, changeWords(change));
  } catch (error) {
    toasts.say((error as Error).message, { tone: "refused" }); // before it was asked for: nothing was done
  }
}

async function takeBack(outcome: Outcome, row: Named): Promise<void> {
  tell({ ...(await undoRows(outcome.undo)), undo: [] }, row, "as before");
}

function tell(outcome: Outcome, row: Named, words: string): void {
  const [refused] = outcome.refused;
  toasts.say(`#${row.number} ${refused ? `stays as it is. ${refused.message}` : `is ${words}`}`, {
    tone: refused ? "refused" : "said",
    ...(outcome.undo.length > 0 && { undo: () => void takeBack(outcome, row) }),
  });
}

import { graphql, query } from "../gql.ts";

const Zone = graphql(`query DeskZone { wall(rows: 1) { timeZone } }`);

/** The zone in which the desk lives: due times are told in it on every screen, wherever the screen hangs. */
class DeskZone {
  name: string = $state(Intl.DateTimeFormat().resolvedOptions().timeZone);
  #asked = false;

  /** Asks once; until then (and for those who may not see the wall) it is the browser's own. */
  async ask(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.name = (await query(Zone)).wall.timeZone;
    } catch {
      this.#asked = false;
    }
  }
}

export const deskZone = new DeskZone();

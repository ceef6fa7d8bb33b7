import { graphql, query } from "../gql.ts";

const Zone = graphql(`query DeskZone { wall(rows: 1) { timeZone } }`);

/** The zone in which the desk lives: due times are told in it on every screen, wherever the screen hangs. */
class DeskZone {
  name: string = $state(Intl.DateTimeFormat().resolvedOptions().timeZone);
  #asked: Promise<void> | null = null;

  /** Asks once; until then (and for those who may not see the wall) it is the browser's own. */
  ask(): Promise<void> {
    this.#asked ??= query(Zone).then(
      ({ wall }) => {
        this.name = wall.timeZone;
      },
      () => {
        this.#asked = null;
      },
    );
    return this.#asked;
  }
}

export const deskZone = new DeskZone();

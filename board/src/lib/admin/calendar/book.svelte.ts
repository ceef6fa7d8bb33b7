import { query } from "../../gql.ts";
import { type CalendarListed, Calendars } from "./documents.ts";

/** All calendars in their newest versions. */
export class CalendarBook {
  list: readonly CalendarListed[] | null = $state.raw(null);
  trouble: string | null = $state(null);

  async read(): Promise<void> {
    try {
      this.list = (await query(Calendars)).calendars;
      this.trouble = null;
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }
}

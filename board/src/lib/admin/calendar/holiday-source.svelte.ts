import { query } from "../../gql.ts";
import { PublicHolidays, type RegionShown, Regions } from "./documents.ts";
import type { HolidayDraft } from "./draft.ts";

const KEY = "watchdesk.holiday-region";

/** Public holidays to look through: of which country and part, for which years. */
export class HolidaySource {
  countries: readonly RegionShown[] = $state.raw([]);
  parts: readonly RegionShown[] = $state.raw([]);
  country = $state("");
  part = $state("");
  found: readonly HolidayDraft[] = $state.raw([]);
  busy = $state(false);
  trouble: string | null = $state(null);
  #asked: AbortController | null = null;

  /** Begins with what was chosen here last, else with the country of the browser's language. */
  async open(): Promise<void> {
    if (this.countries.length > 0) return;
    const { countries } =
      (await this.#try(async () => ({ countries: (await query(Regions, {})).holidayRegions }))) ?? {};
    if (!countries) return;
    this.countries = countries;
    const [country = "", part] = (localStorage.getItem(KEY) ?? usualRegion()).split("-");
    if (!countries.some(({ code }) => code === country)) return;
    await this.chooseCountry(country);
    if (part) this.choosePart(`${country}-${part}`);
  }

  async chooseCountry(country: string): Promise<void> {
    this.country = country;
    this.part = "";
    this.parts = [];
    if (!country) return;
    localStorage.setItem(KEY, country);
    const found = await this.#try(() => query(Regions, { country }));
    if (found && this.country === country) this.parts = found.holidayRegions;
  }

  choosePart(part: string): void {
    this.part = this.parts.some(({ code }) => code === part) ? part : "";
    localStorage.setItem(KEY, this.part || this.country);
  }

  /** Looks the holidays of some years up; of several questions only the last counts. */
  async look(region: string, years: readonly number[]): Promise<void> {
    this.#asked?.abort();
    const own = new AbortController();
    this.#asked = own;
    if (!region || years.length === 0) {
      this.found = [];
      return;
    }
    this.busy = true;
    const told = await this.#try(() => query(PublicHolidays, { region, years: [...years] }, own.signal), own.signal);
    if (own.signal.aborted) return;
    this.busy = false;
    this.found = told?.publicHolidays ?? [];
  }

  async #try<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T | null> {
    try {
      const told = await ask();
      this.trouble = null;
      return told;
    } catch (error) {
      if (!signal?.aborted) this.trouble = (error as Error).message;
      return null;
    }
  }
}

/** `en-GB` is of GB; a browser may say less than that, or nothing that can be read. */
const usualRegion = (): string => /^[a-z]+-([A-Z]{2})\b/.exec(navigator.language)?.[1] ?? "";

import { addOpen } from "../../core/business-calendar/arithmetic.ts";
import type { OpenHours } from "../../core/business-calendar/open-periods.ts";
import type { Instant, Seconds } from "../../core/time.ts";
import type { Orm } from "../../platform/database.ts";
import type { Viewer } from "../../platform/viewer.ts";
import { mergeTickets } from "../../tickets/merge-tickets.ts";
import { type Acts, perform } from "./act.ts";
import type { DemoPeople } from "./cast.ts";
import type { Dice } from "./random.ts";
import { standard } from "./standard-stories.ts";
import type { Story } from "./story.ts";
import { urgent } from "./urgent-stories.ts";

/** One thing that happened at an instant of the demo's past. */
export type Happening = { at: Instant; act: () => Promise<unknown> };

type Told = { story: Story; requester: Viewer; id: string | null };
const PAST = 90;
const DAY_MINUTES = 540;

/** The demo's past: some months of tickets that are done, and a desk full of open ones in every state. */
export class History {
  readonly #acts: Acts;
  readonly #orm: Orm;
  readonly #people: DemoPeople;
  readonly #dice: Dice;
  readonly #hours: OpenHours;
  readonly #now: Instant;
  readonly happenings: Happening[] = [];

  constructor(parts: { acts: Acts; orm: Orm; people: DemoPeople; dice: Dice; hours: OpenHours; now: Instant }) {
    this.#acts = parts.acts;
    this.#orm = parts.orm;
    this.#people = parts.people;
    this.#dice = parts.dice;
    this.#hours = parts.hours;
    this.#now = parts.now;
    for (let i = 0; i < PAST; i++) this.#done(DAY_MINUTES + this.#dice.below(60 * DAY_MINUTES));
    this.#urgents();
    this.#standards();
    this.happenings.sort((a, b) => a.at - b.at);
  }

  /** The instant that lies some operating minutes back. */
  #ago(minutes: number): Instant {
    const at = addOpen(this.#hours, this.#now, (-minutes * 60) as Seconds);
    return (at === null || at > this.#now ? this.#now - minutes * 60 : at) as Instant;
  }

  #ask(minutesAgo: number, story: Story): Told {
    const client = this.#dice.pick(this.#people.clients);
    const told: Told = { story, requester: this.#dice.pick(client.people), id: null };
    this.happenings.push({
      at: this.#ago(minutesAgo),
      act: async () => {
        told.id = (await this.#acts.ask(told.requester, story))?.id ?? null;
      },
    });
    return told;
  }

  #then(told: Told, minutesAgo: number, act: (id: string) => Promise<unknown>): void {
    this.happenings.push({ at: this.#ago(minutesAgo), act: async () => told.id && act(told.id) });
  }

  #done(minutesAgo: number): void {
    const { chance, below, pick } = this.#roll();
    const told = this.#ask(minutesAgo, chance(0.25) ? pick(urgent) : pick(standard));
    const who = pick(this.#people.staff);
    const isUrgent = told.story.workaround === false;
    const late = chance(0.08);
    const answered = minutesAgo - (late ? (isUrgent ? 75 : 620) : isUrgent ? 5 + below(40) : 10 + below(300));
    if (answered < 40) return;
    this.#then(told, answered + 1, (id) => this.#acts.take(who, id));
    this.#then(told, answered, (id) =>
      this.#acts.answer(who, id, `Hello, this is ${who.name.split(" ")[0]}. I am looking into it.`),
    );
    const solved = Math.max(answered - 10 - below(500), 20);
    this.#then(told, solved, (id) => this.#acts.resolve(who, id, told.story));
    this.#then(told, Math.max(solved - 15 - below(400), 5), (id) =>
      this.#acts.close(who, id, "Not part of the plan; the requester knows"),
    );
  }

  /** The top of the wall: what is late, what is about to be, what can still be saved. */
  #urgents(): void {
    const [maya, theo, priya] = this.#people.staff as [Viewer, Viewer, Viewer];
    const at = [63, 71, 54, 49, 46, 26, 12];
    const told = at.map((minutes, i) => this.#ask(minutes, urgent[i % urgent.length] as Story));
    this.#then(told[1] as Told, 60, (id) => this.#acts.take(maya, id));
    this.#then(told[3] as Told, 30, (id) => this.#acts.take(theo, id));
    this.#then(told[4] as Told, 40, (id) => this.#acts.take(priya, id));
    this.#then(told[5] as Told, 20, (id) => this.#acts.take(this.#people.staff[3] as Viewer, id));
  }

  #standards(): void {
    const { below, pick } = this.#roll();
    const stories = [...standard];
    const next = () => stories.splice(below(stories.length), 1)[0] ?? pick(standard);
    for (let i = 0; i < 9; i++) this.#ask(5 + below(420), next());
    for (let i = 0; i < 22; i++) {
      const asked = 60 + below(i < 6 ? 400 : 900);
      const told = this.#ask(asked, next());
      const who = pick(this.#people.staff);
      const taken = 40 + below(Math.max(asked - 50, 1));
      this.#then(told, taken, (id) => this.#acts.take(who, id));
      if (i < 6) continue; // taken, not yet answered
      this.#then(told, taken - 2, (id) => this.#acts.answer(who, id, "Thank you, I have it. One moment, please."));
      const on = ([null, null, null, null, "REQUESTER", "REQUESTER", "MANUFACTURER", "PARTS", "INTERNAL"] as const)[
        i % 9
      ];
      if (on) this.#then(told, Math.max(taken - 20, 5), (id) => this.#acts.wait(who, id, on));
      else if (i % 9 === 0) this.#then(told, Math.max(taken - 25, 4), (id) => this.#acts.resolve(who, id, told.story));
      else if (i % 9 === 1)
        this.#then(told, Math.max(taken - 10, 5), (id) =>
          this.#acts.note(who, id, "Tried the usual; it needs a closer look."),
        );
    }
    const gone = this.#ask(200, next());
    this.#then(gone, 150, (id) => this.#acts.cancel(gone.requester, id, "It works again, thank you"));
    this.#merged(next());
  }

  /** Two people at one client report the same thing. */
  #merged(story: Story): void {
    const [client] = this.#people.clients.filter((c) => c.people.length > 1);
    if (!client) return;
    const [first, second] = client.people as [Viewer, Viewer];
    const ids: string[] = [];
    const ask = (requester: Viewer) => async () => ids.push((await this.#acts.ask(requester, story))?.id ?? "");
    this.happenings.push({ at: this.#ago(120), act: ask(first) }, { at: this.#ago(110), act: ask(second) });
    const act = () =>
      perform(this.#orm, this.#people.manager, (desk) =>
        mergeTickets(desk, { ticketId: ids[1] as string, intoTicketId: ids[0] as string }),
      );
    this.happenings.push({ at: this.#ago(100), act });
  }

  #roll() {
    const dice = this.#dice;
    return {
      chance: (p: number) => dice.chance(p),
      below: (n: number) => dice.below(n),
      pick: <T>(items: readonly T[]) => dice.pick(items),
    };
  }
}

import { type ResultOf, subscribe } from "../gql.ts";
import type { Stop } from "../socket.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { instant, instantOrNull } from "../time/instant.ts";
import { deskHours } from "./desk-hours.ts";
import {
  type BinMessage,
  type CountsMessage,
  type ForecastMessage,
  type SessionMessage,
  WallChanges,
} from "./documents.ts";
import { Liveness } from "./liveness.svelte.ts";
import { byOrderKey, type Calendars, type Row, readCalendars, readRow } from "./row.ts";

type Message = ResultOf<typeof WallChanges>["wall"];
type Snapshot = Extract<Message, { __typename: "WallSnapshot" }>;
type Heartbeat = Extract<Message, { __typename: "WallHeartbeat" }>;

/** The last whole picture, with what heartbeats have renewed since. */
type Picture = {
  readonly timeZone: string;
  readonly rows: readonly Row[];
  readonly rowsOf: number;
  readonly counts: CountsMessage;
  readonly runway: readonly BinMessage[];
  readonly sessions: readonly SessionMessage[];
  readonly sessionsAsOf: number;
  readonly calendars: Calendars;
  readonly forecast: ForecastMessage;
  readonly openUntil: number | null;
  readonly opensAt: number | null;
};

/** The wall, live: one subscription, replaced as a whole by each snapshot. */
export class LiveWall {
  readonly liveness = new Liveness();
  picture: Picture | null = $state.raw(null);
  /** Events that came at once after a loss: said for five seconds. */
  caughtUp = $state(0);
  /** A build that differs from the one this page was loaded with. */
  newBuild = $state(false);
  readonly hours = $derived(this.picture && deskHours(this.picture, this.picture.calendars.values(), deskClock.now));
  /** Why the desk does not show it to this token at all. */
  refusal: string | null = $state(null);
  #position: string | null = null;
  #build: string | null = null;
  #stop: Stop = () => {};
  #rows = 8;

  start(rows: number): Stop {
    this.#rows = rows;
    this.#listen();
    return () => this.#stop();
  }

  #listen(): void {
    this.#stop();
    this.#stop = subscribe(
      WallChanges,
      { rows: this.#rows },
      {
        next: ({ wall }) => this.#apply(wall),
        error: ({ code, message }) => {
          if (code === "FORBIDDEN") this.refusal = message;
          if (code === "BAD_REQUEST") this.newBuild = true; // the desk speaks another schema than this page
        },
      },
    );
  }

  #apply(message: Message): void {
    this.refusal = null;
    if (message.__typename === "WallSnapshot") this.#replace(message);
    else if (message.since === this.#position) this.#renew(message);
    else this.#listen(); // a gap: ask for the whole picture
  }

  #renew(message: Heartbeat): void {
    this.#position = message.to;
    this.liveness.hear(message);
    this.newBuild ||= this.#build !== null && this.#build !== message.build;
    this.#build ??= message.build;
    const { counts, runway, sessions } = message;
    if (this.picture) this.picture = { ...this.picture, counts, runway, sessions, sessionsAsOf: instant(message.asOf) };
  }

  #replace({ to, wall }: Snapshot): void {
    const wasAway = this.liveness.freshness !== "live" && this.#position !== null;
    if (wasAway) this.#sayCaughtUp(Number(to) - Number(this.#position));
    this.#position = to;
    this.liveness.hear(wall);
    const calendars = readCalendars(wall.calendars);
    const asOf = instant(wall.asOf);
    const { timeZone, rowsOf, counts, runway, sessions, forecast } = wall;
    this.picture = {
      ...{ timeZone, rowsOf, counts, runway, sessions, calendars, forecast },
      sessionsAsOf: asOf,
      rows: wall.rows.map((row) => readRow(row, asOf, calendars)).sort(byOrderKey),
      openUntil: instantOrNull(wall.openUntil),
      opensAt: instantOrNull(wall.opensAt),
    };
  }

  #sayCaughtUp(changes: number): void {
    if (!(changes > 0)) return;
    this.caughtUp = changes;
    setTimeout(() => (this.caughtUp = 0), 5_000);
  }
}

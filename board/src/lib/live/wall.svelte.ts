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
import type { TimedMessage } from "./freshness.ts";
import { LiveRows } from "./live-rows.svelte.ts";
import { type Shown, shownAfter, shownAnew } from "./shown.ts";

type Message = ResultOf<typeof WallChanges>["wall"];
type Snapshot = Extract<Message, { __typename: "WallSnapshot" }>;
type Delta = Extract<Message, { __typename: "WallDelta" }>;
type Heartbeat = Extract<Message, { __typename: "WallHeartbeat" }>;

/** What was told last, rows and all the rest. */
type Picture = Shown & {
  readonly timeZone: string;
  readonly rowsOf: number;
  readonly counts: CountsMessage;
  readonly runway: readonly BinMessage[];
  readonly sessions: readonly SessionMessage[];
  readonly sessionsAsOf: number;
  readonly forecast: ForecastMessage;
  readonly openUntil: number | null;
  readonly opensAt: number | null;
};

/** The wall, live; it says what came after an absence, and when the desk runs another build. */
export class LiveWall extends LiveRows<Picture> {
  /** Events that came at once after a loss: said for five seconds. */
  caughtUp = $state(0);
  /** A build that differs from the one this page was loaded with. */
  newBuild = $state(false);
  readonly hours = $derived(this.picture && deskHours(this.picture, this.picture.calendars.values(), deskClock.now));
  #build: string | null = null;
  #rows = 8;

  start(rows: number): Stop {
    this.#rows = rows;
    return this.anew();
  }

  protected override listen(): Stop {
    return subscribe(WallChanges, () => ({ rows: this.#rows, after: this.position }), {
      next: ({ wall }) => this.#apply(wall),
      error: ({ code, message }) => {
        if (code === "FORBIDDEN") this.refusal = message;
        if (code === "BAD_REQUEST") this.newBuild = true; // the desk speaks another schema than this page
      },
    });
  }

  #apply(message: Message): void {
    switch (message.__typename) {
      case "WallHeartbeat":
        this.follow(message, (picture) => this.#renew(message, picture));
        break;
      case "WallDelta":
        this.follow(message, (before) => pictureOf(message, before.timeZone, shownAfter(before, message)));
        break;
      default: {
        const { to, wall } = message;
        this.replace(to, wall, pictureOf(wall, wall.timeZone, shownAnew(wall)));
      }
    }
  }

  #renew({ build, counts, runway, sessions, forecast, asOf }: Heartbeat, picture: Picture): Picture {
    this.newBuild ||= this.#build !== null && this.#build !== build;
    this.#build ??= build;
    return { ...picture, counts, runway, sessions, forecast, sessionsAsOf: instant(asOf) };
  }

  /** Says how much came at once after an absence. */
  protected override come(to: string, message: TimedMessage): void {
    const wasAway = this.liveness.freshness !== "live" && this.position !== null;
    if (wasAway) this.#sayCaughtUp(Number(to) - Number(this.position));
    super.come(to, message);
  }

  #sayCaughtUp(changes: number): void {
    if (!(changes > 0)) return;
    this.caughtUp = changes;
    setTimeout(() => (this.caughtUp = 0), 5_000);
  }
}

const pictureOf = (told: Delta | Snapshot["wall"], timeZone: string, shown: Shown): Picture => ({
  ...shown,
  timeZone,
  rowsOf: Math.max(told.rowsOf, shown.rows.length), // there are at least as many as came
  counts: told.counts,
  runway: told.runway,
  sessions: told.sessions,
  sessionsAsOf: instant(told.asOf),
  forecast: told.forecast,
  openUntil: instantOrNull(told.openUntil),
  opensAt: instantOrNull(told.opensAt),
});

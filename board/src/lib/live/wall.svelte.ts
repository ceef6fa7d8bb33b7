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
import { Liveness } from "./liveness.svelte.ts";
import { checksumOf, type Shown, shownAfter, shownAnew } from "./shown.ts";

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

/** The wall, live: a snapshot, then what changes; whatever does not follow on is asked for anew. */
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
    this.#anew();
    return () => this.#stop();
  }

  #listen(): void {
    this.#stop();
    this.#stop = subscribe(WallChanges, () => ({ rows: this.#rows, after: this.#position }), {
      next: ({ wall }) => this.#apply(wall),
      error: ({ code, message }) => {
        if (code === "FORBIDDEN") this.refusal = message;
        if (code === "BAD_REQUEST") this.newBuild = true; // the desk speaks another schema than this page
      },
    });
  }

  #apply(message: Message): void {
    this.refusal = null;
    if (message.__typename === "WallSnapshot") this.#replace(message);
    else if (!this.picture || message.from !== this.#position) this.#anew();
    else if (message.__typename === "WallDelta") this.#change(message, this.picture);
    else this.#renew(message, this.picture);
  }

  /** Another number of rows, a gap, or rows that are not what the desk means: all of it. */
  #anew(): void {
    this.#position = null;
    this.#listen();
  }

  #renew(message: Heartbeat, picture: Picture): void {
    this.#come(message.to, message);
    this.newBuild ||= this.#build !== null && this.#build !== message.build;
    this.#build ??= message.build;
    const { counts, runway, sessions, forecast } = message;
    this.picture = { ...picture, counts, runway, sessions, forecast, sessionsAsOf: instant(message.asOf) };
    if (message.checksum !== checksumOf(picture.rows)) this.#anew();
  }

  #change(message: Delta, picture: Picture): void {
    this.#come(message.to, message);
    this.picture = pictureOf(message, picture.timeZone, shownAfter(picture, message));
  }

  #replace({ to, wall }: Snapshot): void {
    this.#come(to, wall);
    this.picture = pictureOf(wall, wall.timeZone, shownAnew(wall));
  }

  /** A message is taken: how far the board has come, and how much came at once after an absence. */
  #come(to: string, message: TimedMessage): void {
    const wasAway = this.liveness.freshness !== "live" && this.#position !== null;
    if (wasAway) this.#sayCaughtUp(Number(to) - Number(this.#position));
    this.#position = to;
    this.liveness.hear(message);
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

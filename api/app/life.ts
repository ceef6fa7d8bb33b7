type Part = { readonly name: string; readonly stop: () => unknown; readonly withinMs: number };

/** Machine time that one part gets to end by itself. */
const PATIENCE_MS = 5_000;

/**
 * What must be ended when this process is told to stop: the last begun first. Made before anything is begun, so that a
 * signal in the midst of a start leaves nothing behind either.
 */
export class Life {
  readonly #parts: Part[] = [];
  readonly #say: (line: string) => unknown;
  readonly #exit: () => unknown;
  #over = false;

  constructor(
    say: (line: string) => unknown = (line) => process.stderr.write(`${line}\n`),
    exit: () => unknown = () => process.exit(0),
  ) {
    this.#say = say;
    this.#exit = exit;
  }

  /** Ends when the system, a terminal that closes, or whoever started us over a channel and is gone, tells us to. */
  untilToldToStop(): this {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const)
      process.on(signal as "SIGINT", () => void this.end());
    return this;
  }

  /** Whether the end has begun: what fails from now on fails because of it. */
  get over(): boolean {
    return this.#over;
  }

  /** Something runs from now on; `stop` ends it. */
  with(name: string, stop: () => unknown, withinMs = PATIENCE_MS): void {
    this.#parts.push({ name, stop, withinMs });
  }

  /** A part that hangs must not keep those before it running, the database least of all: it is left to the exit. */
  async end(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    for (let part = this.#parts.pop(); part; part = this.#parts.pop())
      if (!(await endsInTime(part)))
        this.#say(`${part.name} did not stop within ${part.withinMs / 1000} s: left to the exit.`);
    this.#exit();
  }
}

function endsInTime({ stop, withinMs }: Part): Promise<boolean> {
  return new Promise((done) => {
    const late = setTimeout(() => done(false), withinMs);
    const ended = () => {
      clearTimeout(late);
      done(true);
    };
    // one that fails has ended as well
    new Promise((stopped) => stopped(stop())).then(ended, ended);
  });
}

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import type { MailSettings, Settings } from "../platform/config.ts";
import type { Orm } from "../platform/database.ts";
import { transact } from "../platform/desk.ts";
import { Hint } from "../platform/hint.ts";
import { Hints } from "../platform/hints.ts";
import { Lanes } from "../platform/lanes.ts";
import { connectForEver, type Lasting } from "../platform/lasting-connection.ts";
import { afterSending, MOST_TRIES } from "../platform/mail/mail-schedule.ts";
import { giveBack, type Leased, leaseMail } from "../platform/mail/outbox.sql.ts";
import { type Smtp, smtp } from "../platform/mail/smtp.ts";
import { types } from "../platform/read.ts";
import { theDesk } from "../platform/viewer.ts";
import { makeLetters } from "./make-letters.ts";
import { recordSending } from "./record-sending.ts";
import { takeLetter } from "./take-letter.ts";

/** The longest sleep: only the lease of a worker that died is not hinted at. */
const LOOK_MS = 5_000;
/** Events come in swarms; nobody sees whether a letter left a moment earlier, and whoever numbers them goes first. */
const SWARM_MS = 250;
/** Letters on their way at once: most of the time of each is waiting. */
const LANES = 8;
/** What a worker that stops waits for servers that are about to answer. */
const GRACE_MS = 1_000;

/**
 * Makes letters of what happened, and sends them where a server is configured; beside the timers and never in their way. Any
 * number of workers may run: one of them makes letters, each letter is sent by one. Woken by news and by hints.
 */
export function sendLetters(workerUrl: string, orm: Orm, { mail }: Settings, onFault: (error: Error) => void): Lasting {
  const post = mail && new Post(workerUrl, orm, mail, onFault);
  const own = mail ? [mail.from.address, ...(mail.replyDomain ? [mail.replyDomain] : [])] : [];
  const make = async () => {
    const em = orm.em.fork() as SqlEntityManager;
    while (await em.transactional((tx) => makeLetters(tx as SqlEntityManager, own)));
  };
  let looking: Promise<unknown> = Promise.resolve();
  const watch = async (client: pg.Client, signal: AbortSignal) => {
    const hints = new Hints(client, SWARM_MS);
    if (post) post.lanes.onFree = () => hints.hear();
    await client.query("listen event; listen wake; listen fired");
    while (!signal.aborted) {
      const looked = make().then(() => post?.look());
      looking = looked.catch(() => {});
      await looked;
      await hints.sleep(LOOK_MS, signal);
    }
  };
  const connection = connectForEver(workerUrl, "watchdesk-letters", watch, onFault);
  return {
    stop: async () => {
      const ended = post?.end();
      await connection.stop();
      await looking;
      await ended;
      await post?.close();
    },
  };
}

/** What takes letters to the server. */
class Post {
  readonly #pool: pg.Pool;
  readonly #orm: Orm;
  readonly #settings: MailSettings;
  readonly #smtp: Smtp;
  /** What was recorded has news, and may have an earlier instant than any before: a try, a promise owed again. */
  readonly #hint: Hint;
  readonly lanes: Lanes;
  #over = false;

  constructor(workerUrl: string, orm: Orm, settings: MailSettings, onFault: (error: Error) => void) {
    this.#pool = new pg.Pool({
      ...{ connectionString: workerUrl, max: 2, types, options: "-c TimeZone=UTC", application_name: "watchdesk-mail" },
    });
    this.#pool.on("error", () => {});
    this.#orm = orm;
    this.#settings = settings;
    this.#smtp = smtp(settings.smtpUrl);
    this.#hint = new Hint(workerUrl);
    // one that fails on our side keeps its lease to the end of it: no use in trying the same at once
    this.lanes = new Lanes(LANES, onFault);
  }

  async look(): Promise<void> {
    const { free } = this.lanes;
    if (free <= 0 || this.#over) return;
    const domain =
      this.#settings.replyDomain ?? this.#settings.from.address.slice(this.#settings.from.address.lastIndexOf("@") + 1);
    for (const letter of (await leaseMail(this.#pool, free, domain)).rows) this.lanes.run(this.#send(letter));
  }

  async #send(letter: Leased): Promise<void> {
    const login = { orm: this.#orm, partnerId: null };
    const asDesk = async <T>(act: Parameters<typeof transact<T>>[3]) => {
      const done = await transact(login, theDesk, null, act);
      this.#hint.give();
      return done;
    };
    if (letter.tries > MOST_TRIES) {
      const error = `it was begun ${MOST_TRIES} times, and what became of it was never written down`;
      return asDesk((desk) => recordSending(desk, letter, { state: "FAILED", rest: null }, error));
    }
    const outgoing = await asDesk((desk) => takeLetter(desk, letter, this.#settings));
    if (outgoing === null) {
      await asDesk((desk) => recordSending(desk, letter, { state: "DROPPED", rest: null }, null));
      return;
    }
    const outcome = await this.#smtp.send(outgoing);
    if (outcome.kind !== "SENT" && this.#over) {
      await giveBack(this.#pool, letter.id); // broken off by our own end: it was not tried
      return;
    }
    const next = afterSending(outcome, letter.tries, Math.random());
    await asDesk((desk) => recordSending(desk, letter, next, outcome.kind === "SENT" ? null : outcome.error));
  }

  async end(): Promise<void> {
    this.#over = true;
    await Promise.race([this.lanes.settled(), new Promise((done) => setTimeout(done, GRACE_MS).unref())]);
    this.#smtp.close();
    await this.lanes.settled();
  }

  async close(): Promise<void> {
    await Promise.all([this.#hint.close(), this.#pool.end()]);
  }
}

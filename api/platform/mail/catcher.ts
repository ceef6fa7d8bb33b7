import PostalMime, { type Attachment, type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A letter as whoever got it would read it. */
export type CaughtMail = {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly string[];
  /** In machine time, whole seconds. */
  readonly caughtAt: number;
};

/** So many of the newest are kept, in memory: the links in them are good. */
const MOST = 200;
const LARGEST_BYTES = 5_000_000;

/**
 * A mail server for a desk that is only tried out: takes every letter, delivers none, and keeps them for reading. On this machine
 * only, and for whoever sends to it.
 */
export class Catcher {
  readonly #server: SMTPServer;
  readonly #mails: CaughtMail[] = [];
  #count = 0;

  private constructor() {
    this.#server = new SMTPServer({
      ...{
        disabledCommands: ["AUTH", "STARTTLS"],
        hideSTARTTLS: true,
        logger: false,
        size: LARGEST_BYTES,
        closeTimeout: 500,
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          PostalMime.parse(Buffer.concat(parts)).then(
            (mail) => {
              this.#keep(mail, to);
              done();
            },
            () => done(Object.assign(new Error("this is no letter"), { responseCode: 554 })),
          );
        });
      },
    });
    this.#server.on("error", () => {}); // a client that hangs up is no fault of ours
  }

  /** Listens on a free port. */
  static start(): Promise<Catcher> {
    const catcher = new Catcher();
    return new Promise((ok, fail) => {
      catcher.#server.server.once("error", fail);
      catcher.#server.listen(0, "127.0.0.1", () => ok(catcher));
    });
  }

  get url(): string {
    const address = this.#server.server.address();
    return `smtp://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
  }

  /** The newest first. */
  get mails(): readonly CaughtMail[] {
    return this.#mails;
  }

  #keep(mail: Email, to: readonly string[]): void {
    const { name = "", address = "" } = (mail.from && "address" in mail.from && mail.from) || {};
    this.#mails.unshift({
      id: String(++this.#count),
      from: name ? `${name} <${address}>` : address,
      to,
      subject: mail.subject ?? "",
      text: (mail.text ?? "").trim(),
      attachments: names(mail.attachments),
      caughtAt: Math.floor(Date.now() / 1_000),
    });
    this.#mails.length = Math.min(this.#mails.length, MOST);
  }

  stop(): Promise<void> {
    return new Promise((done) => this.#server.close(done));
  }
}

/** Programs that know invitations are given one beside the text as well: it is named once. */
const names = (attachments: readonly Attachment[]) => [
  ...new Set(attachments.flatMap(({ filename }) => (filename ? [filename] : []))),
];

import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived: as its reader's program takes it apart, and to the letter. */
export type Arrived = Email & { readonly raw: string; readonly rcpt: readonly string[] };

/** What the server says; null: it is content. */
export type Mood = {
  readonly rcpt?: (address: string) => string | null;
  readonly data?: (mail: Arrived) => string | null | Promise<string | null>;
};

/** A real mail server on a free port, which keeps what it is given, or refuses it. */
export class MailServer {
  readonly mails: Arrived[] = [];
  mood: Mood = {};
  #server: SMTPServer | undefined;
  #port = 0;

  static async start(): Promise<MailServer> {
    const server = new MailServer();
    await server.up();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** Comes (back) up, on the port it had. */
  async up(): Promise<void> {
    const server = new SMTPServer({
      ...{ disabledCommands: ["AUTH", "STARTTLS"], hideSTARTTLS: true, logger: false, closeTimeout: 100 },
      onRcptTo: ({ address }, _session, done) => done(faultOf(this.mood.rcpt?.(address))),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", async () => {
          const raw = Buffer.concat(parts);
          const rcpt = session.envelope.rcptTo.map(({ address }) => address);
          const mail: Arrived = { ...(await PostalMime.parse(raw)), raw: raw.toString(), rcpt };
          const fault = faultOf(await this.mood.data?.(mail));
          if (!fault) this.mails.push(mail);
          done(fault);
        });
      },
    });
    server.on("error", () => {});
    await new Promise<void>((done) => server.listen(this.#port, "127.0.0.1", done));
    const address = server.server.address();
    if (address !== null && typeof address === "object") this.#port = address.port;
    this.#server = server;
  }

  /** Is gone: connections are refused. */
  down(): Promise<void> {
    const server = this.#server;
    return server ? new Promise((done) => server.close(done)) : Promise.resolve();
  }
}

/** "550 5.1.1 no such user" as the library wants it. */
function faultOf(says: string | null | undefined): Error | null {
  if (!says) return null;
  const [code, ...words] = says.split(" ");
  return Object.assign(new Error(words.join(" ")), { responseCode: Number(code) });
}

export const header = (mail: Arrived, name: string): string | undefined =>
  mail.headers.find(({ key }) => key === name.toLowerCase())?.value;
export const textOf = (mail: Arrived): string => (mail.text ?? "").trim();
